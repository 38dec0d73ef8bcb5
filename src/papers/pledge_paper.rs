//! The pledge as it goes on paper, with its check code where it was handed in.

use super::paper::ways;
use crate::book::book;
use crate::browser::text::nfc;
use crate::domain::Handbook;
use crate::domain::paper::pledge_paper;
use crate::exchange::check_code;
use crate::route::PapersRoute;
use crate::ui::{Content, Kind, View, h1, live, notice, p, paper};

pub fn screen() -> View {
    let handbook = book().part(|handbook| Some(handbook.clone()));
    let shown = live(move || handbook.get().map(|handbook| shown(&handbook)));
    (
        h1("Bản đăng ký").class("no-print"),
        ways(&PapersRoute::Index),
        shown,
    )
        .view()
}

fn shown(handbook: &Handbook) -> View {
    let last = handbook.pledge.last();
    let draft = last.is_none().then(|| {
        notice(
            Kind::Warn,
            p("Bản nháp: chưa ghi là đã nộp nên chưa có ngày và mã đối chiếu."),
        )
    });
    let code = last.map(|last| check_code(last, &nfc));
    (draft, paper(&pledge_paper(handbook, code))).view()
}
