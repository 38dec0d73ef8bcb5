//! The days that a handbook's owner wants to be reminded of, for the phone's own calendar: the page can't
//! ring while it is closed, a calendar can.
//!
//! Nothing of a month is in it, so no private note either; and of commitments and shortcomings only that
//! there is one, unless the person asks for their words: calendars are kept on other people's machines.

use super::calendar::{Day, YearMonth};
use super::handbook::Handbook;
use super::ids::{DocumentId, ItemId};
use super::pledge::Deadline;
use super::rating::in_time_until;
use super::review::Review;

/// One entry of the calendar, a whole day each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The same whenever the calendar is made again, so that the new entry takes the old one's place.
    pub uid: String,
    pub when: When,
    pub title: String,
    pub text: String,
    /// When it rings, in hours from the first moment of the day; before it when negative.
    pub rings: &'static [i16],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Once(Day),
    /// Each month of a range.
    Monthly {
        first: YearMonth,
        last: YearMonth,
        on: DayOfMonth,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOfMonth {
    /// One that every month has: 1 to 28.
    The(u8),
    Last,
}

impl DayOfMonth {
    pub fn of(self, month: YearMonth) -> Day {
        match self {
            Self::The(day) => month.day(day),
            Self::Last => month.last_day(),
        }
    }
}

impl When {
    /// All the days, earliest first; at least one.
    pub fn days(self) -> Vec<Day> {
        match self {
            Self::Once(day) => vec![day],
            Self::Monthly { first, last, on } => {
                let months = std::iter::successors(Some(first), |month| month.next());
                let months = months.take_while(|month| *month <= last);
                months.map(|month| on.of(month)).collect()
            }
        }
    }

    pub fn first(self) -> Day {
        match self {
            Self::Once(day) => day,
            Self::Monthly { first, on, .. } => on.of(first),
        }
    }
}

/// How much the calendar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// "Hạn của việc 1 đã đăng ký"
    Plain,
    /// The commitment's or shortcoming's own words, too.
    InFull,
}

/// On the day itself, in the evening.
const EVENING: &[i16] = &[19];
/// The evening before.
const EVENING_BEFORE: &[i16] = &[19 - 24];
/// A week before, and in the morning of the day.
const WEEK_BEFORE: &[i16] = &[9 - 7 * 24, 9];
/// Three days before, and in the morning of the day.
const DAYS_BEFORE: &[i16] = &[9 - 3 * 24, 9];

/// The days of the handbook's year from today on, by the same rules as [`due_now`](super::due::due_now):
/// a month falls due on its last day, and is late after the branch meeting that takes it up; the meeting
/// for December is in the next January.
pub fn reminders(handbook: &Handbook, wording: Wording, today: Day) -> Vec<Reminder> {
    let own = commitments(handbook, wording).chain(shortcomings(handbook, wording));
    let own = own.filter(|reminder| reminder.when.first().year() == handbook.year);
    let ahead = |reminder: &Reminder| reminder.when.first() >= today;
    let cycle = [rating(handbook, today), meeting(handbook, today)];
    let cycle = cycle.into_iter().flatten().chain(reviews(handbook));
    cycle.chain(own).filter(ahead).collect()
}

fn uid(handbook: &DocumentId, what: &str) -> String {
    format!("{handbook}-{what}@so-tay-lam-theo")
}

fn rating(handbook: &Handbook, today: Day) -> Option<Reminder> {
    let months = handbook.months_of_year();
    let mut ahead = months.filter(|month| month.last_day() >= today);
    let first = ahead.next()?;
    Some(Reminder {
        uid: uid(&handbook.id, "rating"),
        when: When::Monthly {
            first,
            last: ahead.last().unwrap_or(first),
            on: DayOfMonth::Last,
        },
        title: "Tự đánh giá tháng".to_owned(),
        text: "Mở Sổ tay làm theo, chọn mục Đánh giá: một phút cho tháng này.".to_owned(),
        rings: EVENING,
    })
}

fn meeting(handbook: &Handbook, today: Day) -> Option<Reminder> {
    let day = handbook.pack.pack.meeting_day;
    let meetings = handbook.months_of_year();
    let mut ahead = meetings
        .map(|month| in_time_until(month, day))
        .filter(|meeting| *meeting >= today);
    let first = ahead.next()?;
    Some(Reminder {
        uid: uid(&handbook.id, "meeting"),
        when: When::Monthly {
            first: first.month(),
            last: ahead.last().unwrap_or(first).month(),
            on: DayOfMonth::The(day),
        },
        title: "Họp chi bộ: kết quả làm theo tháng trước".to_owned(),
        text: "Tự đánh giá tháng trước xong trước buổi họp này, rồi gửi chi bộ. Ngày họp ghi theo sổ tay; chi bộ báo ngày khác thì theo chi bộ.".to_owned(),
        rings: EVENING_BEFORE,
    })
}

/// S0: each person reports on the pledge in months 6 and 12.
fn reviews(handbook: &Handbook) -> impl Iterator<Item = Reminder> {
    let review = |review: Review, name: &str, title: String| {
        Some(Reminder {
            uid: uid(&handbook.id, name),
            when: When::Once(review.in_time(handbook.year)?.1),
            title,
            text: "Xem lại từng việc đã đăng ký: đã làm được gì, còn gì chưa được.".to_owned(),
            rings: WEEK_BEFORE,
        })
    };
    let half = review(
        Review::HalfYear,
        "half-year",
        "Sơ kết 6 tháng làm theo".to_owned(),
    );
    let year = format!("Tổng kết năm {} làm theo", handbook.year);
    [half, review(Review::FullYear, "full-year", year)]
        .into_iter()
        .flatten()
}

fn commitments(handbook: &Handbook, wording: Wording) -> impl Iterator<Item = Reminder> {
    let numbered = (1..).zip(handbook.pledge.in_force());
    numbered.filter_map(move |(number, commitment)| {
        let title = format!("Hạn của việc {number} đã đăng ký");
        let words = [commitment.action, commitment.measure];
        let deadline = commitment.deadline.as_ref();
        own(handbook, &commitment.id, deadline, title, words, wording)
    })
}

fn shortcomings(handbook: &Handbook, wording: Wording) -> impl Iterator<Item = Reminder> {
    handbook.open_shortcomings().filter_map(move |shortcoming| {
        let title = "Hạn khắc phục một hạn chế".to_owned();
        let words = [shortcoming.text.clone(), shortcoming.remedy.clone()];
        let deadline = shortcoming.deadline.as_ref();
        own(handbook, &shortcoming.id, deadline, title, words, wording)
    })
}

/// A deadline of the person's own; `None` when it is words and no day.
fn own(
    handbook: &Handbook,
    id: &ItemId,
    deadline: Option<&Deadline>,
    title: String,
    words: [String; 2],
    wording: Wording,
) -> Option<Reminder> {
    let text = match wording {
        Wording::Plain => "Xem lời ghi trong Sổ tay làm theo.".to_owned(),
        Wording::InFull => words.join("\n").trim().to_owned(),
    };
    Some(Reminder {
        uid: uid(&handbook.id, id.as_str()),
        when: When::Once(deadline?.day()?),
        title,
        text,
        rings: DAYS_BEFORE,
    })
}
