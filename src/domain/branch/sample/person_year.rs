//! One person's one year in the sample: what the handbook handed over, and what the branch did with it.

use super::sketch::{Pledged, Sketch, Slip, Task};
use super::{Someone, day_of, dice, reviewed, year};
use crate::domain::branch::dossier::OnPaper;
use crate::domain::branch::received::Incoming;
use crate::domain::branch::{Adopted, Assessment, Dossier, Received};
use crate::domain::calendar::{Day, YearMonth};
use crate::domain::handbook::Handbook;
use crate::domain::ids::{DocumentId, ItemId};
use crate::domain::pack::HeldPack;
use crate::domain::people::Profile;
use crate::domain::pledge::{Commitment, Deadline};
use crate::domain::rating::{CommitmentRating, Keeping, in_time_until};
use crate::domain::shortcoming::{Correction, Shortcoming};

/// Of those of whom there is something to keep, in the order of their ids.
pub(super) fn dossiers(people: &[Someone], year: i32, today: Day) -> Vec<Dossier> {
    let pack = year::held_pack(year);
    let made = people
        .iter()
        .filter_map(|someone| Year::of(someone, year, today).dossier(&pack));
    made.collect()
}

/// What a person's year is made from.
struct Year<'a> {
    someone: &'a Someone,
    sketch: &'static Sketch,
    year: i32,
    today: Day,
    pledged: Pledged,
}

impl<'a> Year<'a> {
    fn of(someone: &'a Someone, year: i32, today: Day) -> Self {
        let sketch = someone.sketch;
        // The year before, nobody was ill yet or away.
        let pledged = match sketch.pledged {
            Pledged::Not(_) if year < today.year() && !sketch.tasks.is_empty() => Pledged::InTime,
            pledged => pledged,
        };
        Self {
            someone,
            sketch,
            year,
            today,
            pledged,
        }
    }

    fn is_this_year(&self) -> bool {
        self.year == self.today.year()
    }

    /// The months in whose last days the person belonged.
    fn months(&self) -> impl Iterator<Item = YearMonth> {
        let person = &self.someone.person;
        YearMonth::all_of(self.year).filter(|month| person.belongs_on(month.last_day()))
    }

    fn pledged_on(&self) -> Option<Day> {
        let number = self.someone.number;
        let first = self.months().next()?;
        let day = match self.pledged {
            Pledged::Not(_) => return None,
            Pledged::Late => day_of(self.year, 3, 12),
            Pledged::InTime | Pledged::OnPaper(_) if first.number() == 1 => {
                first.day(10 + number % 15)
            }
            Pledged::InTime | Pledged::OnPaper(_) => first.day(20),
        };
        (day <= self.today).then_some(day)
    }

    fn dossier(&self, pack: &HeldPack) -> Option<Dossier> {
        let mut dossier = Dossier::new(self.someone.person.id.clone(), self.year);
        let pledged_on = self.pledged_on();
        match self.pledged {
            Pledged::OnPaper(commitments) => {
                dossier.on_paper = pledged_on.map(|on| OnPaper { on, commitments });
            }
            _ => dossier.received = pledged_on.map(|on| self.received(pack, on)),
        }
        // Adopted in the next month's meeting, put up five days later.
        let meeting = pledged_on.map(|on| in_time_until(on.month(), pack.pack.meeting_day));
        if let Some(on) = meeting.filter(|meeting| *meeting <= self.today) {
            let pledge_revision = u32::from(dossier.received.is_some());
            dossier.adopted = Some(Adopted {
                on,
                pledge_revision,
            });
            let posted = on.month().day(on.day() + 5);
            dossier.posted_on =
                (self.sketch.consents && pledge_revision == 1 && posted <= self.today)
                    .then_some(posted);
        }
        self.assess(&mut dossier, pack);
        reviewed::conclude(self.someone, &mut dossier, self.today);
        (dossier != Dossier::new(dossier.person.clone(), self.year)).then_some(dossier)
    }

    fn received(&self, pack: &HeldPack, pledged_on: Day) -> Received {
        let handbook = self.handbook(pack, pledged_on);
        let days = handbook
            .months
            .values()
            .filter_map(|rating| rating.completed_on);
        let amended = handbook.pledge.last().map(|last| last.submitted_on);
        let reviews = handbook.reviews.values();
        let reviewed = reviews.filter_map(|written| Some(written.finished.as_ref()?.on));
        let on = days
            .chain(amended)
            .chain(reviewed)
            .fold(pledged_on, Day::max);
        let file = Incoming {
            document_id: handbook.id.clone(),
            revision: u32::try_from(handbook.months.len()).unwrap_or_default() + 1,
            checksum: format!("sha256-{:064x}", self.someone.number),
            handover: handbook.handover(&handbook.parts(), on),
        };
        Received::of(&file, on)
    }

    fn handbook(&self, pack: &HeldPack, pledged_on: Day) -> Handbook {
        let person = &self.someone.person;
        let profile = Profile {
            name: person.name.clone(),
            standing: person.standing_on(pledged_on),
            duty: person.duty.clone(),
            branch: pack.pack.branch.clone(),
            post: None,
        };
        let [high, low] = self.year.to_be_bytes()[2..] else {
            return Handbook::begin(DocumentId::new([0; 16]), self.year, profile, pledged_on);
        };
        let mut id = [3; 16];
        id[13..].copy_from_slice(&[high, low, self.someone.number]);
        let mut handbook = Handbook::begin(DocumentId::new(id), self.year, profile, pledged_on);
        handbook.pack = pack.clone();
        let tasks = self.sketch.tasks.iter().zip(1..);
        handbook.pledge.draft = tasks
            .map(|(task, number)| commitment(task, number, self.year))
            .collect();
        handbook.pledge.submit(pledged_on);
        handbook.pledge.posting_consent = self.sketch.consents.then_some(pledged_on);
        for month in self.months() {
            self.rate(&mut handbook, month);
        }
        self.amend(&mut handbook);
        reviewed::review(self.someone, &mut handbook, self.today);
        handbook
    }

    /// In June more is promised than in January; the branch has not adopted it.
    fn amend(&self, handbook: &mut Handbook) {
        let on = day_of(self.year, 6, 10);
        if self.sketch.amended && self.is_this_year() && on <= self.today {
            if let Some(first) = handbook.pledge.draft.first_mut() {
                first
                    .measure
                    .push_str("; gửi kết quả qua bưu điện cho người già neo đơn");
            }
            handbook.pledge.submit(on);
        }
    }

    /// The day on which the month was called done, unless it was missed or lies ahead.
    fn done_on(&self, month: YearMonth) -> Option<Day> {
        // The year before went its own way.
        let like = if self.is_this_year() {
            month.number()
        } else {
            (month.number() + 4) % 12 + 1
        };
        let sketch = self.sketch;
        if sketch.missed.contains(&like) || (self.is_this_year() && month.number() > sketch.last) {
            return None;
        }
        let next = month.next()?;
        let done = match dice(self.someone.number, month, 5) {
            _ if sketch.late.contains(&like) => next.day(12),
            0 => month.last_day(),
            days => next.day(u8::try_from(days).unwrap_or(1)),
        };
        (done <= self.today).then_some(done)
    }

    fn rate(&self, handbook: &mut Handbook, month: YearMonth) {
        let Some(done) = self.done_on(month) else {
            return;
        };
        let number = self.someone.number;
        let slip = self
            .sketch
            .slips
            .iter()
            .find(|slip| slip.month == month.number());
        for (index, standard) in handbook.standards_to_rate(month).into_iter().enumerate() {
            let keeping = match slip {
                Some(slip) if slip.standard == standard.id.as_str() => Keeping::Slipped,
                _ if index >= 6 && dice(number, month, 9) == 0 => Keeping::NoOccasion,
                _ => Keeping::Kept,
            };
            handbook
                .rating_mut(month)
                .standards
                .insert(standard.id, keeping);
        }
        let commitments = handbook.pledge.in_force();
        let rating = handbook.rating_mut(month);
        for ((task, commitment), salt) in self.sketch.tasks.iter().zip(commitments).zip([0, 50]) {
            let rated = rated(task, dice(number + salt, month, 20));
            rating.commitments.insert(commitment.id, rated);
        }
        if let Some((_, words)) = self
            .sketch
            .note
            .filter(|(noted, _)| *noted == month.number())
        {
            rating.branch_note = words.to_owned();
        }
        rating.completed_on = Some(done);
        if let Some(slip) = slip {
            handbook.shortcomings.push(self.shortcoming(slip, month));
        }
    }

    fn shortcoming(&self, slip: &Slip, month: YearMonth) -> Shortcoming {
        let (day, by_month) = slip.by;
        let deadline = day_of(self.year, by_month, day);
        // Whatever slipped last year was put right in time.
        let put_right = match slip.put_right {
            Some((day, month)) => Some(day_of(self.year, month, day)),
            None => (!self.is_this_year()).then_some(deadline),
        };
        Shortcoming {
            standard: Some(ItemId::known(slip.standard)),
            text: slip.text.to_owned(),
            remedy: slip.remedy.to_owned(),
            deadline: Some(Deadline::On(deadline)),
            correction: match put_right.filter(|on| *on <= self.today) {
                Some(on) => Correction::PutRight { on },
                None => Correction::UnderWay,
            },
            ..Shortcoming::new(ItemId::known("han-che"), month, None)
        }
    }

    /// What the branch said in the meetings so far: mostly what the person said, at times one step
    /// less. Of the last month, a third of the people are still to be assessed.
    fn assess(&self, dossier: &mut Dossier, pack: &HeldPack) {
        let scale = &pack.pack.scale;
        for month in self.months() {
            let meeting = in_time_until(month, pack.pack.meeting_day);
            let last = meeting.month() == self.today.month();
            let number = self.someone.number;
            if meeting > self.today || (last && number.is_multiple_of(3)) {
                continue;
            }
            let months = dossier.received.as_ref().map(|received| &received.months);
            let rated = months.and_then(|months| months.get(&month));
            let own = rated.and_then(|rated| {
                let first = rated.value.commitments.values().next()?;
                scale
                    .iter()
                    .position(|level| Some(&level.id) == first.level.as_ref())
            });
            let (step, remark) = match own {
                None if matches!(self.pledged, Pledged::Not(why) if !why.is_empty()) => continue,
                None => (2, "Chưa gửi tự đánh giá, báo cáo miệng tại buổi họp"),
                Some(step @ 0) if dice(number, month, 4) == 0 => {
                    (step + 1, "Kết quả tốt, chưa có cách làm mới")
                }
                Some(step) => (step, ""),
            };
            let assessment = Assessment {
                level: scale.get(step).map(|level| level.id.clone()),
                remark: remark.to_owned(),
            };
            dossier.assessments.insert(month, assessment);
        }
    }
}

fn commitment(task: &Task, number: u8, year: i32) -> Commitment {
    let by = if task.by.is_empty() {
        Some(Deadline::On(day_of(year, 12, 31)))
    } else {
        Deadline::from_typed(task.by, year)
    };
    Commitment {
        action: task.action.to_owned(),
        measure: task.measure.to_owned(),
        deadline: by,
        standard: Some(ItemId::known(task.standard)),
        ..Commitment::new(ItemId::known(if number == 1 { "viec-1" } else { "viec-2" }))
    }
}

/// A month's rating: mostly all done or one short, now and then more.
fn rated(task: &Task, dice: u32) -> CommitmentRating {
    let a_month = u32::from(task.a_month);
    let all = if a_month > 8 {
        a_month + dice % 5
    } else {
        a_month
    };
    let short = match dice {
        _ if a_month == 0 => 0,
        0..=8 => 0,
        9..=17 if a_month > 8 => 1 + dice % 2,
        18 | 19 => 1 + a_month / 8,
        _ => 0,
    };
    let level = match short {
        0 if dice.is_multiple_of(3) || a_month == 0 => "good",
        0 => "excellent",
        _ if short > 2 || a_month <= 8 => "fair",
        _ => "good",
    };
    let done = (all - short).to_string();
    CommitmentRating {
        level: Some(ItemId::known(level)),
        evidence: task
            .evidence
            .replacen("{}", &done, 1)
            .replacen("{}", &all.to_string(), 1),
    }
}
