//! The branch's report as it goes on paper.

use super::archived::archived;
use super::keeping_file::{REFUSED, give};
use super::paper::printed;
use super::report::{Writing, found};
use crate::browser::clock;
use crate::browser::text::nfc;
use crate::domain::Review;
use crate::domain::branch::report_check::check;
use crate::domain::branch::report_words::sections;
use crate::domain::branch::sent_report::sent_report;
use crate::domain::paper::report_paper;
use crate::exchange::{Envelope, Kind, file_name, report_document, write_branch_report};
use crate::route::DeskRoute;
use crate::signal::{RwSignal, Signal};
use crate::ui::{self, Content, El, View, button, el, h1, live, notice, p};

pub fn screen(review: Review) -> View {
    let writing = Writing::open(review);
    let Writing { desk, year, .. } = writing;
    let name = h1("Bản in báo cáo").class("no-print");
    if let Some(away) = archived(desk, year) {
        return (name, away).view();
    }
    let what = match review {
        Review::HalfYear => "bao-cao-so-ket",
        Review::FullYear => "bao-cao-tong-ket",
    };
    let all = writing.made(sections);
    let made = Signal::derive(move || {
        let all = all.get();
        desk.read(|branch| Some(report_paper(branch, year, review, &all)))
    });
    let back = (DeskRoute::Report(review), "Về bản đang viết");
    let (ways, sheet) = printed(desk, what, back, made);
    let file = report_file(writing);
    let checked = found(writing.made(check)).class("no-print");
    (name, checked, ways, file, sheet).view()
}

/// The same as data, for a level above that counts by program.
fn report_file(writing: Writing) -> El {
    let Writing { desk, year, review } = writing;
    let told = RwSignal::new(None::<bool>);
    let sent = writing.made(|of, report| Some(sent_report(of, report)));
    let save = move || {
        let Some(payload) = sent.get_untracked() else {
            return;
        };
        let known = desk.peek(|branch| {
            let before = branch.report(year, review).sent;
            Some((branch.id.clone(), branch.name.clone(), before))
        });
        let Some((id, name, before)) = known else {
            return;
        };
        let file = Envelope {
            document_id: report_document(&id, year, review),
            revision: before.saturating_add(1),
            exported_at: clock::now(),
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            payload,
        };
        let name = file_name(Kind::BranchReport, &name, year, desk.today.get_untracked());
        give(name, write_branch_report(&file, &nfc), move |left| {
            if left {
                writing.change(|report| report.sent = before.saturating_add(1));
            }
            told.set(Some(left));
        });
    };
    let said = live(move || {
        Some(match told.get()? {
            true => notice(
                ui::Kind::Done,
                p(
                    "Đã lưu tệp báo cáo. Tệp gồm lời của bản in và các số đếm được của kỳ, không có tên ai ngoài tên trong bản in.",
                ),
            ),
            false => notice(ui::Kind::Failed, p(REFUSED)),
        })
    });
    let label = "Lưu tệp báo cáo (JSON)";
    el("div").class("no-print stack").with((
        button("link", label, save),
        el("div").class("told").attr("role", "status").with(said),
    ))
}
