//! The pledge as it goes on paper, with its check code where it was handed in.

use super::paper::ways;
use crate::book::book;
use crate::browser::text::nfc;
use crate::domain::Handbook;
use crate::domain::paper::{Paper, pledge_paper};
use crate::exchange::check_code;
use crate::route::PapersRoute;
use crate::ui::{Content, Kind, View, h1, live, notice, p, paper};

pub fn screen() -> View {
    let handbook = book().part(|handbook| Some(handbook.clone()));
    let shown = live(move || handbook.get().map(|handbook| shown(&handbook)));
    (
        h1("Bản đăng ký").class("no-print"),
        ways(&PapersRoute::Index, "ban-dang-ky", made),
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
    (draft, paper(&made(handbook))).view()
}

fn made(handbook: &Handbook) -> Paper {
    let last = handbook.pledge.last();
    pledge_paper(handbook, last.map(|last| check_code(last, &nfc)))
}
