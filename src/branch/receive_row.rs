//! One file of the pile in words: whose, what it is, what it brings.

use super::receive_reading::Refused;
use super::receive_state::{Receiving, Seen, waits};
use crate::browser::text::nfc;
use crate::domain::branch::receive::{Intake, Judged, Note, Owner, Verdict};
use crate::domain::branch::received::Incoming;
use crate::domain::letters::{seen, visible};
use crate::domain::{Day, Handover, PledgeRevision};
use crate::exchange::check_code;
use crate::signal::Signal;
use crate::ui::{El, View, b, each, el, live, p};

/// What a row says; made anew only when it changes.
#[derive(Clone, Default, PartialEq)]
struct Said {
    mark: &'static str,
    who: String,
    verdict: &'static str,
    what: String,
    notes: Vec<String>,
}

pub fn row(receiving: Receiving, place: usize) -> View {
    let year = receiving.desk.year.get_untracked();
    let said = Signal::derive(move || {
        let said = receiving.at(place, |seen| words(seen, year));
        said.unwrap_or_default()
    });
    live(move || {
        let said = said.get();
        let notes = each(said.notes, p);
        let head = p((
            b(said.who),
            " ",
            el("span").class("status").with(said.verdict),
        ));
        let what = (!said.what.is_empty()).then(|| p(said.what).class("muted"));
        (mark(said.mark), el("div").with((head, what, notes)))
    })
}

pub fn refused(refused: &Refused) -> El {
    let class = if refused.private { "error" } else { "" };
    let words = p(refused.sentence.clone()).class(class);
    el("li").with((
        mark("✕"),
        el("div").with((p(b(visible(&refused.name))), words)),
    ))
}

/// A sign for the eye; the words beside it say the same.
fn mark(sign: &'static str) -> El {
    el("span")
        .class("sign-mark")
        .attr("aria-hidden", "true")
        .with(sign)
}

/// The name on the roster, else the one in the file.
pub fn who(judged: &Judged, file: &Incoming, intake: &Intake) -> String {
    let person = judged.owner.person();
    let person = person.and_then(|id| intake.branch.roster.person(id));
    let name = person.map_or(&file.handover.profile.name, |person| &person.name);
    if seen(name).trim().is_empty() {
        "Không ghi tên".to_owned()
    } else {
        visible(name)
    }
}

fn words(seen: Seen, year: i32) -> Said {
    let Seen {
        judged,
        file,
        source,
        intake,
    } = seen;
    let who = who(judged, file, intake);
    let (sign, verdict, what) = match &judged.verdict {
        Verdict::New => ("✓", "mới", contents(&file.handover)),
        Verdict::Newer(brings) => ("↻", "mới hơn", or(brings.in_words(), "nội dung như cũ")),
        Verdict::Older(brings) => ("✓", "cũ hơn", or(brings.in_words(), "không thêm gì mới")),
        Verdict::Same => ("=", "trùng", visible(&source.name)),
        Verdict::Conflict(brings) => (
            "✓",
            "cùng lần gửi",
            or(brings.in_words(), "nội dung như cũ"),
        ),
    };
    let (mark, verdict) = match judged.owner {
        _ if judged.notes.contains(&Note::Archived) => ("✕", verdict),
        Owner::LeftOut => ("✕", "không nhận"),
        _ if judged.taken || judged.verdict == Verdict::Same => (sign, verdict),
        _ => ("?", "chờ trả lời"),
    };
    let mut notes: Vec<_> = judged
        .notes
        .iter()
        .map(|note| self::note(note, seen))
        .collect();
    if let Some(last) = handed_last(&file.handover) {
        notes.push(format!("Mã đối chiếu {}", check_code(last, &nfc)));
    }
    if file.handover.year != year {
        notes.push(format!("Phiếu của năm {}.", file.handover.year));
    }
    if judged.asks.is_none() && waits(judged) {
        notes.push("Chờ câu trả lời cho phiếu khác của cùng sổ này.".to_owned());
    }
    let written = visible(&file.handover.profile.name);
    if judged.owner.person().is_some() && written != who {
        notes.push(format!("Trong tệp ghi tên “{written}”."));
    }
    Said {
        mark,
        who,
        verdict,
        what,
        notes,
    }
}

/// The pledge as it was handed in last.
fn handed_last(handover: &Handover) -> Option<&PledgeRevision> {
    handover.pledge.as_ref()?.revisions.last()
}

fn note(note: &Note, seen: Seen) -> String {
    let Seen {
        judged,
        file,
        intake,
        ..
    } = seen;
    match note {
        Note::OtherBranch => {
            format!(
                "Trong tệp ghi “{}”: xem lại có đúng chi bộ không.",
                visible(&file.handover.profile.branch)
            )
        }
        Note::UnseenLetters => format!(
            "Tên trong tệp có ký tự không nhìn thấy được, ghi rõ ra là “{}”: hỏi lại người gửi.",
            visible(&file.handover.profile.name)
        ),
        Note::Archived => format!(
            "Năm {} đã cất vào tệp lưu trữ. Mở lại năm ấy ở “Lưu trữ” rồi nhận phiếu.",
            file.handover.year
        ),
        Note::Gone => {
            let person = judged.owner.person();
            let person = person.and_then(|id| intake.branch.roster.person(id));
            let left = person.and_then(|person| person.stays.last()?.departure.as_ref());
            let since = left
                .map(|left| format!(" từ {}", left.on))
                .unwrap_or_default();
            format!("Không còn trong danh sách{since}.")
        }
    }
}

fn or(words: String, otherwise: &str) -> String {
    if words.is_empty() {
        otherwise.to_owned()
    } else {
        words
    }
}

/// "bản đăng ký, tháng 9–10"
pub fn contents(handover: &Handover) -> String {
    or(handover.summary(), "không có nội dung")
}

/// "22/11/2026 09:30" of an RFC 3339 moment.
pub fn moment(at: &str) -> String {
    let day = at.get(..10).and_then(|day| day.parse::<Day>().ok());
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{day} {}", at.get(11..16).unwrap_or_default())
}

/// "12 tệp: 8 mới · 2 mới hơn · 1 trùng · 1 không nhận được"
pub fn counts(judged: &[Judged], refused: usize) -> String {
    let count = |is_it: fn(&Judged) -> bool| judged.iter().filter(|one| is_it(one)).count();
    let counts = [
        (count(|one| one.verdict == Verdict::New), "mới"),
        (
            count(|one| matches!(one.verdict, Verdict::Newer(_))),
            "mới hơn",
        ),
        (
            count(|one| matches!(one.verdict, Verdict::Older(_))),
            "cũ hơn",
        ),
        (
            count(|one| matches!(one.verdict, Verdict::Conflict(_))),
            "cùng lần gửi",
        ),
        (count(|one| one.verdict == Verdict::Same), "trùng"),
        (refused, "không nhận được"),
    ];
    let said = counts.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<_> = said
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("{} tệp: {}", judged.len() + refused, said.join(" · "))
}

/// Who and what will have come in.
pub fn kept(intake: &Intake, files: &[Incoming]) -> Vec<(String, String)> {
    let all = intake.judged.iter().zip(files);
    let taken = all.filter(|(judged, _)| judged.taken);
    let line = |(judged, file): (&Judged, &Incoming)| {
        (who(judged, file, intake), contents(&file.handover))
    };
    taken.map(line).collect()
}
