//! The pledge as it goes on paper, with its check code where it was handed in.

use super::paper::{head, sheet, signatures, title, ways, who};
use crate::book::book;
use crate::browser::text::nfc;
use crate::domain::{Commitment, Handbook};
use crate::exchange::check_code;
use crate::route::PapersRoute;
use crate::ui::{Content, El, Kind, View, b, each, el, h1, hint, live, notice, p};

pub fn screen() -> View {
    let handbook = book().part(|handbook| Some(handbook.clone()));
    let paper = live(move || handbook.get().map(|handbook| paper(&handbook)));
    (
        h1("Bản đăng ký").class("no-print"),
        ways(&PapersRoute::Index),
        paper,
    )
        .view()
}

fn paper(handbook: &Handbook) -> View {
    let pack = &handbook.pack.pack;
    let name = match pack.headings.title.as_str() {
        "" => "Bản đăng ký làm theo",
        own => own,
    };
    let last = handbook.pledge.last();
    let draft = last.is_none().then(|| {
        notice(
            Kind::Warn,
            p("Bản nháp: chưa ghi là đã nộp nên chưa có ngày và mã đối chiếu."),
        )
    });
    let theme = (!pack.theme.is_empty()).then(|| p(format!("Chuyên đề năm: {}", pack.theme)));
    let promised = handbook.pledge.in_force();
    let commitments = each((1..).zip(&promised), |(number, one)| {
        commitment(handbook, number, one)
    });
    let code = last.map(|last| {
        let code = check_code(last, &nfc);
        hint(format!("Mã đối chiếu: {code}"))
    });
    let on = last.map(|last| last.submitted_on);
    let sheet = sheet((
        head(handbook),
        title(name, format!("Năm {}", handbook.year)),
        who(handbook),
        theme,
        commitments,
        signatures(handbook, on, "Người đăng ký"),
        code,
    ));
    (draft, sheet).view()
}

/// Never split over two pages.
fn commitment(handbook: &Handbook, number: usize, one: &Commitment) -> El {
    let rest = answers(handbook, one);
    let rest = each(rest, |(name, words)| {
        p((el("i").with(format!("{name}: ")), words))
    });
    el("div")
        .class("whole")
        .with((p(b(format!("Việc {number}. {}", one.action))), rest))
}

/// What else was answered, in the order of the form.
pub fn answers(handbook: &Handbook, one: &Commitment) -> Vec<(&'static str, String)> {
    let standard = one.standard.as_ref().and_then(|id| handbook.standard(id));
    let answers = [
        ("Kết quả cần đạt", one.measure.clone()),
        (
            "Thời hạn",
            one.deadline
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        ),
        (
            "Chuẩn mực",
            standard
                .map(|standard| standard.text.clone())
                .unwrap_or_default(),
        ),
        ("Nhiệm vụ", one.duty.clone()),
        ("Người cùng làm", one.people.clone()),
    ];
    let said = answers
        .into_iter()
        .filter(|(_, words)| !words.trim().is_empty());
    said.collect()
}
