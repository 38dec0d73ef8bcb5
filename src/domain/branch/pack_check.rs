//! What stands in the way of giving a pack out, and what is only advised.

use crate::domain::calendar::{Day, Quarter};
use crate::domain::ids::ItemId;
use crate::domain::letters::lower;
use crate::domain::pack::{
    Level, MAX_POSTS, MAX_STANDARDS, MAX_TOPICS, MAX_WORKS, MEETING_DAY, POINTS, QUOTA, SCALE,
    Standard, StandardsPack,
};
use crate::domain::people::Standing;
use crate::domain::review::Points;

/// So many standards anyone can keep in mind (S1: "ngắn gọn, dễ nhớ, dễ thực hiện, dễ kiểm tra"). The
/// reports name no number: ten is what stands on one screen of a phone.
pub const MEMORABLE: usize = 10;

/// Characters of a standard that is still short: two lines on a phone.
pub const SHORT: usize = 100;

/// What the points for conduct and for the tasks come to together.
pub const WHOLE: u16 = 100;

/// 100 = 30 for conduct in general + 70 for the year's tasks.
pub const USUAL_POINTS: Points = Points {
    general: 30,
    tasks: 70,
};

/// Why a pack can't be given out as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// The last version says the same.
    Unchanged,
    /// The last version was given out on this day, which is later.
    BeforeLast(Day),
    TooManyStandards,
    /// It was given out, and now has no words.
    StandardWithoutText(ItemId),
    TooManyPosts(ItemId),
    TooManyTopics,
    TopicWithoutTitle(ItemId),
    QuartersReversed(ItemId),
    TooManyWorks(ItemId),
    WorkWithoutTitle(ItemId),
    TooFewLevels,
    TooManyLevels,
    LevelWithoutName(ItemId),
    /// Two steps of the scale have this one's name.
    LevelsAlike(ItemId),
    /// The same of the classes.
    TooFewClasses,
    TooManyClasses,
    ClassWithoutName(ItemId),
    ClassesAlike(ItemId),
    Points,
    Quota(Standing),
    MeetingDay,
}

/// What could be better. It never stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackAdvice {
    NoStandards,
    /// More than can be kept in mind, for someone in this post; `None`: for everyone.
    Many {
        count: usize,
        post: Option<String>,
    },
    Long(ItemId),
    /// Says the same as one before it.
    Twice(ItemId),
    /// Quarters without a topic: there may be such (S0).
    NoTopic(Vec<Quarter>),
    /// A step that people were rated by is no longer in the scale, by its name.
    LevelGone(String),
    /// Likewise a class.
    ClassGone(String),
    /// The points come to this much together, and not to 100.
    PointsOff(u16),
}

/// What a file of the pack may not hold, and what nobody could use.
pub(super) fn faults_of(pack: &StandardsPack) -> Vec<PackFault> {
    let mut faults = Vec::new();
    let mut fault_if = |wrong: bool, fault: PackFault| {
        if wrong {
            faults.push(fault);
        }
    };
    fault_if(
        pack.standards.len() > MAX_STANDARDS,
        PackFault::TooManyStandards,
    );
    for standard in pack.standards_for(None) {
        let id = || standard.id.clone();
        fault_if(
            standard.text.is_empty(),
            PackFault::StandardWithoutText(id()),
        );
        fault_if(
            standard.posts.len() > MAX_POSTS,
            PackFault::TooManyPosts(id()),
        );
    }
    fault_if(pack.topics.len() > MAX_TOPICS, PackFault::TooManyTopics);
    for topic in &pack.topics {
        let id = || topic.id.clone();
        fault_if(topic.title.is_empty(), PackFault::TopicWithoutTitle(id()));
        fault_if(topic.to < topic.from, PackFault::QuartersReversed(id()));
        fault_if(topic.works.len() > MAX_WORKS, PackFault::TooManyWorks(id()));
        for work in &topic.works {
            let fault = PackFault::WorkWithoutTitle(work.id.clone());
            fault_if(work.title.is_empty(), fault);
        }
    }
    let classes = steps(&pack.classes(), &CLASSES);
    for fault in steps(&pack.scale, &LEVELS).into_iter().chain(classes) {
        fault_if(true, fault);
    }
    let points = pack.most_points().into_iter();
    let mut points = points.flat_map(|most| [most.general, most.tasks]);
    fault_if(
        points.any(|most| !POINTS.contains(&most)),
        PackFault::Points,
    );
    for standing in Standing::ALL {
        let quota = pack.quotas.of(standing);
        fault_if(!QUOTA.contains(&quota), PackFault::Quota(standing));
    }
    let meeting = MEETING_DAY.contains(&pack.meeting_day);
    fault_if(!meeting, PackFault::MeetingDay);
    faults
}

/// How the faults of a list of steps are called.
struct Steps {
    few: PackFault,
    many: PackFault,
    nameless: fn(ItemId) -> PackFault,
    alike: fn(ItemId) -> PackFault,
}

const LEVELS: Steps = Steps {
    few: PackFault::TooFewLevels,
    many: PackFault::TooManyLevels,
    nameless: PackFault::LevelWithoutName,
    alike: PackFault::LevelsAlike,
};

const CLASSES: Steps = Steps {
    few: PackFault::TooFewClasses,
    many: PackFault::TooManyClasses,
    nameless: PackFault::ClassWithoutName,
    alike: PackFault::ClassesAlike,
};

fn steps(list: &[Level], called: &Steps) -> Vec<PackFault> {
    let mut faults = Vec::new();
    if list.len() < *SCALE.start() {
        faults.push(called.few.clone());
    }
    if list.len() > *SCALE.end() {
        faults.push(called.many.clone());
    }
    for (index, level) in list.iter().enumerate() {
        let mut before = list[..index].iter();
        if level.name.is_empty() {
            faults.push((called.nameless)(level.id.clone()));
        } else if before.any(|known| same(&known.name, &level.name)) {
            faults.push((called.alike)(level.id.clone()));
        }
    }
    faults
}

pub(super) fn advice_on(pack: &StandardsPack) -> Vec<PackAdvice> {
    let mut advice = Vec::new();
    let common = pack
        .standards_for(None)
        .filter(|standard| standard.posts.is_empty())
        .count();
    if pack.standards_for(None).next().is_none() {
        advice.push(PackAdvice::NoStandards);
    }
    if common > MEMORABLE {
        let (count, post) = (common, None);
        advice.push(PackAdvice::Many { count, post });
    } else {
        for post in pack.posts() {
            let count = pack.standards_for(Some(&post)).count();
            if count > MEMORABLE {
                let post = Some(post);
                advice.push(PackAdvice::Many { count, post });
            }
        }
    }
    let in_use: Vec<&Standard> = pack.standards_for(None).collect();
    for (index, standard) in in_use.iter().enumerate() {
        if standard.text.chars().count() > SHORT {
            advice.push(PackAdvice::Long(standard.id.clone()));
        }
        let mut before = in_use[..index].iter();
        if before.any(|known| same(&known.text, &standard.text)) {
            advice.push(PackAdvice::Twice(standard.id.clone()));
        }
    }
    let bare = |quarter: &Quarter| !pack.topics.iter().any(|topic| topic.covers(*quarter));
    let bare: Vec<_> = Quarter::ALL.into_iter().filter(bare).collect();
    if !bare.is_empty() {
        advice.push(PackAdvice::NoTopic(bare));
    }
    let whole = pack.most_points().map(|most| most.total());
    if let Some(whole) = whole.filter(|whole| *whole != WHOLE) {
        advice.push(PackAdvice::PointsOff(whole));
    }
    advice
}

/// The same to a reader: capitals and spaces make no difference.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| lower(text).split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}
