//! A pack's changes, faults and advice in words, and which part of the pack each is about.

use super::pack_changes::{PackChange, Words};
use super::pack_check::{MEMORABLE, PackAdvice, PackFault, SHORT, WHOLE};
use super::pack_part::PackPart;
use crate::domain::ids::ItemId;
use crate::domain::pack::{
    Conduct, MAX_POSTS, MAX_STANDARDS, MAX_TOPICS, MAX_WORKS, MEETING_DAY, POINTS, QUOTA, SCALE,
    Standard, StandardsPack, Topic, Work,
};
use crate::domain::people::Standing;
use crate::domain::review::Points;

/// A difference, for someone who reads: what was done, to which, what was struck out, what was put in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub what: String,
    pub about: String,
    pub before: String,
    pub after: String,
}

impl Told {
    fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            ..Self::default()
        }
    }

    fn about(mut self, about: &str) -> Self {
        about.clone_into(&mut self.about);
        self
    }

    fn before(mut self, before: impl Into<String>) -> Self {
        self.before = before.into();
        self
    }

    fn after(mut self, after: impl Into<String>) -> Self {
        self.after = after.into();
        self
    }
}

impl PackChange {
    pub fn told(&self) -> Told {
        match self {
            Self::Words { of, before, after } => Told::new(of.name()).before(before).after(after),
            Self::StandardAdded(standard) => {
                Told::new(format!("Thêm điều {}", kind(standard))).after(with_posts(standard))
            }
            Self::StandardRetired(standard) => {
                Told::new(format!("Bỏ điều {}", kind(standard))).before(with_posts(standard))
            }
            Self::StandardReworded { before, after } => {
                let what = format!("Sửa điều {}", kind(after));
                Told::new(what).before(&before.text).after(&after.text)
            }
            Self::StandardMoved(standard) => {
                Told::new(format!("Chuyển sang {}", kind(standard))).about(&standard.text)
            }
            Self::StandardPosts { before, after } => Told::new("Dành cho")
                .about(&after.text)
                .before(whom(before))
                .after(whom(after)),
            Self::StandardsReordered(conduct) => {
                Told::new(format!("Đổi thứ tự các điều {}", of_kind(*conduct)))
            }
            Self::TopicAdded(topic) => Told::new("Thêm chuyên đề").after(whole(topic)),
            Self::TopicRemoved(topic) => Told::new("Bỏ chuyên đề").before(whole(topic)),
            Self::TopicRetitled { before, after } => {
                let what = format!("Sửa chuyên đề {}", after.quarters());
                Told::new(what).before(&before.title).after(&after.title)
            }
            Self::TopicMoved { before, after } => Told::new("Chuyên đề đổi quý")
                .about(&after.title)
                .before(before.quarters())
                .after(after.quarters()),
            Self::WorkAdded { topic, work } => Told::new("Thêm tác phẩm")
                .about(&topic.title)
                .after(reads(work)),
            Self::WorkRemoved { topic, work } => Told::new("Bỏ tác phẩm")
                .about(&topic.title)
                .before(reads(work)),
            Self::WorkReworded { before, after } => Told::new("Sửa tác phẩm")
                .before(reads(before))
                .after(reads(after)),
            Self::Quota {
                standing,
                before,
                after,
            } => Told::new(quota(*standing))
                .before(format!("{before:02}"))
                .after(format!("{after:02}")),
            Self::LevelAdded(level) => Told::new("Thêm mức đánh giá").after(&level.name),
            Self::LevelRemoved(level) => Told::new("Bỏ mức đánh giá").before(&level.name),
            Self::LevelRenamed { before, after } => Told::new("Đổi tên mức đánh giá")
                .before(&before.name)
                .after(&after.name),
            Self::LevelsReordered => Told::new("Đổi thứ tự các mức đánh giá"),
            Self::ClassAdded(class) => Told::new("Thêm mức xếp loại").after(&class.name),
            Self::ClassRemoved(class) => Told::new("Bỏ mức xếp loại").before(&class.name),
            Self::ClassRenamed { before, after } => Told::new("Đổi tên mức xếp loại")
                .before(&before.name)
                .after(&after.name),
            Self::ClassesReordered => Told::new("Đổi thứ tự các mức xếp loại"),
            Self::Points { before, after } => Told::new("Chấm điểm khi xếp loại")
                .before(points(*before))
                .after(points(*after)),
            Self::MeetingDay { before, after } => Told::new("Ngày họp hằng tháng")
                .before(before.to_string())
                .after(after.to_string()),
        }
    }
}

impl Words {
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "Cơ quan, đơn vị",
            Self::Branch => "Tên chi bộ",
            Self::Superior => "Dòng trên cùng, bên trái",
            Self::Right => "Dòng trên cùng, bên phải",
            Self::Title => "Tên bản đăng ký",
            Self::Theme => "Chuyên đề năm",
        }
    }
}

impl PackFault {
    /// What, where, and what to do.
    pub fn sentence(&self, pack: &StandardsPack) -> String {
        let of_topic = |id: &ItemId| pack.topics.iter().find(|topic| topic.id == *id);
        let title = |id: &ItemId| of_topic(id).map(|topic| quoted(&topic.title));
        let title = |id: &ItemId| title(id).unwrap_or_default();
        match self {
            Self::Unchanged => "Chưa có gì khác bản trước nên chưa cần ban hành lại.".to_owned(),
            Self::BeforeLast(last) => {
                format!("Bản trước ban hành ngày {last}: bản mới phải từ ngày đó trở đi.")
            }
            Self::TooManyStandards => format!(
                "Nhiều quá {MAX_STANDARDS} điều, tính cả điều đã bỏ: bỏ bớt những điều mới thêm."
            ),
            Self::StandardWithoutText(id) => {
                let kind = standard(pack, id).map_or("chuẩn mực", kind);
                format!("Một điều {kind} không còn chữ nào: viết lại, hoặc bấm “Bỏ” ở điều đó.")
            }
            Self::TooManyPosts(id) => {
                let text = standard(pack, id).map(|one| quoted(&one.text));
                let text = text.unwrap_or_default();
                format!(
                    "{text} dành cho quá {MAX_POSTS} vị trí: chọn bớt, hoặc dành cho mọi người."
                )
            }
            Self::TooManyTopics => format!("Nhiều quá {MAX_TOPICS} chuyên đề: bỏ bớt."),
            Self::TopicWithoutTitle(id) => {
                let quarters = of_topic(id).map(Topic::quarters).unwrap_or_default();
                format!("Chuyên đề {quarters} chưa có tên: viết tên, hoặc bỏ chuyên đề đó.")
            }
            Self::QuartersReversed(id) => {
                format!("{}: quý cuối đứng trước quý đầu, chọn lại.", title(id))
            }
            Self::TooManyWorks(id) => {
                format!("{} có quá {MAX_WORKS} tác phẩm: bỏ bớt.", title(id))
            }
            Self::WorkWithoutTitle(id) => {
                let has = |topic: &&Topic| topic.works.iter().any(|work| work.id == *id);
                let topic = pack.topics.iter().find(has);
                let topic = topic.map(|topic| quoted(&topic.title)).unwrap_or_default();
                format!("{topic} có một tác phẩm chưa ghi tên: viết tên, hoặc bỏ tác phẩm đó.")
            }
            Self::TooFewLevels => format!("Cần ít nhất {} mức đánh giá.", SCALE.start()),
            Self::TooManyLevels => format!("Nhiều nhất {} mức đánh giá: bỏ bớt.", SCALE.end()),
            Self::LevelWithoutName(id) => {
                let place = pack.scale.iter().position(|level| level.id == *id);
                let number = place.unwrap_or_default() + 1;
                format!("Mức đánh giá thứ {number} chưa có tên: viết tên, hoặc bỏ mức đó.")
            }
            Self::LevelsAlike(id) => {
                let name = pack.level(id).map(|level| quoted(&level.name));
                let name = name.unwrap_or_default();
                format!("Có hai mức đánh giá cùng tên {name}: đổi tên một mức.")
            }
            Self::TooFewClasses => format!("Cần ít nhất {} mức xếp loại.", SCALE.start()),
            Self::TooManyClasses => format!("Nhiều nhất {} mức xếp loại: bỏ bớt.", SCALE.end()),
            Self::ClassWithoutName(id) => {
                let classes = pack.classes();
                let place = classes.iter().position(|class| class.id == *id);
                let number = place.unwrap_or_default() + 1;
                format!("Mức xếp loại thứ {number} chưa có tên: viết tên, hoặc bỏ mức đó.")
            }
            Self::ClassesAlike(id) => {
                let classes = pack.classes().into_iter();
                let name = classes
                    .filter(|class| class.id == *id)
                    .map(|class| class.name);
                let name: String = name.map(|name| quoted(&name)).collect();
                format!("Có hai mức xếp loại cùng tên {name}: đổi tên một mức.")
            }
            Self::Points => {
                let (least, most) = (POINTS.start(), POINTS.end());
                format!("Điểm cao nhất của mỗi phần: từ {least} đến {most}.")
            }
            Self::Quota(standing) => {
                let (least, most) = (QUOTA.start(), QUOTA.end());
                format!("{}: từ {least} đến {most} việc.", quota(*standing))
            }
            Self::MeetingDay => {
                let (first, last) = (MEETING_DAY.start(), MEETING_DAY.end());
                format!("Ngày họp hằng tháng: từ {first} đến {last}, ngày mà tháng nào cũng có.")
            }
        }
    }

    /// Where it is mended; `None`: where the pack is given out.
    pub fn part(&self) -> Option<PackPart> {
        match self {
            Self::Unchanged | Self::BeforeLast(_) => None,
            Self::TooManyStandards | Self::StandardWithoutText(_) | Self::TooManyPosts(_) => {
                Some(PackPart::Standards)
            }
            Self::TooManyTopics
            | Self::TopicWithoutTitle(_)
            | Self::QuartersReversed(_)
            | Self::TooManyWorks(_)
            | Self::WorkWithoutTitle(_) => Some(PackPart::Topics),
            Self::TooFewLevels
            | Self::TooManyLevels
            | Self::LevelWithoutName(_)
            | Self::LevelsAlike(_)
            | Self::Quota(_)
            | Self::MeetingDay => Some(PackPart::Rules),
            Self::TooFewClasses
            | Self::TooManyClasses
            | Self::ClassWithoutName(_)
            | Self::ClassesAlike(_)
            | Self::Points => Some(PackPart::Classes),
        }
    }
}

impl PackAdvice {
    pub fn sentence(&self, pack: &StandardsPack) -> String {
        let text = |id: &ItemId| standard(pack, id).map(|one| begins(&one.text));
        let text = |id: &ItemId| text(id).unwrap_or_default();
        match self {
            Self::NoStandards => "Chưa có điều chuẩn mực nào.".to_owned(),
            Self::Many { count, post: None } => {
                format!("Có {count} điều cho mọi người. Quá {MEMORABLE} điều thì khó nhớ.")
            }
            Self::Many {
                count,
                post: Some(post),
            } => format!("Vị trí {post} có {count} điều. Quá {MEMORABLE} điều thì khó nhớ."),
            Self::Long(id) => format!("{} dài hơn {SHORT} ký tự, khó nhớ.", text(id)),
            Self::Twice(id) => format!("{} trùng với một điều ở trên.", text(id)),
            Self::NoTopic(quarters) => {
                let quarters: Vec<_> = quarters.iter().map(|quarter| quarter.roman()).collect();
                format!("Quý {} chưa có chuyên đề.", quarters.join(", "))
            }
            Self::LevelGone(name) => format!(
                "Mức {} không còn trong thang. Tháng đã đánh giá bằng mức này vẫn giữ nguyên.",
                quoted(name)
            ),
            Self::ClassGone(name) => format!(
                "Mức xếp loại {} không còn. Bản đã xếp loại bằng mức này vẫn giữ nguyên.",
                quoted(name)
            ),
            Self::PointsOff(whole) => {
                format!("Hai phần cộng lại là {whole} điểm, thường là {WHOLE}.")
            }
        }
    }

    pub fn part(&self) -> PackPart {
        match self {
            Self::NoStandards | Self::Many { .. } | Self::Long(_) | Self::Twice(_) => {
                PackPart::Standards
            }
            Self::NoTopic(_) => PackPart::Topics,
            Self::LevelGone(_) => PackPart::Rules,
            Self::ClassGone(_) | Self::PointsOff(_) => PackPart::Classes,
        }
    }
}

fn standard<'p>(pack: &'p StandardsPack, id: &ItemId) -> Option<&'p Standard> {
    pack.standards.iter().find(|standard| standard.id == *id)
}

fn kind(standard: &Standard) -> &'static str {
    of_kind(standard.conduct)
}

/// For the middle of a sentence.
fn of_kind(conduct: Conduct) -> &'static str {
    match conduct {
        Conduct::MustDo => "phải làm",
        Conduct::MustAvoid => "cần tránh",
    }
}

/// "Mọi người", or the posts.
pub fn whom(standard: &Standard) -> String {
    if standard.posts.is_empty() {
        "Mọi người".to_owned()
    } else {
        standard.posts.join(", ")
    }
}

fn with_posts(standard: &Standard) -> String {
    if standard.posts.is_empty() {
        standard.text.clone()
    } else {
        format!("{} ({})", standard.text, whom(standard))
    }
}

/// "Quý II–III: Suốt đời vì dân. Đọc “Đường cách mệnh”"
fn whole(topic: &Topic) -> String {
    let works: Vec<_> = topic.works.iter().map(reads).collect();
    let reading = if works.is_empty() {
        String::new()
    } else {
        format!(". Đọc {}", works.join(", "))
    };
    format!("{}: {}{reading}", topic.quarters(), topic.title)
}

fn reads(work: &Work) -> String {
    if work.note.is_empty() {
        quoted(&work.title)
    } else {
        format!("{} ({})", quoted(&work.title), work.note)
    }
}

/// "100 điểm = 30 + 70": for conduct in general, and for the tasks.
pub fn points(most: Option<Points>) -> String {
    most.map_or_else(
        || "không chấm điểm".to_owned(),
        |most| format!("{} điểm = {} + {}", most.total(), most.general, most.tasks),
    )
}

fn quota(standing: Standing) -> &'static str {
    match standing {
        Standing::Member => "Số việc đảng viên đăng ký",
        Standing::NonMember => "Số việc quần chúng đăng ký",
    }
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// The first words of a text that may be long.
fn begins(text: &str) -> String {
    const ENOUGH: usize = 40;
    if text.chars().count() <= ENOUGH {
        return quoted(text);
    }
    let cut: String = text.chars().take(ENOUGH).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("“{cut}…”")
}
