//! The rules of the yearly cycle, and the words for them.
//!
//! Everything here is plain data and pure functions: today's date, random identifiers and
//! Unicode normalisation come in as arguments. This room never names `leptos`, `web_sys`,
//! `gloo` or a storage key (`tests/invariants.rs` fails when it does). Where a rule comes from a
//! report in `seeds/`, its comment says which: S0 to S4, as in the product brief.

pub mod branch;
pub mod calendar;
pub mod deed;
pub mod due;
pub mod feedback;
pub mod handbook;
mod handed_standards;
pub mod handover;
pub mod ids;
pub mod letters;
pub mod name_order;
pub mod pack;
pub mod paper;
pub mod people;
pub mod pledge;
pub mod rating;
pub mod reminders;
pub mod review;
pub mod review_facts;
pub mod sample;
pub mod shortcoming;
pub mod starter;
pub mod table;
pub mod vague;
pub mod year_picture;

pub use calendar::{Day, Quarter, YearMonth};
pub use deed::Deed;
pub use feedback::{Feedback, HeldFeedback};
pub use handbook::Handbook;
pub use handover::{Handed, Handover, Part};
pub use ids::{DocumentId, ItemId};
pub use pack::{Conduct, HeldPack, PackVersion, StandardsPack};
pub use people::{Profile, Standing};
pub use pledge::{Commitment, Deadline, Pledge, PledgeRevision, Stage};
pub use rating::{CommitmentRating, Keeping, MonthState, MonthlyRating};
pub use review::{FinishedReview, Review, WrittenReview};
pub use shortcoming::{Correction, Shortcoming};
pub use table::Table;
