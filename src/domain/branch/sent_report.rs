//! The report as it goes to the level above as data: its sections as they are printed, and the counts behind
//! them. It names nobody but whom the sections name, and who signs.

use so_tay_derive::in_files;

use super::commendation::{CommendationLevel, by_level};
use super::months::Word;
use super::registration::{GroupCount, registration};
use super::report::{BranchReport, ReportPart};
use super::report_words::{Material, sections};
use crate::domain::calendar::Day;
use crate::domain::people::Standing;
use crate::domain::review::Review;
use crate::domain::table::Table;

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentReport {
    pub year: i32,
    pub review: Review,
    pub unit: String,
    pub branch: String,
    pub number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    pub place: String,
    /// A line each.
    pub to: String,
    pub signed_by: String,
    /// Those that say something.
    pub sections: Table<ReportPart, String>,
    pub counts: ReportCounts,
}

/// As of the report's period, or of today while it runs.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportCounts {
    /// Of those of whom the pack asks something.
    pub members: Reached,
    pub non_members: Reached,
    /// People × months whose meeting is over: `done` are those that were handed in.
    pub months: Reached,
    /// Of those, handed in after the meeting.
    pub late: u32,
    /// By the branch.
    pub assessed: u32,
    pub meetings: u32,
    pub put_right: u32,
    pub under_way: u32,
    pub not_yet: u32,
    /// Best first; those that nobody is in are left out.
    pub classes: Vec<ClassCount>,
    /// Lowest first; those without any are left out.
    pub commendations: Vec<LevelCount>,
}

/// `done` is never above `of`.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    pub done: u32,
    pub of: u32,
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassCount {
    pub name: String,
    /// By the people themselves.
    pub own: u32,
    /// By the branch.
    pub branch: u32,
}

#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelCount {
    pub level: CommendationLevel,
    pub collectives: u32,
    pub people: u32,
}

/// What the report says as it stands.
pub fn sent_report(of: &Material, report: &BranchReport) -> SentReport {
    let said = sections(of, report).into_iter();
    let said = said.filter(|section| !section.text.trim().is_empty());
    SentReport {
        year: of.year,
        review: of.review,
        unit: of.branch.unit.clone(),
        branch: of.branch.name.clone(),
        number: report.number.clone(),
        on: report.on,
        place: report.place.clone(),
        to: report.to.clone(),
        signed_by: report.signed_by.clone(),
        sections: said.map(|section| (section.part, section.text)).collect(),
        counts: counts(of),
    }
}

fn counts(of: &Material) -> ReportCounts {
    let registered = registration(of.branch, of.dossiers, of.year, of.until(of.year));
    let months = of.months_count(of.year, of.dossiers);
    let found = of.shortcoming_counts();
    let own = of.class_counts(of.year, of.dossiers, Word::Own);
    let branch = of.class_counts(of.year, of.dossiers, Word::Branch);
    let mut names: Vec<&String> = branch.iter().map(|(name, _)| name).collect();
    for (name, _) in &own {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let of_class = |counts: &[(String, usize)], name: &String| {
        let found = counts.iter().find(|(of, _)| of == name);
        number(found.map_or(0, |(_, count)| *count))
    };
    let classes = names.into_iter().map(|name| ClassCount {
        name: name.clone(),
        own: of_class(&own, name),
        branch: of_class(&branch, name),
    });
    let commended = by_level(&of.commended()).into_iter();
    let commended = commended.map(|(level, sum)| LevelCount {
        level,
        collectives: number(sum.collectives),
        people: number(sum.people),
    });
    ReportCounts {
        members: reached(registered.count_of(Standing::Member)),
        non_members: reached(registered.count_of(Standing::NonMember)),
        months: Reached {
            done: number(months.here()),
            of: number(months.of),
        },
        late: number(months.late),
        assessed: number(months.assessed),
        meetings: number(of.meetings_held()),
        put_right: number(found.put_right),
        under_way: number(found.under_way),
        not_yet: number(found.not_yet),
        classes: classes.collect(),
        commendations: commended.collect(),
    }
}

fn reached(count: GroupCount) -> Reached {
    Reached {
        done: number(count.registered),
        of: number(count.of),
    }
}

fn number(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
