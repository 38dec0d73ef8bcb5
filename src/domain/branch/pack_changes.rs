//! What differs between two versions of a pack, for someone who reads both: as values, which the
//! screens put into words.

use crate::domain::ids::ItemId;
use crate::domain::pack::{Conduct, Level, Standard, StandardsPack, Topic, Work};
use crate::domain::people::Standing;
use crate::domain::review::Points;

/// A single text of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    Unit,
    Branch,
    Superior,
    Right,
    Title,
    Theme,
}

impl Words {
    pub const ALL: [Self; 6] = [
        Self::Unit,
        Self::Branch,
        Self::Superior,
        Self::Right,
        Self::Title,
        Self::Theme,
    ];

    pub fn of(self, pack: &StandardsPack) -> &str {
        match self {
            Self::Unit => &pack.unit,
            Self::Branch => &pack.branch,
            Self::Superior => &pack.headings.superior,
            Self::Right => &pack.headings.right,
            Self::Title => &pack.headings.title,
            Self::Theme => &pack.theme,
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackChange {
    Words {
        of: Words,
        before: String,
        after: String,
    },
    StandardAdded(Standard),
    /// Taken out of use.
    StandardRetired(Standard),
    StandardReworded {
        before: Standard,
        after: Standard,
    },
    /// From phải làm to cần tránh, or back: where it stands now.
    StandardMoved(Standard),
    /// Meant for other posts.
    StandardPosts {
        before: Standard,
        after: Standard,
    },
    StandardsReordered(Conduct),
    TopicAdded(Topic),
    TopicRemoved(Topic),
    TopicRetitled {
        before: Topic,
        after: Topic,
    },
    /// To other quarters.
    TopicMoved {
        before: Topic,
        after: Topic,
    },
    WorkAdded {
        topic: Topic,
        work: Work,
    },
    WorkRemoved {
        topic: Topic,
        work: Work,
    },
    WorkReworded {
        before: Work,
        after: Work,
    },
    Quota {
        standing: Standing,
        before: u8,
        after: u8,
    },
    LevelAdded(Level),
    LevelRemoved(Level),
    LevelRenamed {
        before: Level,
        after: Level,
    },
    LevelsReordered,
    /// Of the scale by which a year is classified.
    ClassAdded(Level),
    ClassRemoved(Level),
    ClassRenamed {
        before: Level,
        after: Level,
    },
    ClassesReordered,
    /// `None`: no points are given.
    Points {
        before: Option<Points>,
        after: Option<Points>,
    },
    MeetingDay {
        before: u8,
        after: u8,
    },
}

/// What changed from `before` to `after`, matched by ids. When it was given out, and standards out
/// of use in both, are no difference.
pub fn pack_changes(before: &StandardsPack, after: &StandardsPack) -> Vec<PackChange> {
    let mut found = Vec::new();
    for of in Words::ALL {
        let (before, after) = (of.of(before), of.of(after));
        if before != after {
            let (before, after) = (before.to_owned(), after.to_owned());
            found.push(PackChange::Words { of, before, after });
        }
    }
    standards(before, after, &mut found);
    topics(&before.topics, &after.topics, &mut found);
    for standing in Standing::ALL {
        let (before, after) = (before.quotas.of(standing), after.quotas.of(standing));
        if before != after {
            found.push(PackChange::Quota {
                standing,
                before,
                after,
            });
        }
    }
    steps(&before.scale, &after.scale, &LEVELS, &mut found);
    steps(&before.classes(), &after.classes(), &CLASSES, &mut found);
    if before.most_points() != after.most_points() {
        found.push(PackChange::Points {
            before: before.most_points(),
            after: after.most_points(),
        });
    }
    if before.meeting_day != after.meeting_day {
        found.push(PackChange::MeetingDay {
            before: before.meeting_day,
            after: after.meeting_day,
        });
    }
    found
}

fn standards(before: &StandardsPack, after: &StandardsPack, found: &mut Vec<PackChange>) {
    let old: Vec<_> = before.standards_for(None).collect();
    let new: Vec<_> = after.standards_for(None).collect();
    let pairs = pair(&old, &new, |one| &one.id);
    for (before, after) in pairs {
        let both = || (before.cloned(), after.cloned());
        match both() {
            (None, Some(after)) => found.push(PackChange::StandardAdded(after)),
            (Some(before), None) => found.push(PackChange::StandardRetired(before)),
            (Some(before), Some(after)) => {
                if before.text != after.text {
                    let (before, after) = (before.clone(), after.clone());
                    found.push(PackChange::StandardReworded { before, after });
                }
                if before.conduct != after.conduct {
                    found.push(PackChange::StandardMoved(after.clone()));
                }
                if before.posts != after.posts {
                    found.push(PackChange::StandardPosts { before, after });
                }
            }
            (None, None) => {}
        }
    }
    for conduct in Conduct::ALL {
        let ids = |list: &[&Standard]| -> Vec<ItemId> {
            let kept = list.iter().filter(|one| one.conduct == conduct);
            kept.map(|one| one.id.clone()).collect()
        };
        if reordered(&ids(&old), &ids(&new)) {
            found.push(PackChange::StandardsReordered(conduct));
        }
    }
}

fn topics(old: &[Topic], new: &[Topic], found: &mut Vec<PackChange>) {
    let (old, new): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    for (before, after) in pair(&old, &new, |one| &one.id) {
        match (before.cloned(), after.cloned()) {
            (None, Some(after)) => found.push(PackChange::TopicAdded(after)),
            (Some(before), None) => found.push(PackChange::TopicRemoved(before)),
            (Some(before), Some(after)) => {
                if before.title != after.title {
                    let (before, after) = (before.clone(), after.clone());
                    found.push(PackChange::TopicRetitled { before, after });
                }
                if (before.from, before.to) != (after.from, after.to) {
                    let (before, after) = (before.clone(), after.clone());
                    found.push(PackChange::TopicMoved { before, after });
                }
                works(&before, &after, found);
            }
            (None, None) => {}
        }
    }
}

fn works(before: &Topic, after: &Topic, found: &mut Vec<PackChange>) {
    let old: Vec<_> = before.works.iter().collect();
    let new: Vec<_> = after.works.iter().collect();
    let topic = || after.clone();
    for (before, after) in pair(&old, &new, |one| &one.id) {
        match (before.cloned(), after.cloned()) {
            (None, Some(work)) => found.push(PackChange::WorkAdded {
                topic: topic(),
                work,
            }),
            (Some(work), None) => found.push(PackChange::WorkRemoved {
                topic: topic(),
                work,
            }),
            (Some(before), Some(after)) if before != after => {
                found.push(PackChange::WorkReworded { before, after });
            }
            _ => {}
        }
    }
}

/// How the changes of a list of steps are called.
struct Steps {
    added: fn(Level) -> PackChange,
    removed: fn(Level) -> PackChange,
    renamed: fn(Level, Level) -> PackChange,
    reordered: PackChange,
}

const LEVELS: Steps = Steps {
    added: PackChange::LevelAdded,
    removed: PackChange::LevelRemoved,
    renamed: |before, after| PackChange::LevelRenamed { before, after },
    reordered: PackChange::LevelsReordered,
};

const CLASSES: Steps = Steps {
    added: PackChange::ClassAdded,
    removed: PackChange::ClassRemoved,
    renamed: |before, after| PackChange::ClassRenamed { before, after },
    reordered: PackChange::ClassesReordered,
};

fn steps(old: &[Level], new: &[Level], called: &Steps, found: &mut Vec<PackChange>) {
    let ids = |list: &[Level]| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let moved = reordered(&ids(old), &ids(new));
    let (old, new): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    for (before, after) in pair(&old, &new, |one| &one.id) {
        match (before.cloned(), after.cloned()) {
            (None, Some(after)) => found.push((called.added)(after)),
            (Some(before), None) => found.push((called.removed)(before)),
            (Some(before), Some(after)) if before != after => {
                found.push((called.renamed)(before, after));
            }
            _ => {}
        }
    }
    if moved {
        found.push(called.reordered.clone());
    }
}

/// Each of the new with its like of the old, then those that are gone.
fn pair<'i, T>(
    old: &[&'i T],
    new: &[&'i T],
    id: fn(&T) -> &ItemId,
) -> Vec<(Option<&'i T>, Option<&'i T>)> {
    let like = |list: &[&'i T], one: &T| list.iter().copied().find(|known| id(known) == id(one));
    let mut pairs: Vec<_> = new.iter().map(|one| (like(old, one), Some(*one))).collect();
    let gone = old.iter().filter(|one| like(new, one).is_none());
    pairs.extend(gone.map(|one| (Some(*one), None)));
    pairs
}

/// Whether those that stand in both stand in another order.
fn reordered(old: &[ItemId], new: &[ItemId]) -> bool {
    let kept = old.iter().filter(|id| new.contains(id));
    let still = new.iter().filter(|id| old.contains(id));
    !kept.eq(still)
}
