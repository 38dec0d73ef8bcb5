//! Word and Excel files: made from what the page says shall stand in them, and Excel's read into text.
//!
//! The libraries for that are three times the size of a first visit. So this is a program of its own, which
//! the page starts as a worker when somebody asks for such a file: the screen stays quick, and whatever a
//! stranger's file does to it, it does to nothing else.

mod excel;
mod open;
mod word;

pub use excel::excel;
pub use open::open;
pub use word::word;

use so_tay::exchange::office::Order;

/// The bytes of the file. `None` when the library refuses, which none of the page's orders makes it do.
pub fn make(order: &Order) -> Option<Vec<u8>> {
    match order {
        Order::Word(paper) => word(paper),
        Order::Excel(grids) => excel(grids).ok(),
    }
}
