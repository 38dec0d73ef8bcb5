//! Giving the pack out: what is in the way, the day, the version; then the file, by the same ways as a
//! hand-over.

use super::pack_draft::Draft;
use crate::browser::text::nfc;
use crate::browser::{clock, page};
use crate::domain::branch::Branch;
use crate::domain::branch::pack_part::PackPart;
use crate::domain::{Day, StandardsPack};
use crate::exchange::{Envelope, Kind, file_name, write_pack};
use crate::route::DeskRoute;
use crate::signal::{RwSignal, Signal};
use crate::ui::{
    Content, El, Field, Icon, Kind as Notice, Leaving, View, Way, details, each, el, field, form,
    h2, hint, icon, link, live, muted, notice, p, stack, ways_out,
};

/// How many versions were given out.
pub fn versions(draft: Draft) -> Signal<usize> {
    draft.series(|packs| packs.issued.len())
}

/// The form that gives out the next version.
pub fn issue(draft: Draft) -> View {
    let today = draft.desk.today.get_untracked();
    let typed = RwSignal::new(today.to_string());
    let tried = RwSignal::new(false);
    let versions = versions(draft);
    let day = move || Day::from_typed(&typed.get(), draft.year);
    let wrong = Signal::derive(move || {
        if !tried.get() {
            return Vec::new();
        }
        let Some(day) = day() else {
            let words = format!("Viết ngày/tháng/năm, ví dụ {today}");
            return vec![(None, words)];
        };
        draft.desk.read(|branch| faults(branch, draft.year, day))
    });
    let give_out = move || {
        tried.set(true);
        let Some(day) = leptos::prelude::untrack(day) else {
            return page::focus("#issue-wrong");
        };
        let mut issued = false;
        draft.desk.change(|branch| {
            issued = branch.issue_pack(draft.year, day).is_ok();
        });
        draft.desk.save();
        page::focus(if issued { "#given-out" } else { "#issue-wrong" });
        if issued {
            tried.set(false);
        }
    };
    let summary = live(move || {
        let wrong = wrong.get();
        (!wrong.is_empty()).then(|| {
            let heading = h2("Chưa ban hành được");
            let lines = el("ul").with(each(wrong, fault));
            let summary = el("div").class("error-summary").attr("role", "alert");
            let summary = summary.attr("id", "issue-wrong").attr("tabindex", "-1");
            summary.with((heading, lines))
        })
    });
    let day = Field::new("issue-day", "Ngày ban hành", typed.into(), move |text| {
        typed.set(text)
    });
    let words = live(move || format!("Ban hành bản {} ", versions.get() + 1));
    let button = el("button")
        .class("button wide")
        .with((words, icon(Icon::Go)));
    let after = "Bản đã ban hành giữ nguyên mãi; sửa thêm thì ban hành thành bản sau.";
    form(give_out, (summary, field(day.day()), button, hint(after))).view()
}

fn faults(branch: &Branch, year: i32, day: Day) -> Vec<(Option<PackPart>, String)> {
    let Some(pack) = branch.pack_to_issue(year) else {
        return Vec::new();
    };
    let faults = branch.pack_faults(year, day).into_iter();
    let told = faults.map(|fault| (fault.part(), fault.sentence(&pack)));
    told.collect()
}

fn fault((part, sentence): (Option<PackPart>, String)) -> El {
    el("li").with(match part {
        Some(part) => link("", &DeskRoute::PackPart(part), sentence).view(),
        None => sentence.view(),
    })
}

/// The last version's file; nothing while none was given out.
pub fn giving(draft: Draft) -> View {
    let versions = versions(draft);
    let outcome = RwSignal::new(None);
    live(move || {
        let number = versions.get();
        outcome.set(None);
        (number > 0).then(|| leptos::prelude::untrack(|| giving_of(draft, number, outcome)))
    })
}

/// How it went.
type Outcome = RwSignal<Option<Result<&'static str, &'static str>>>;

fn giving_of(draft: Draft, number: usize, outcome: Outcome) -> View {
    let Some((file, name)) = file(draft, number) else {
        return View::Nothing;
    };
    let text = write_pack(&file, &nfc);
    let shown = el("pre").attr("tabindex", "0").with(text.clone());
    let ways = if draft.desk.is_sample() {
        hint("Chi bộ mẫu không gửi đi được.").view()
    } else {
        let leaving = move || {
            Some(Leaving::new(name.clone(), text.clone(), move |went| {
                outcome.set(Some(went.map(|way| match way {
                    Way::Shared => "Đã đưa tệp sang ứng dụng khác.",
                    Way::Saved => "Đã lưu tệp vào máy. Giờ gửi tệp đó cho mọi người.",
                    Way::Copied => "Đã chép văn bản. Giờ dán vào tin nhắn cho mọi người.",
                })));
            }))
        };
        ways_out(Signal::derive(|| true), leaving)
    };
    let went = live(move || {
        outcome.get().map(|went| match went {
            Ok(words) => notice(Notice::Done, p(words)),
            Err(sentence) => notice(Notice::Failed, p(sentence)),
        })
    });
    let on = file.payload.issued_on.map(|on| on.to_string());
    let heading = format!("Bản {number} ban hành {}", on.unwrap_or_default());
    let heading = h2(heading).attr("id", "given-out").attr("tabindex", "-1");
    stack((
        heading,
        muted("Gửi tệp này cho mọi người, chẳng hạn vào nhóm Zalo. Mỗi người mở trong sổ tay, ở mục “Chuẩn mực”."),
        went,
        ways,
        details("Xem nguyên văn tệp", shown),
    ))
    .view()
}

/// The version as a file, and its name.
fn file(draft: Draft, number: usize) -> Option<(Envelope<StandardsPack>, String)> {
    draft.desk.peek(|branch| {
        let packs = branch.year(draft.year)?.packs.as_ref()?;
        let issued = packs.issued.get(number.checked_sub(1)?)?;
        let name = file_name(Kind::Pack, &issued.pack.branch, draft.year, issued.on);
        let file = Envelope {
            document_id: packs.document_id.clone(),
            revision: u32::try_from(number).ok()?,
            exported_at: clock::now(),
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            payload: issued.pack.clone(),
        };
        Some((file, name))
    })
}
