//! What stands above a sheet and is not printed.

use crate::browser::page;
use crate::ui::{El, actions, button, link};

pub fn ways(back: &impl ToString) -> El {
    actions((
        button("button", "In", page::print),
        link("link", back, "Về bản đang viết"),
    ))
}
