//! Generators for property tests: any handbook, pack and hand-over that the page itself could have
//! come to hold. Text is in NFC; identifiers are unique among siblings; dates follow each other as
//! the rules ask. Strategies are boxed, for a deep tree of them overflows a test's stack. Take it in with `#[path = "../common/arbitrary.rs"] mod arbitrary;`.

// Each test binary uses the generators it needs.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::ops::Range;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use so_tay::domain::branch::Adopted;
use so_tay::domain::feedback::{Assessed, Feedback, HeldFeedback};
use so_tay::domain::pack::{Classification, Headings, Level, Quotas, Standard, Topic, Work};
use so_tay::domain::review::{Points, ReviewedCommitment};
use so_tay::domain::{
    Commitment, CommitmentRating, Conduct, Correction, Day, Deadline, Deed, DocumentId,
    FinishedReview, Handbook, Handover, HeldPack, ItemId, Keeping, MonthlyRating, PackVersion,
    Pledge, PledgeRevision, Profile, Quarter, Review, Shortcoming, Stage, StandardsPack, Standing,
    Table, WrittenReview, YearMonth,
};
use so_tay::exchange::{Backup, Envelope};
use unicode_normalization::UnicodeNormalization;

/// The normaliser that the tests hand in.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Any text that a person, or a hostile file, may bring: Vietnamese with stacked accents, quotes,
/// braces, line ends, control characters, letters of four bytes.
pub fn text() -> BoxedStrategy<String> {
    const PIECES: &[&str] = &[
        "a",
        "B",
        "7",
        " ",
        "ế",
        "Ợ",
        "đ",
        "ữ",
        "ằ",
        "e\u{302}\u{301}",
        "\u{301}",
        "\"",
        "\\",
        "/",
        "{",
        "}",
        "\n",
        "\r\n",
        "\t",
        "\u{8}",
        "\u{1}",
        "\u{7f}",
        "\u{2028}",
        "\u{feff}",
        "🌾",
        "\u{fb01}",
        "\u{e000}",
        "việc",
        "\"so-tay/",
        "=1+1",
        "<b>",
    ];
    let any = vec(
        prop_oneof![8 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..24,
    );
    let any = any.prop_map(|pieces| nfc(&pieces.concat()));
    prop_oneof![
        40 => Just(String::new()),
        200 => any,
        // As long as a text may be.
        1 => select(vec!["ế", "a", "🌾"]).prop_map(|letter| letter.repeat(4000)),
    ]
    .boxed()
}

pub fn year() -> BoxedStrategy<i32> {
    prop_oneof![4 => 2011..2031_i32, 1 => 1900..3000_i32].boxed()
}

pub fn day() -> BoxedStrategy<Day> {
    (year(), 1..13_u8, 1..32_u8)
        .prop_map(|(year, month, day)| month_of(year, month).day(day))
        .boxed()
}

fn month_of(year: i32, month: u8) -> YearMonth {
    YearMonth::new(year, month).expect("a month of a year in range")
}

pub fn item_id() -> BoxedStrategy<ItemId> {
    "[a-z0-9_-]{1,40}"
        .prop_map(|text| ItemId::parse(&text).expect("plain"))
        .boxed()
}

pub fn document_id() -> BoxedStrategy<DocumentId> {
    any::<[u8; 16]>().prop_map(DocumentId::new).boxed()
}

fn table<K: Ord + std::fmt::Debug + 'static, V: std::fmt::Debug + 'static>(
    key: impl Strategy<Value = K> + 'static,
    value: impl Strategy<Value = V> + 'static,
    count: Range<usize>,
) -> BoxedStrategy<Table<K, V>> {
    btree_map(key, value, count)
        .prop_map(Table::from_iter)
        .boxed()
}

/// Items whose identifiers differ.
fn items<T: std::fmt::Debug + 'static>(
    rest: impl Strategy<Value = T> + 'static,
    count: Range<usize>,
) -> BoxedStrategy<Vec<(ItemId, T)>> {
    btree_map(item_id(), rest, count)
        .prop_map(|map| map.into_iter().collect())
        .boxed()
}

pub fn profile() -> BoxedStrategy<Profile> {
    let standing = select(Standing::ALL.to_vec());
    (text(), standing, text(), text(), of(text()))
        .prop_map(|(name, standing, duty, branch, post)| Profile {
            name,
            standing,
            duty,
            branch,
            post,
        })
        .boxed()
}

pub fn standards() -> BoxedStrategy<Vec<Standard>> {
    let conduct = select(Conduct::ALL.to_vec());
    let rest = (conduct, text(), vec(text(), 0..3), any::<bool>());
    items(rest, 0..6)
        .prop_map(|items| {
            let standard = |(id, (conduct, text, posts, retired))| Standard {
                id,
                conduct,
                text,
                posts,
                retired,
            };
            items.into_iter().map(standard).collect()
        })
        .boxed()
}

fn topics() -> BoxedStrategy<Vec<Topic>> {
    let works = items((text(), text()), 0..3).prop_map(|items| {
        let work = |(id, (title, note))| Work { id, title, note };
        items.into_iter().map(work).collect::<Vec<_>>()
    });
    let quarters = subsequence(Quarter::ALL.to_vec(), 1..=2);
    items((text(), quarters, works), 0..4)
        .prop_map(|items| {
            let topic = |(id, (title, quarters, works)): (_, (_, Vec<Quarter>, _))| Topic {
                id,
                title,
                from: quarters[0],
                to: quarters[quarters.len() - 1],
                works,
            };
            items.into_iter().map(topic).collect()
        })
        .boxed()
}

pub fn pack(year: i32) -> BoxedStrategy<StandardsPack> {
    let scale = items(text(), 2..6).prop_map(|items| {
        let level = |(id, name)| Level { id, name };
        items.into_iter().map(level).collect::<Vec<_>>()
    });
    let headings = (text(), text(), text(), of(classification()));
    let numbers = (0..=20_u8, 0..=20_u8, 1..=28_u8);
    let texts = (text(), text(), of(day()), text());
    (texts, topics(), standards(), numbers, scale, headings)
        .prop_map(
            move |(texts, topics, standards, numbers, scale, headings)| {
                let (unit, branch, issued_on, theme) = texts;
                let (member, non_member, meeting_day) = numbers;
                let (superior, right, title, classification) = headings;
                StandardsPack {
                    year,
                    unit,
                    branch,
                    issued_on,
                    theme,
                    topics,
                    standards,
                    quotas: Quotas { member, non_member },
                    scale,
                    meeting_day,
                    headings: Headings {
                        superior,
                        right,
                        title,
                    },
                    classification,
                }
            },
        )
        .boxed()
}

fn points() -> BoxedStrategy<Points> {
    (any::<u8>(), any::<u8>())
        .prop_map(|(general, tasks)| Points { general, tasks })
        .boxed()
}

fn classification() -> BoxedStrategy<Classification> {
    let classes = items(text(), 2..6).prop_map(|items| {
        let class = |(id, name)| Level { id, name };
        items.into_iter().map(class).collect()
    });
    (classes, of(points()))
        .prop_map(|(classes, points)| Classification { classes, points })
        .boxed()
}

fn finished_review() -> BoxedStrategy<FinishedReview> {
    let result =
        (text(), text(), text()).prop_map(|(action, promised, result)| ReviewedCommitment {
            action,
            promised,
            result,
        });
    let class = (item_id(), text()).prop_map(|(id, name)| Level { id, name });
    let texts = (text(), text(), text());
    (day(), vec(result, 0..3), texts, of(class), of(points()))
        .prop_map(
            |(on, results, (standards, shortcomings, plans), class, points)| FinishedReview {
                on,
                results,
                standards,
                shortcomings,
                plans,
                class,
                points,
            },
        )
        .boxed()
}

pub fn reviews() -> BoxedStrategy<Table<Review, WrittenReview>> {
    let texts = (of(text()), of(text()), of(text()));
    let rest = (of(item_id()), of(points()), of(finished_review()));
    let written = (table(item_id(), text(), 0..3), texts, rest).prop_map(
        |(results, (standards, shortcomings, plans), (class, points, finished))| WrittenReview {
            results,
            standards,
            shortcomings,
            plans,
            class,
            points,
            finished,
        },
    );
    table(select(Review::ALL.to_vec()), written, 0..3)
}

pub fn deeds() -> BoxedStrategy<Vec<Deed>> {
    items((day(), text(), text(), of(day())), 0..3)
        .prop_map(|items| {
            let deed = |(id, (on, text, witness, consent))| Deed {
                id,
                on,
                text,
                witness,
                consent,
            };
            items.into_iter().map(deed).collect()
        })
        .boxed()
}

pub fn any_pack() -> BoxedStrategy<StandardsPack> {
    year().prop_flat_map(pack).boxed()
}

pub fn pack_version() -> BoxedStrategy<PackVersion> {
    let issued =
        (document_id(), 1..u32::MAX).prop_map(|(document_id, revision)| PackVersion::Issued {
            document_id,
            revision,
        });
    prop_oneof![Just(PackVersion::Own), issued].boxed()
}

pub fn deadline() -> BoxedStrategy<Deadline> {
    prop_oneof![
        day().prop_map(Deadline::On),
        text().prop_map(Deadline::Words)
    ]
    .boxed()
}

pub fn commitments() -> BoxedStrategy<Vec<Commitment>> {
    let texts = (text(), text(), text(), text());
    items((texts, of(deadline()), of(item_id())), 0..4)
        .prop_map(|items| {
            let commitment =
                |(id, ((action, measure, duty, people), deadline, standard))| Commitment {
                    id,
                    action,
                    measure,
                    deadline,
                    standard,
                    duty,
                    people,
                };
            items.into_iter().map(commitment).collect()
        })
        .boxed()
}

/// Numbers ascend; each revision's days follow each other.
pub fn revisions() -> BoxedStrategy<Vec<PledgeRevision>> {
    let days = vec(day(), 3).prop_map(|mut days| {
        days.sort();
        days
    });
    vec((1..9_u32, days, 0..3_u8, commitments()), 0..4)
        .prop_map(|revisions| {
            let mut number = 0;
            let revision =
                |(step, days, stage, commitments): (u32, Vec<Day>, u8, Vec<Commitment>)| {
                    number += step;
                    let (adopted_on, on) = (days[1], days[2]);
                    PledgeRevision {
                        number,
                        submitted_on: days[0],
                        stage: match stage {
                            0 => Stage::Submitted,
                            1 => Stage::Adopted { on: adopted_on },
                            _ => Stage::Posted { adopted_on, on },
                        },
                        commitments,
                    }
                };
            revisions.into_iter().map(revision).collect()
        })
        .boxed()
}

pub fn pledge() -> BoxedStrategy<Pledge> {
    (commitments(), revisions(), any::<bool>(), of(day()))
        .prop_map(|(draft, revisions, handwritten, posting_consent)| Pledge {
            draft,
            revisions,
            handwritten,
            posting_consent,
        })
        .boxed()
}

pub fn monthly_rating() -> BoxedStrategy<MonthlyRating> {
    let commitment =
        (of(item_id()), text()).prop_map(|(level, evidence)| CommitmentRating { level, evidence });
    let maps = (
        table(item_id(), commitment, 0..3),
        table(item_id(), select(Keeping::ALL.to_vec()), 0..4),
    );
    (pack_version(), maps, text(), text(), of(day()))
        .prop_map(
            |(pack, (commitments, standards), branch_note, private_note, completed_on)| {
                MonthlyRating {
                    pack,
                    commitments,
                    standards,
                    branch_note,
                    private_note,
                    completed_on,
                }
            },
        )
        .boxed()
}

pub fn shortcomings(year: i32) -> BoxedStrategy<Vec<Shortcoming>> {
    let correction = prop_oneof![
        Just(Correction::NotYet),
        Just(Correction::UnderWay),
        day().prop_map(|on| Correction::PutRight { on }),
    ];
    let rest = (
        1..13_u8,
        of(item_id()),
        text(),
        text(),
        of(deadline()),
        correction,
    );
    items(rest, 0..4)
        .prop_map(move |items| {
            let shortcoming =
                |(id, (month, standard, text, remedy, deadline, correction))| Shortcoming {
                    id,
                    month: month_of(year, month),
                    standard,
                    text,
                    remedy,
                    deadline,
                    correction,
                };
            items.into_iter().map(shortcoming).collect()
        })
        .boxed()
}

/// Any handbook, which may have handed over some of its parts.
pub fn handbook() -> BoxedStrategy<Handbook> {
    let held =
        |year| (pack_version(), pack(year)).prop_map(|(version, pack)| HeldPack { version, pack });
    year()
        .prop_flat_map(move |year| {
            let head = (document_id(), day(), profile(), held(year));
            let months = table(
                (1..13_u8).prop_map(move |month| month_of(year, month)),
                monthly_rating(),
                0..5,
            );
            let rest = (
                vec(held(year), 0..2),
                pledge(),
                months,
                shortcomings(year),
                table(item_id(), day(), 0..3),
            );
            let later = (reviews(), deeds());
            let given = (of((day(), any::<u64>())), of(held_feedback(year)), later);
            (head, rest, given).prop_map(move |(head, rest, given)| {
                let (handed, feedback, (reviews, deeds)) = given;
                let (id, begun_on, profile, pack) = head;
                let (earlier_packs, pledge, months, shortcomings, studied) = rest;
                let mut handbook = Handbook {
                    id,
                    year,
                    begun_on,
                    profile,
                    pack,
                    earlier_packs,
                    pledge,
                    months,
                    shortcomings,
                    reviews,
                    deeds,
                    studied,
                    handed: Default::default(),
                    feedback,
                };
                if let Some(feedback) = &mut handbook.feedback {
                    feedback.told.handbook = handbook.id.clone();
                }
                if let Some((day, choice)) = handed {
                    let given = hand_over(&handbook, choice, day);
                    let revision = handbook.next_handover_revision();
                    handbook.record_handover(given, revision);
                }
                handbook
            })
        })
        .boxed()
}

/// What goes when some of the parts are chosen, a bit of `choice` for each.
pub fn hand_over(handbook: &Handbook, choice: u64, day: Day) -> Handover {
    let parts = handbook.parts().into_iter().enumerate();
    let chosen: Vec<_> = parts
        .filter(|(index, _)| choice >> (index % 64) & 1 == 1)
        .map(|(_, part)| part)
        .collect();
    handbook.handover(&chosen, day)
}

pub fn handover() -> BoxedStrategy<Handover> {
    (handbook(), any::<u64>(), day())
        .prop_map(|(handbook, choice, day)| hand_over(&handbook, choice, day))
        .boxed()
}

pub fn feedback() -> BoxedStrategy<Feedback> {
    year().prop_flat_map(feedback_of).boxed()
}

fn held_feedback(year: i32) -> BoxedStrategy<HeldFeedback> {
    (document_id(), 1..u32::MAX, feedback_of(year))
        .prop_map(|(document_id, revision, told)| HeldFeedback {
            document_id,
            revision,
            told,
        })
        .boxed()
}

/// What a branch may say: posted only once adopted, months of the year.
fn feedback_of(year: i32) -> BoxedStrategy<Feedback> {
    let stage = of((day(), 0..5_u32, of(day())));
    let head = (document_id(), text(), text(), day(), stage, text());
    let month = (text(), text()).prop_map(|(level, remark)| Assessed { level, remark });
    let months = (1..13_u8).prop_map(move |month| month_of(year, month));
    let concluded = (text(), text()).prop_map(|(level, remark)| Assessed { level, remark });
    let conclusions = table(select(Review::ALL.to_vec()), concluded, 0..3);
    (head, table(months, month, 0..5), conclusions)
        .prop_map(move |(head, assessments, conclusions)| {
            let (handbook, name, branch, given_on, stage, remark) = head;
            let adopted = stage.map(|(on, pledge_revision, _)| Adopted {
                on,
                pledge_revision,
            });
            let posted_on = stage.and_then(|(on, _, posted)| Some(posted?.max(on)));
            Feedback {
                handbook,
                year,
                name,
                branch,
                given_on,
                adopted,
                posted_on,
                assessments,
                conclusions,
                remark,
            }
        })
        .boxed()
}

pub fn backup() -> BoxedStrategy<Backup> {
    vec(handbook(), 0..3)
        .prop_map(|handbooks| {
            let by_id: BTreeMap<_, _> = handbooks
                .into_iter()
                .map(|handbook| (handbook.id.clone(), handbook))
                .collect();
            Backup {
                handbooks: by_id.into_values().collect(),
            }
        })
        .boxed()
}

pub fn envelope<T: std::fmt::Debug + 'static>(
    payload: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Envelope<T>> {
    let offset = select(vec!["Z", "+07:00", "-03:30"]);
    let fraction = select(vec!["", ".5", ".123456789"]);
    let clock = (0..24_u8, 0..60_u8, 0..60_u8);
    let exported_at = (day(), clock, fraction, offset).prop_map(
        |(day, (hour, minute, second), fraction, offset)| {
            let (month, day) = (day.month(), day.day());
            format!("{month}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{offset}")
        },
    );
    (document_id(), 1..u32::MAX, exported_at, text(), payload)
        .prop_map(
            |(document_id, revision, exported_at, app_version, payload)| Envelope {
                document_id,
                revision,
                exported_at,
                app_version,
                payload,
            },
        )
        .boxed()
}
