//! What the sections of a branch's report say by the numbers: in the words of the reports themselves
//! (S0, S1).

use super::commendation::{Commended, by_level};
use super::months::{MonthCount, Word, matrix};
use super::pictures::classified;
use super::registration::{GroupCount, registration};
use super::report::{BranchReport, ReportPart, Section};
use super::{Branch, BranchYear, Commendation, Dossier};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::letters::grouped;
use crate::domain::pack::{Topic, usual_classes};
use crate::domain::review::Review;
use crate::domain::shortcoming::Correction;

/// What a report is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    pub branch: &'a Branch,
    pub year: i32,
    pub review: Review,
    pub dossiers: &'a [Dossier],
    /// The dossiers of the year before.
    pub before: &'a [Dossier],
    pub today: Day,
}

/// How the period's shortcomings stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ShortcomingCounts {
    pub put_right: usize,
    pub under_way: usize,
    pub not_yet: usize,
}

/// The report as it stands today, in the paper's order; sections that say nothing included.
pub fn sections(of: &Material, report: &BranchReport) -> Vec<Section> {
    ReportPart::ALL
        .into_iter()
        .map(|part| report.section(part, counted(of, report, part)))
        .collect()
}

/// What the numbers say; blank where only the branch can say it.
pub fn counted(of: &Material, report: &BranchReport, part: ReportPart) -> String {
    match part {
        ReportPart::Topics => of.topics(),
        ReportPart::Registration => {
            let told = registration(of.branch, of.dossiers, of.year, of.until(of.year));
            format!("Năm {}: {}.", of.year, told.sentence_in(report.wording))
        }
        ReportPart::Months => of.months(),
        ReportPart::Shortcomings => of.shortcomings(),
        ReportPart::Classes => of.classes(),
        ReportPart::Commendations => of.commendations(),
        ReportPart::Compared => of.compared(),
        ReportPart::Weaknesses | ReportPart::Plans => String::new(),
    }
}

impl Material<'_> {
    /// The last day that counts: the period's, or today while it runs.
    pub(super) fn until(&self, year: i32) -> Day {
        let last = YearMonth::new(year, self.review.last_month());
        last.map_or(self.today, |last| self.today.min(last.last_day()))
    }

    fn of_year(&self) -> Option<&BranchYear> {
        self.branch.year(self.year)
    }

    /// "Quý II + Quý III/2012: “…”, nghiên cứu “Đường cách mệnh”." (S0)
    fn topics(&self) -> String {
        let Some(pack) = self.of_year().and_then(BranchYear::pack) else {
            return String::new();
        };
        let theme = Some(&pack.theme).filter(|theme| !theme.trim().is_empty());
        let theme = theme.map(|theme| format!("Chuyên đề năm: “{theme}”."));
        let last = YearMonth::new(self.year, self.review.last_month()).map(YearMonth::quarter);
        let begun = |topic: &&Topic| last.is_some_and(|last| topic.from <= last);
        let line = |topic: &Topic| {
            let (from, to) = (topic.from.roman(), topic.to.roman());
            let quarters = if topic.from == topic.to {
                format!("Quý {from}")
            } else {
                format!("Quý {from} + Quý {to}")
            };
            let works: Vec<_> = topic
                .works
                .iter()
                .map(|work| format!("“{}”", work.title))
                .collect();
            let works = match &works[..] {
                [] => String::new(),
                works => format!(", nghiên cứu {}", works.join(", ")),
            };
            format!("{quarters}/{}: “{}”{works}.", self.year, topic.title)
        };
        let topics = pack.topics.iter().filter(begun).map(line);
        theme
            .into_iter()
            .chain(topics)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Of the months whose meeting is over.
    pub(super) fn months_count(&self, year: i32, dossiers: &[Dossier]) -> MonthCount {
        let matrix = matrix(self.branch, dossiers, year, self.today);
        let months = YearMonth::all_of(year).filter(|month| self.review.covers(*month));
        let mut sum = MonthCount::default();
        for month in months {
            let count = matrix.count(month);
            sum.of += count.of - count.waiting;
            sum.rated += count.rated;
            sum.late += count.late;
            sum.missing += count.missing;
            sum.assessed += count.assessed;
        }
        sum
    }

    /// Recorded as held, in the period.
    pub(super) fn meetings_held(&self) -> usize {
        self.of_year().map_or(0, |year| {
            let meetings = year.meetings.iter().filter(|(month, meeting)| {
                self.review.covers(**month) && meeting.held_on.is_some()
            });
            meetings.count()
        })
    }

    fn months(&self) -> String {
        let count = self.months_count(self.year, self.dossiers);
        let held = self.meetings_held();
        let meetings = (held > 0).then(|| format!("Chi bộ đã ghi {held:02} buổi sinh hoạt."));
        let rated = (count.of > 0).then(|| {
            let late = match count.late {
                0 => String::new(),
                late => format!(", trong đó {} lượt gửi muộn", number(late)),
            };
            let (here, of) = (number(count.here()), number(count.of));
            let share = share(GroupCount { registered: count.here(), of: count.of });
            format!("Tự đánh giá hằng tháng: {here}/{of} lượt ({share}){late}; chi bộ đánh giá {} lượt.", number(count.assessed))
        });
        meetings
            .into_iter()
            .chain(rated)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Of the period's months.
    pub(super) fn shortcoming_counts(&self) -> ShortcomingCounts {
        let received = self.dossiers.iter().filter_map(|one| one.received.as_ref());
        let found = received.flat_map(|received| received.shortcomings.values());
        let found = found
            .map(|found| &found.value)
            .filter(|one| one.month.year() == self.year && self.review.covers(one.month));
        let mut counts = ShortcomingCounts::default();
        for one in found {
            let count = match one.correction {
                Correction::PutRight { .. } => &mut counts.put_right,
                Correction::UnderWay => &mut counts.under_way,
                Correction::NotYet => &mut counts.not_yet,
            };
            *count += 1;
        }
        counts
    }

    fn shortcomings(&self) -> String {
        let found = self.shortcoming_counts();
        let all = found.put_right + found.under_way + found.not_yet;
        if all == 0 {
            return "Chưa ghi nhận hạn chế, thiếu sót nào.".to_owned();
        }
        format!(
            "Ghi nhận {} hạn chế, thiếu sót: đã khắc phục {}, đang khắc phục {}, chưa khắc phục {}.",
            number(all),
            number(found.put_right),
            number(found.under_way),
            number(found.not_yet),
        )
    }

    fn classes(&self) -> String {
        let line = |what: &str, word| {
            let counts = self.class_counts(self.year, self.dossiers, word);
            let whole: usize = counts.iter().map(|(_, count)| count).sum();
            let lines: Vec<_> = counts
                .iter()
                .map(|(name, count)| {
                    let share = share(GroupCount {
                        registered: *count,
                        of: whole,
                    });
                    format!("{name} {} người ({share})", number(*count))
                })
                .collect();
            (whole > 0).then(|| format!("{what} {} người: {}.", number(whole), lines.join("; ")))
        };
        let own = line("Tự xếp loại", Word::Own);
        let branch = line("Chi bộ xếp loại", Word::Branch);
        own.into_iter().chain(branch).collect::<Vec<_>>().join("\n")
    }

    /// Best class first; those that nobody is in are left out.
    pub fn class_counts(
        &self,
        year: i32,
        dossiers: &[Dossier],
        word: Word,
    ) -> Vec<(String, usize)> {
        let found = classified(self.branch, dossiers, year, self.review, word);
        let classes = self
            .branch
            .year(year)
            .map_or_else(usual_classes, BranchYear::classes);
        let mut names: Vec<_> = classes.into_iter().map(|class| class.name).collect();
        for name in &found {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let count = |name: String| {
            let count = found.iter().filter(|one| **one == name).count();
            (name, count)
        };
        names
            .into_iter()
            .map(count)
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// Of the period; those without a day belong to the year.
    pub fn commended(&self) -> Vec<Commendation> {
        let until = self.until(self.year);
        let all = self
            .of_year()
            .map(|year| &year.commendations[..])
            .unwrap_or_default();
        let of_period = all.iter().filter(|one| match one.on {
            Some(on) => on <= until,
            None => self.review == Review::FullYear,
        });
        of_period.cloned().collect()
    }

    fn commendations(&self) -> String {
        let levels = by_level(&self.commended());
        if levels.is_empty() {
            return "Chưa ghi nhận biểu dương, khen thưởng nào.".to_owned();
        }
        let whole: Commended = levels.iter().map(|(_, sum)| *sum).sum();
        // Highest first, as the reports list them (S1).
        let lines = levels
            .iter()
            .rev()
            .map(|(level, sum)| format!("cấp {} {}", level.name().to_lowercase(), commended(*sum)));
        let lines: Vec<_> = lines.collect();
        format!(
            "Biểu dương, khen thưởng {}; gồm: {}.",
            commended(whole),
            lines.join("; ")
        )
    }

    /// A line for what can be compared: in points, as S1 does ("tăng 4,39 %").
    fn compared(&self) -> String {
        let before = self.year - 1;
        if self.branch.is_archived(before) {
            return String::new();
        }
        let at = |year, dossiers| {
            registration(self.branch, dossiers, year, self.until(year)).count(|_| true)
        };
        let months = |year, dossiers| {
            let count = self.months_count(year, dossiers);
            GroupCount {
                registered: count.here(),
                of: count.of,
            }
        };
        let good = |year, dossiers| {
            let counts = self.class_counts(year, dossiers, Word::Branch);
            let own = self.branch.year(year);
            let classes = own.map_or_else(usual_classes, BranchYear::classes);
            let best = |name: &str| classes.iter().take(2).any(|class| class.name == name);
            let reached = counts.iter().filter(|(name, _)| best(name));
            GroupCount {
                registered: reached.map(|(_, count)| count).sum(),
                of: counts.iter().map(|(_, count)| count).sum(),
            }
        };
        // A year of which nothing was kept would seem to be a bad one.
        let nothing = self.before.iter().all(|one| one.year != before);
        let lines = [
            (
                "Đăng ký đủ số việc",
                at(self.year, self.dossiers),
                at(before, self.before),
            ),
            (
                "Tự đánh giá hằng tháng",
                months(self.year, self.dossiers),
                months(before, self.before),
            ),
            (
                "Hai mức xếp loại cao nhất",
                good(self.year, self.dossiers),
                good(before, self.before),
            ),
        ];
        let lines = lines
            .into_iter()
            .filter(|(_, now, then)| !nothing && now.of > 0 && then.of > 0);
        let lines = lines.map(|(what, now, then)| {
            format!(
                "{what}: {}, năm {before} {}{}.",
                share(now),
                share(then),
                change(now, then)
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// "1 tập thể, 6 cá nhân".
fn commended(sum: Commended) -> String {
    let parts = [(sum.collectives, "tập thể"), (sum.people, "cá nhân")];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<_> = parts
        .map(|(number, what)| format!("{} {what}", grouped(number)))
        .collect();
    parts.join(", ")
}

fn number(number: usize) -> String {
    grouped(number as u64)
}

/// Hundredths of a percent, as printed: rounded half up to a tenth, and to a hundredth from 1,000 on,
/// where that is still a person. So S1's 88,9 of 45 and 90,83 of thousands.
fn hundredths(count: GroupCount) -> i64 {
    let (part, of) = (count.registered as i64, count.of.max(1) as i64);
    let step = if of < 1_000 { 10 } else { 1 };
    let steps = 10_000 / step;
    (2 * part * steps + of) / (2 * of) * step
}

/// "88,9 %"; "100 %".
pub fn share(count: GroupCount) -> String {
    format!("{} %", decimal(hundredths(count)))
}

/// ", tăng 4,39 điểm phần trăm": of the printed shares, so that the paper adds up.
pub fn change(now: GroupCount, before: GroupCount) -> String {
    let change = hundredths(now) - hundredths(before);
    let size = decimal(change.abs());
    match change {
        0 => ", không đổi".to_owned(),
        1.. => format!(", tăng {size} điểm phần trăm"),
        _ => format!(", giảm {size} điểm phần trăm"),
    }
}

fn decimal(hundredths: i64) -> String {
    let text = format!("{},{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}
