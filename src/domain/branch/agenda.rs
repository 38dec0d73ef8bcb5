//! The agenda of a month's meeting (S4: the results of last month, the topic; S1: turns in
//! self-criticism), put together from what the branch keeps; and as plain text, to copy into Zalo.

use super::assess::{OpenShortcoming, open_shortcomings};
use super::deeds::is_taken_back;
use super::months::{Matrix, MonthCell, MonthCount, matrix};
use super::turns::{Turns, meeting_on, turns};
use super::{Assessment, Branch, Dossier, Meeting, Person, level_name};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::handover::month_ranges;
use crate::domain::ids::ItemId;
use crate::domain::pack::Topic;

/// What a meeting takes up, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    pub results: Option<Results>,
    pub turns: Turns,
    /// Of the meeting's quarter, with their works.
    pub topics: Vec<Topic>,
    pub shortcomings: Vec<OpenShortcoming>,
    /// As kept: good deeds, without those that were taken back; what else, what was decided.
    pub meeting: Meeting,
}

/// Last month's results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    pub month: YearMonth,
    pub count: MonthCount,
    /// Who did not send the month yet, due or not.
    pub absent: Vec<ItemId>,
    /// What the branch said of itself.
    pub own: Option<Assessment>,
}

/// `dossiers`: of last month's year. A January meeting takes up December.
pub fn agenda(branch: &Branch, dossiers: &[Dossier], month: YearMonth, today: Day) -> Agenda {
    let year = branch.year(month.year());
    let topics = year
        .and_then(|year| year.pack())
        .map(|pack| pack.topics_in(month).cloned().collect());
    let meeting = year.and_then(|year| year.meetings.get(&month)).cloned();
    let mut meeting = meeting.unwrap_or_default();
    meeting.deeds.retain(|deed| !is_taken_back(deed, dossiers));
    Agenda {
        results: month.previous().map(|last| {
            let matrix = matrix(branch, dossiers, last.year(), today);
            results(branch, &matrix, last)
        }),
        turns: turns(branch, month, today),
        topics: topics.unwrap_or_default(),
        shortcomings: open_shortcomings(branch, dossiers, today),
        meeting,
    }
}

fn results(branch: &Branch, matrix: &Matrix, month: YearMonth) -> Results {
    let year = branch.year(month.year());
    Results {
        month,
        count: matrix.count(month),
        absent: matrix.whose(month, |told| {
            matches!(told.cell, MonthCell::Missing | MonthCell::NotYet)
        }),
        own: year.and_then(|year| year.own_months.get(&month)).cloned(),
    }
}

/// The agenda as plain text.
pub fn agenda_text(branch: &Branch, agenda: &Agenda, month: YearMonth) -> String {
    let called = |id: &ItemId| branch.roster.called(id);
    let mut text = format!(
        "SINH HOẠT CHI BỘ THÁNG {}\n{}\nNgày {}\n",
        slashed(month),
        branch.name,
        meeting_on(branch, month)
    );
    let mut number = 0;
    let mut part = |heading: String, lines: Vec<String>| {
        number += 1;
        text += &format!("\n{number}. {heading}\n");
        for line in lines {
            text += &format!("- {line}\n");
        }
    };
    if let Some(results) = &agenda.results {
        let heading = format!("Kết quả làm theo tháng {}", slashed(results.month));
        part(heading, results_lines(branch, results));
    }
    if !agenda.turns.people.is_empty() {
        let people = agenda.turns.people.iter().map(called).collect();
        part("Tự phê bình và phê bình".to_owned(), people);
    }
    for topic in &agenda.topics {
        let works = topic.works.iter().map(|work| {
            let note = if work.note.is_empty() {
                String::new()
            } else {
                format!(" ({})", work.note)
            };
            format!("Tác phẩm “{}”{note}", work.title)
        });
        part(
            format!(
                "Chuyên đề {}: {}",
                topic.quarters().replacen("Quý", "quý", 1),
                topic.title
            ),
            works.collect(),
        );
    }
    if !agenda.shortcomings.is_empty() {
        let lines = agenda.shortcomings.iter().map(|open| {
            let by = match (&open.overdue_since, &open.shortcoming.deadline) {
                (Some(day), _) => format!("; quá hạn từ {day}"),
                (None, Some(deadline)) => format!("; hạn {deadline}"),
                (None, None) => String::new(),
            };
            format!("{}: {}{by}", called(&open.person), open.shortcoming.text)
        });
        part("Hạn chế chưa khắc phục xong".to_owned(), lines.collect());
    }
    let deeds = agenda
        .meeting
        .deeds
        .iter()
        .filter(|deed| !deed.text.trim().is_empty());
    let deeds: Vec<_> = deeds
        .map(|deed| match &deed.person {
            Some(person) => format!("{}: {}", called(person), deed.text.trim()),
            None => deed.text.trim().to_owned(),
        })
        .collect();
    if !deeds.is_empty() {
        part("Người tốt, việc tốt".to_owned(), deeds);
    }
    for (heading, written) in [
        ("Nội dung khác", &agenda.meeting.other),
        ("Kết luận", &agenda.meeting.decided),
    ] {
        let lines = lines(written);
        if !lines.is_empty() {
            part(heading.to_owned(), lines);
        }
    }
    text
}

fn results_lines(branch: &Branch, results: &Results) -> Vec<String> {
    let count = &results.count;
    let late = if count.late > 0 {
        format!(", trong đó {} muộn", count.late)
    } else {
        String::new()
    };
    let here = count.here();
    let mut lines = vec![format!("Đã gửi tự đánh giá: {here}/{}{late}", count.of)];
    if !results.absent.is_empty() {
        let names: Vec<_> = results
            .absent
            .iter()
            .map(|id| branch.roster.called(id))
            .collect();
        lines.push(format!("Chưa gửi: {}", names.join(", ")));
    }
    let year = branch.year(results.month.year());
    if let Some(own) = &results.own {
        let level = own.level.as_ref().map(|level| level_name(year, level));
        let said = level.into_iter().chain(lines_of(&own.remark));
        let said: Vec<_> = said.collect();
        lines.push(format!("Chi bộ tự đánh giá: {}", said.join(". ")));
    }
    lines
}

fn lines_of(text: &str) -> impl Iterator<Item = String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned)
}

fn lines(text: &str) -> Vec<String> {
    lines_of(text).collect()
}

fn slashed(month: YearMonth) -> String {
    format!("{}/{}", month.number(), month.year())
}

/// A text to copy to somebody whose months are missing. Without a pronoun: the secretary may be the
/// younger one.
pub fn reminder(branch: &Branch, person: &ItemId, months: &[YearMonth], before: Day) -> String {
    let numbers = month_ranges(months.iter().map(|month| month.number()));
    let name = branch.roster.person(person).map(Person::shown);
    let year = months.first().map(|month| format!("/{}", month.year()));
    format!(
        "{}: chưa nhận được tự đánh giá tháng {numbers}{} của {}. Đề nghị gửi trước buổi họp ngày {before}.",
        branch.name,
        year.unwrap_or_default(),
        name.unwrap_or_default(),
    )
}

/// The same to all who did not send one month, for the branch's group.
pub fn reminder_to_all(
    branch: &Branch,
    people: &[ItemId],
    month: YearMonth,
    before: Day,
) -> String {
    let names = people.iter().zip(1..);
    let names = names.map(|(id, number)| format!("\n{number}. {}", branch.roster.called(id)));
    format!(
        "{}: chưa nhận được tự đánh giá tháng {} của {} người. Đề nghị gửi trước buổi họp ngày {before}.{}",
        branch.name,
        slashed(month),
        people.len(),
        names.collect::<String>()
    )
}
