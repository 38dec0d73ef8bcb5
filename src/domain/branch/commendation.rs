//! Commendations (biểu dương, khen thưởng) by level and by kind, and a report's own totals set
//! against them: S1 says 54 collectives and lists 1 + 3 + 51 = 55.

use so_tay_derive::in_files;

use crate::domain::calendar::Day;
use crate::domain::ids::ItemId;
use crate::domain::letters::grouped;

/// Who commends, lowest first (S1, S3).
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum CommendationLevel {
    /// chi bộ
    Branch,
    /// cơ sở
    Base,
    /// huyện, quận
    District,
    /// tỉnh
    Province,
    /// trung ương
    Central,
}

impl CommendationLevel {
    pub const ALL: [Self; 5] = [
        Self::Branch,
        Self::Base,
        Self::District,
        Self::Province,
        Self::Central,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Branch => "Chi bộ",
            Self::Base => "Cơ sở",
            Self::District => "Huyện, quận",
            Self::Province => "Tỉnh",
            Self::Central => "Trung ương",
        }
    }
}

/// Who is commended.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Award {
    /// cá nhân: of the roster.
    Person(ItemId),
    /// cá nhân: somebody by name.
    Named(String),
    /// tập thể
    Collective(String),
    /// So many at once, whose names stand elsewhere.
    Collectives(u32),
    People(u32),
}

#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commendation {
    pub id: ItemId,
    pub level: CommendationLevel,
    pub award: Award,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// What for.
    #[serde(default)]
    pub merit: String,
}

/// Totals as a report states them; `None`: not stated.
#[in_files]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Stated {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collectives: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// How many are commended: collectives and people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Commended {
    pub collectives: u64,
    pub people: u64,
}

impl Award {
    pub fn counts(&self) -> Commended {
        let (collectives, people) = match self {
            Self::Person(_) | Self::Named(_) => (0, 1),
            Self::Collective(_) => (1, 0),
            Self::Collectives(number) => (u64::from(*number), 0),
            Self::People(number) => (0, u64::from(*number)),
        };
        Commended {
            collectives,
            people,
        }
    }
}

impl std::iter::Sum for Commended {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            collectives: sum.collectives + part.collectives,
            people: sum.people + part.people,
        })
    }
}

/// The sums by level, lowest first: the levels at which somebody is commended.
pub fn by_level(commendations: &[Commendation]) -> Vec<(CommendationLevel, Commended)> {
    let at = |level| {
        let of_level = commendations.iter().filter(|one| one.level == level);
        of_level.map(|one| one.award.counts()).sum::<Commended>()
    };
    CommendationLevel::ALL
        .into_iter()
        .map(|level| (level, at(level)))
        .filter(|(_, sum)| *sum != Commended::default())
        .collect()
}

/// What the list says otherwise than the report: a sentence each.
pub fn mismatches(commendations: &[Commendation], stated: &Stated) -> Vec<String> {
    let levels = by_level(commendations);
    let check = |what: &str, stated: Option<u32>, of: fn(&Commended) -> u64| {
        let stated = u64::from(stated?);
        // Highest first, as the reports list them (S1: "1 + 3 + 51").
        let parts = levels.iter().rev().map(|(_, sum)| of(sum));
        let parts: Vec<_> = parts.filter(|part| *part > 0).collect();
        let sum: u64 = parts.iter().sum();
        let written: Vec<_> = parts.iter().map(|part| grouped(*part)).collect();
        let listed = match &written[..] {
            [] => format!("danh sách chưa có {what} nào"),
            [one] => format!("danh sách có {one}"),
            several => format!(
                "cộng các cấp được {} = {}",
                several.join(" + "),
                grouped(sum)
            ),
        };
        (sum != stated).then(|| {
            let (stated, off) = (grouped(stated), grouped(stated.abs_diff(sum)));
            format!("Báo cáo ghi {stated} {what} nhưng {listed}, chênh {off}.")
        })
    };
    let collectives = check("tập thể", stated.collectives, |sum| sum.collectives);
    let people = check("cá nhân", stated.people, |sum| sum.people);
    collectives.into_iter().chain(people).collect()
}
