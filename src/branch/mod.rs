//! The secretary's screens, one file a route.

pub mod feedback;
pub mod receive;
mod receive_ask;
mod receive_reading;
mod receive_row;
mod receive_state;
