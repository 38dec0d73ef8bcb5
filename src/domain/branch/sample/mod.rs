//! A branch of 45 people to look around in ("Xem thử"): made up, never kept, as of today, so that
//! nothing in it lies ahead.
//!
//! What the people handed over is made by their own handbooks and received like any file, so that
//! the sample holds nothing that a real branch could not.

mod back_office;
mod front_office;
mod guest_house;
mod person_year;
mod reviewed;
mod sketch;
mod year;

use super::roster::{Departure, Person, Roster, StandingSince, Stay};
use super::{Branch, Dossier};
use crate::domain::calendar::{Day, YEARS, YearMonth};
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::people::Standing;
use sketch::Sketch;

const GROUPS: [(&str, &[Sketch]); 5] = [
    ("Tổ Một cửa", &front_office::ONE_STOP),
    ("Tổ Hành chính", &front_office::ADMINISTRATION),
    ("Tổ Tổng hợp", &back_office::GENERAL),
    ("Tổ Tài chính", &back_office::FINANCE),
    ("Tổ Xe – Nhà khách", &guest_house::DRIVERS),
];

/// One of the sample's people: who, which number, since when.
struct Someone {
    sketch: &'static Sketch,
    number: u8,
    person: Person,
}

/// The sample as of today, this year and last: the branch and its people's dossiers.
pub fn sample_branch(today: Day) -> (Branch, Vec<Dossier>) {
    let people = people(today);
    let mut branch = Branch::begin(DocumentId::new([2; 16]), "Chi bộ 2 (mẫu)".to_owned());
    branch.unit = "Văn phòng UBND (mẫu)".to_owned();
    branch.roster = Roster {
        people: people.iter().map(|one| one.person.clone()).collect(),
    };
    let mut dossiers = Vec::new();
    for year in [today.year() - 1, today.year()] {
        if YEARS.contains(&year) {
            let of_year = person_year::dossiers(&people, year, today);
            let owners = of_year.iter().filter_map(|dossier| {
                let id = dossier.received.as_ref()?.document_id.clone();
                Some((id, dossier.person.clone()))
            });
            branch.owners.extend(owners);
            dossiers.extend(of_year);
            year::fill(&mut branch, &people, year, today);
        }
    }
    (branch, dossiers)
}

/// Those who belong or belonged by today. One was transferred in spring and one pensioned in
/// summer, with somebody else in either's place; one was admitted in May.
fn people(today: Day) -> Vec<Someone> {
    let on = |month, day| day_of(today.year(), month, day);
    let usual = GROUPS
        .iter()
        .flat_map(|(group, sketches)| sketches.iter().map(move |sketch| (*group, sketch, None)));
    let newcomers = [
        ("Tổ Tổng hợp", &guest_house::FROM_APRIL, Some(on(4, 1))),
        (
            "Tổ Xe – Nhà khách",
            &guest_house::FROM_AUGUST,
            Some(on(8, 15)),
        ),
    ];
    let all = usual.chain(newcomers).zip(1_u8..);
    let known = all.filter(|((_, _, from), _)| from.is_none_or(|from| from <= today));
    let mut people: Vec<_> = known
        .map(|((group, sketch, from), number)| someone(group, sketch, number, from))
        .collect();
    for someone in &mut people {
        let person = &mut someone.person;
        let (left, to) = match someone.sketch.name {
            "Nguyễn Hữu Bình" => (on(4, 1), "Chi bộ Phòng Kinh tế và Hạ tầng"),
            "Phạm Văn Ước" => (on(8, 1), ""),
            _ => continue,
        };
        if left <= today {
            person.stays[0].departure = Some(Departure {
                on: left,
                to: to.to_owned(),
            });
        }
    }
    let admitted = on(5, 19);
    let newest = people
        .iter_mut()
        .find(|someone| someone.sketch.name == "Ngô Minh Tuấn");
    if let Some(someone) = newest.filter(|_| admitted <= today) {
        someone.person.standings.push(StandingSince {
            since: Some(admitted),
            standing: Standing::Member,
        });
    }
    people
}

fn someone(group: &str, sketch: &'static Sketch, number: u8, from: Option<Day>) -> Someone {
    let id = ItemId::new([0, 0, 0, 0, 0, number]);
    let mut person = Person::new(id, sketch.name.to_owned(), sketch.standing);
    person.duty = sketch.duty.to_owned();
    person.group = group.to_owned();
    person.stays = vec![Stay {
        from,
        departure: None,
    }];
    Someone {
        sketch,
        number,
        person,
    }
}

/// A day of a year that came out of a `Day`.
fn day_of(year: i32, month: u8, day: u8) -> Day {
    YearMonth::new(year, month).map_or(Day::FIRST, |month| month.day(day))
}

/// Always the same, but uneven enough to look like life.
fn dice(number: u8, month: YearMonth, sides: u32) -> u32 {
    let seed =
        u32::from(number) * 97 + u32::from(month.number()) * 31 + month.year().unsigned_abs();
    (seed.wrapping_mul(2_654_435_761) >> 16) % sides
}
