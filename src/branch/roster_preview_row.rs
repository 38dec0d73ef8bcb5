//! One line of a table, as it would go onto the roster, and what is to be decided of it.

use super::roster_paste::Import;
use crate::domain::Standing;
use crate::domain::branch::Branch;
use crate::domain::branch::roster_import::{Holds, Judged, Line, Listed, Verdict};
use crate::domain::letters::visible;
use crate::signal::Signal;
use crate::ui::{Choice, El, b, check, choices, el, live, p};

/// Somebody who would be added, unless the tick is taken off.
pub fn new(import: Import, place: usize) -> El {
    let Listed {
        name,
        duty,
        group,
        from,
        ..
    } = listed(import, place);
    let from = from.map(|day| format!("từ {day}")).unwrap_or_default();
    let standing = standing_of(import, place);
    let about = live(move || {
        let standing = standing.get().map_or("", Standing::name);
        joined([standing, &duty, &group, &from])
    });
    let set = move |on| take(import, place, on);
    el("li").with(check(visible(&name), about, taken(import, place), set))
}

/// Somebody who is left out unless it is decided otherwise.
pub fn doubtful(import: Import, place: usize) -> El {
    let listed = listed(import, place);
    let about = joined([
        listed.standing.map_or("", Standing::name),
        &listed.duty,
        &listed.group,
    ]);
    let about = (!about.is_empty()).then(|| p(about).class("muted"));
    let why = reason(import, place, &listed);
    // Of somebody who is on the list, the standing is theirs.
    let is_known = matches!(verdict(import, place), Verdict::Changed(_));
    let asked = listed.standing.is_none() && !is_known;
    let standing = asked.then(|| standing(import, place));
    // Without a standing there is nobody to add.
    let of_line = standing_of(import, place);
    let decidable = Signal::derive(move || is_known || of_line.with(Option::is_some));
    let label = if is_known {
        "Ghi theo bảng"
    } else {
        "Thêm người này"
    };
    let tick = live(move || {
        decidable.get().then(|| {
            let set = move |on| take(import, place, on);
            check(label, (), taken(import, place), set)
        })
    });
    let taken = taken(import, place);
    let sign = live(move || if taken.get() { "✓" } else { "?" });
    let head = (b(visible(&listed.name)), " ", at_line(import, place));
    el("li").with((mark().with(sign), p(head), about, p(why), standing, tick))
}

/// A line that can't be added, and why.
pub fn left_out(import: Import, place: usize) -> El {
    let sign = match verdict(import, place) {
        Verdict::Same(_) => "=",
        _ => "✕",
    };
    let why = reason(import, place, &Listed::default());
    let head = (b(words(import, place)), " ", at_line(import, place));
    el("li").with((mark().with(sign), p(head), p(why).class("muted")))
}

/// A sign for the eye; the words beside it say the same.
fn mark() -> El {
    el("span").class("sign-mark").attr("aria-hidden", "true")
}

fn standing(import: Import, place: usize) -> El {
    let number = number(import, place);
    let options = Standing::ALL.map(|standing| Choice::new(standing.name(), standing.name()));
    let standing = standing_of(import, place);
    let chosen = Signal::derive(move || standing.get().map_or("", Standing::name).to_owned());
    let name = format!("standing-{place}");
    let legend = el("span").class("unseen").with("Đối tượng");
    choices(
        "keep",
        &name,
        legend,
        options.into(),
        chosen,
        move |value| {
            let mut all = Standing::ALL.into_iter();
            if let Some(standing) = all.find(|one| one.name() == value) {
                import.decisions.update(|decisions| {
                    decisions.standings.insert(number, standing);
                });
            }
        },
    )
}

fn take(import: Import, place: usize, on: bool) {
    let number = number(import, place);
    import.decisions.update(|decisions| {
        decisions.taken.insert(number, on);
    });
}

fn line<T>(import: Import, place: usize, read: impl FnOnce(&Line) -> T) -> Option<T> {
    import
        .lines
        .with_untracked(|lines| lines.get(place).map(read))
}

fn number(import: Import, place: usize) -> usize {
    line(import, place, |line| line.number).unwrap_or_default()
}

fn at_line(import: Import, place: usize) -> El {
    let words = format!("dòng {}", number(import, place));
    el("small").class("muted").with(words)
}

fn listed(import: Import, place: usize) -> Listed {
    let listed = line(import, place, |line| match &line.holds {
        Holds::Listed(listed) => listed.clone(),
        _ => Listed::default(),
    });
    listed.unwrap_or_default()
}

/// The line's words, whatever it is.
fn words(import: Import, place: usize) -> String {
    let words = line(import, place, |line| match &line.holds {
        Holds::Heading(words) | Holds::Total(words) => visible(words),
        Holds::Listed(listed) => visible(&listed.name),
    });
    words
        .filter(|words| !words.is_empty())
        .unwrap_or_else(|| "Không có tên".to_owned())
}

fn joined<const N: usize>(parts: [&str; N]) -> String {
    let mut parts = Vec::from(parts);
    parts.retain(|part| !part.is_empty());
    parts.join("\u{a0}· ")
}

fn verdict(import: Import, place: usize) -> Verdict {
    let verdict = |judged: &Vec<Judged>| judged.get(place).map(|one| one.verdict.clone());
    import
        .first
        .with_untracked(verdict)
        .unwrap_or(Verdict::Heading)
}

fn taken(import: Import, place: usize) -> Signal<bool> {
    let taken = move |judged: &Vec<Judged>| judged.get(place).is_some_and(|one| one.taken);
    Signal::derive(move || import.judged.with(taken))
}

/// As it is decided now.
fn standing_of(import: Import, place: usize) -> Signal<Option<Standing>> {
    let standing = move |judged: &Vec<Judged>| judged.get(place).and_then(|one| one.standing);
    Signal::derive(move || import.judged.with(standing))
}

/// Why a line is not simply added.
fn reason(import: Import, place: usize, listed: &Listed) -> String {
    let verdict = verdict(import, place);
    let desk = import.screen.desk;
    desk.peek(|branch| in_words(branch, &verdict, listed))
}

fn in_words(branch: &Branch, verdict: &Verdict, listed: &Listed) -> String {
    let words = match verdict {
        Verdict::New => "",
        Verdict::NoStanding => "Chưa rõ đối tượng: chọn một.",
        Verdict::Same(id) => return format!("Đã có: {}.", branch.roster.called(id)),
        Verdict::Changed(id) => {
            let person = branch.roster.person(id);
            let duty = person.map(|person| person.duty.as_str());
            return match duty.filter(|duty| !duty.is_empty()) {
                Some(duty) => format!("Đã có, với chức vụ “{duty}”."),
                None => "Đã có, còn thiếu chức vụ hoặc tổ.".to_owned(),
            };
        }
        Verdict::Namesake(id) => {
            return format!(
                "Danh sách có {}, khác tổ. Nếu là người khác cùng tên thì thêm.",
                branch.roster.called(id)
            );
        }
        Verdict::Left(id) => {
            let person = branch.roster.person(id);
            let left = person.and_then(|person| person.departure());
            let on = left.map(|left| left.on.to_string()).unwrap_or_default();
            return format!(
                "Cùng tên với người đã rời chi bộ ngày {on}. Nếu người ấy quay lại thì không thêm ở đây: mở dòng của người ấy ở “Đã rời chi bộ”."
            );
        }
        Verdict::Double(line) => return format!("Trùng tên với dòng {line}."),
        Verdict::OddName => {
            "Không giống họ tên đầy đủ. Nếu có ký tự lạ, bảng có lẽ dùng phông chữ cũ (.VnTime, VNI): đổi sang Unicode rồi dán lại."
        }
        Verdict::NoDay => {
            let day = listed.no_day.as_deref().unwrap_or_default();
            return format!("“{day}” không phải một ngày. Thêm thì để trống ngày ấy.");
        }
        Verdict::BehindTotal => "Đứng sau dòng tổng cộng.",
        Verdict::NoName => "Không có họ tên.",
        Verdict::TooLong => "Có ô quá dài so với một họ tên, chức vụ, tổ.",
        Verdict::Heading => "Dòng tiêu đề.",
        Verdict::Total => "Dòng tổng cộng.",
    };
    words.to_owned()
}
