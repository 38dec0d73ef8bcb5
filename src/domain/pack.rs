//! The branch's pack (bộ chuẩn mực): standards of conduct, the year's theme and topics, quotas,
//! the rating scale and the headings of the printed form.

use std::ops::RangeInclusive;

use so_tay_derive::in_files;

use super::calendar::{Day, Quarter, YearMonth};
use super::ids::{DocumentId, ItemId};
use super::people::Standing;
use super::review::Points;

// What a pack may hold; published in `schema/`.
pub const MAX_STANDARDS: usize = 200;
pub const MAX_TOPICS: usize = 50;
/// Of one topic.
pub const MAX_WORKS: usize = 50;
/// Of one standard.
pub const MAX_POSTS: usize = 50;
/// Steps of the rating scale.
pub const SCALE: RangeInclusive<usize> = 2..=10;
/// Commitments asked for.
pub const QUOTA: RangeInclusive<u8> = 0..=20;
/// Of the most points that can be reached, in general or for the tasks.
pub const POINTS: RangeInclusive<u8> = 1..=100;
/// A day that every month has.
pub const MEETING_DAY: RangeInclusive<u8> = 1..=28;

/// What must be done, what must be avoided (S4: "những việc phải làm, những việc cần tránh").
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Conduct {
    MustDo,
    MustAvoid,
}

impl Conduct {
    pub const ALL: [Self; 2] = [Self::MustDo, Self::MustAvoid];

    pub fn name(self) -> &'static str {
        match self {
            Self::MustDo => "Phải làm",
            Self::MustAvoid => "Cần tránh",
        }
    }
}

/// One standard (chuẩn mực): "ngắn gọn, dễ nhớ, dễ thực hiện, dễ kiểm tra" (S1).
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    pub id: ItemId,
    pub conduct: Conduct,
    pub text: String,
    /// The posts it is meant for; empty: for everyone (S1: "phù hợp với từng đối tượng, vị trí công tác").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<String>,
    /// Taken out of use, but still named by months that were rated by it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// A work to read that goes with a topic (S0: "Đường cách mệnh").
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub id: ItemId,
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A topic (chuyên đề quý) over one or more quarters; a quarter may have several or none (S0).
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub id: ItemId,
    pub title: String,
    pub from: Quarter,
    /// Not before `from`.
    pub to: Quarter,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub works: Vec<Work>,
}

impl Topic {
    pub fn covers(&self, quarter: Quarter) -> bool {
        (self.from..=self.to).contains(&quarter)
    }

    /// "Quý I" or "Quý II–III".
    pub fn quarters(&self) -> String {
        if self.from == self.to {
            format!("Quý {}", self.from.roman())
        } else {
            format!("Quý {}–{}", self.from.roman(), self.to.roman())
        }
    }
}

/// How many commitments are asked for. It is shown and asked for, never forced.
#[in_files]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotas {
    pub member: u8,
    pub non_member: u8,
}

/// S0: "đảng viên … bằng 02 việc", "quần chúng … bằng 01 việc".
impl Default for Quotas {
    fn default() -> Self {
        Self {
            member: 2,
            non_member: 1,
        }
    }
}

impl Quotas {
    pub fn of(self, standing: Standing) -> u8 {
        match standing {
            Standing::Member => self.member,
            Standing::NonMember => self.non_member,
        }
    }
}

/// One step of the rating scale, best first in the pack's list.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub id: ItemId,
    pub name: String,
}

/// By what a person's year is classified (xếp loại).
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    /// Best first, as many as the rating scale may have.
    pub classes: Vec<Level>,
    /// The most that can be reached, where the unit gives points: 100 = 30 + 70.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
}

/// Words at the head of the printed form.
#[in_files]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[serde(default)]
pub struct Headings {
    /// Upper left: the level above.
    pub superior: String,
    /// Upper right, where the unit wants one.
    pub right: String,
    /// The form's title; empty: "BẢN ĐĂNG KÝ LÀM THEO".
    pub title: String,
}

/// What a branch gives its people at the start of a year.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardsPack {
    pub year: i32,
    /// cơ quan, đơn vị
    #[serde(default)]
    pub unit: String,
    /// chi bộ
    #[serde(default)]
    pub branch: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// chuyên đề năm; empty: none given out yet.
    #[serde(default)]
    pub theme: String,
    #[serde(default)]
    pub topics: Vec<Topic>,
    #[serde(default)]
    pub standards: Vec<Standard>,
    #[serde(default)]
    pub quotas: Quotas,
    /// Best first, at least two steps.
    #[serde(default = "usual_scale")]
    pub scale: Vec<Level>,
    /// Day of the month of the branch meeting that takes up last month's ratings, 1 to 28.
    #[serde(default = "usual_meeting_day")]
    pub meeting_day: u8,
    #[serde(default)]
    pub headings: Headings,
    /// Absent: the usual four classes, no points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<Classification>,
}

/// Early in the month, so that "kết quả tháng trước" (S4) is fresh.
pub fn usual_meeting_day() -> u8 {
    5
}

/// The four steps in use on paper; a pack may bring its own.
pub fn usual_scale() -> Vec<Level> {
    [
        ("excellent", "Xuất sắc"),
        ("good", "Tốt"),
        ("fair", "Trung bình"),
        ("poor", "Kém"),
    ]
    .into_iter()
    .map(|(id, name)| Level {
        id: ItemId::known(id),
        name: name.to_owned(),
    })
    .collect()
}

/// The four classes of the yearly classification.
pub fn usual_classes() -> Vec<Level> {
    [
        ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
        ("good", "Hoàn thành tốt nhiệm vụ"),
        ("done", "Hoàn thành nhiệm vụ"),
        ("not-done", "Không hoàn thành nhiệm vụ"),
    ]
    .into_iter()
    .map(|(id, name)| Level {
        id: ItemId::known(id),
        name: name.to_owned(),
    })
    .collect()
}

/// What stands for each level in a narrow column, in the scale's order: its first letter where no
/// other begins so, else the first letters of its words ("T", "TB"), else its number.
pub fn level_letters(scale: &[Level]) -> Vec<String> {
    let first = |level: &Level| level.name.chars().take(1).collect::<String>();
    let initials = |level: &Level| {
        let words = level.name.split_whitespace();
        words
            .filter_map(|word| word.chars().next())
            .collect::<String>()
    };
    let upper = |text: String| text.to_uppercase();
    let alone = |of: &dyn Fn(&Level) -> String, level: &Level| {
        let short = upper(of(level));
        let same = scale.iter().filter(|other| upper(of(other)) == short);
        (!short.is_empty() && same.count() == 1).then_some(short)
    };
    let letters = scale.iter().zip(1..).map(|(level, number)| {
        alone(&first, level)
            .or_else(|| alone(&initials, level))
            .unwrap_or_else(|| number.to_string())
    });
    letters.collect()
}

impl StandardsPack {
    /// By which a year is classified, best first.
    pub fn classes(&self) -> Vec<Level> {
        let own = self.classification.as_ref();
        own.map_or_else(usual_classes, |own| own.classes.clone())
    }

    /// The most points that can be reached, where it asks for points.
    pub fn most_points(&self) -> Option<Points> {
        self.classification.as_ref()?.points
    }

    /// The standards in use for someone in this post, in the pack's order. Someone without a post
    /// is shown all of them: better one too many than one unseen.
    pub fn standards_for(&self, post: Option<&str>) -> impl Iterator<Item = &Standard> {
        self.standards.iter().filter(move |standard| {
            let meant = post.is_none_or(|post| {
                standard.posts.is_empty() || standard.posts.iter().any(|p| p == post)
            });
            !standard.retired && meant
        })
    }

    /// The posts that some standard names, each once, in order of appearance.
    pub fn posts(&self) -> Vec<String> {
        let mut posts = Vec::new();
        for post in self
            .standards
            .iter()
            .filter(|standard| !standard.retired)
            .flat_map(|standard| &standard.posts)
        {
            if !posts.contains(post) {
                posts.push(post.clone());
            }
        }
        posts
    }

    pub fn level(&self, id: &ItemId) -> Option<&Level> {
        self.scale.iter().find(|level| level.id == *id)
    }

    /// The topics of the month's quarter.
    pub fn topics_in(&self, month: YearMonth) -> impl Iterator<Item = &Topic> {
        let quarter = month.quarter();
        self.topics
            .iter()
            .filter(move |topic| topic.covers(quarter))
    }
}

/// Which pack a month was rated by.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum PackVersion {
    /// The person's own set, begun from the starter one.
    Own,
    /// The branch's, as opened from a file.
    Issued {
        document_id: DocumentId,
        revision: u32,
    },
}

/// A pack together with where it came from.
#[in_files]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPack {
    pub version: PackVersion,
    pub pack: StandardsPack,
}
