//! Something that stays on the screen until it is settled: never a message that flies by.

use super::{Content, El, button, el, p};

#[derive(Clone, Copy)]
pub enum Kind {
    /// What to know.
    Plain,
    /// It was done.
    Done,
    /// Look at this.
    Warn,
    /// It failed; said at once by a screen reader.
    Failed,
}

#[inline(always)]
pub fn notice(kind: Kind, content: impl Content) -> El {
    frame(kind).with(content)
}

fn frame(kind: Kind) -> El {
    let (kind, role) = match kind {
        Kind::Plain => ("", "status"),
        Kind::Done => ("done", "status"),
        Kind::Warn => ("late", "status"),
        Kind::Failed => ("failed", "alert"),
    };
    el("div")
        .class("notice")
        .attr("data-kind", kind)
        .attr("role", role)
}

/// What was removed, and the way back.
pub fn undo_notice(what: String, undo: impl Fn() + 'static) -> El {
    notice(Kind::Plain, (p(what), button("link", "Hoàn tác", undo))).attr("data-undo", "")
}
