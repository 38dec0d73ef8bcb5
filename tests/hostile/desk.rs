//! The branch's side: files are received by a secretary who answers at random, and then everything is
//! looked at.

use so_tay::domain::branch::agenda::{agenda, agenda_text};
use so_tay::domain::branch::alike::alike;
use so_tay::domain::branch::archive::{bring_back, replace};
use so_tay::domain::branch::assess::open_shortcomings;
use so_tay::domain::branch::commendation::{by_level, mismatches};
use so_tay::domain::branch::intake::intake;
use so_tay::domain::branch::months::{Word, matrix};
use so_tay::domain::branch::receive::{Answers, Ask, Intake, Verdict, Whose};
use so_tay::domain::branch::received::Incoming;
use so_tay::domain::branch::registration::registration;
use so_tay::domain::branch::report_check::check;
use so_tay::domain::branch::report_words::Material;
use so_tay::domain::branch::roster_import::{Decisions, Line, judge, mended, people};
use so_tay::domain::branch::{Branch, Dossier};
use so_tay::domain::calendar::YEARS;
use so_tay::domain::{DocumentId, ItemId, Review, Standing, YearMonth};
use so_tay::exchange::tables::{
    commendations_table, csv, months_table, registration_table, roster_table,
};
use so_tay::exchange::{BranchBackup, Envelope, open_branch_backup, write_branch_backup};

use crate::arbitrary::nfc;
use crate::rng::Rng;
use crate::seeds::{small_branch, today};

#[derive(Clone)]
pub struct Desk {
    branch: Branch,
    dossiers: Vec<Dossier>,
}

impl Desk {
    /// Two people of the sample, one of them of the name in the frozen hand-over.
    pub fn new() -> Self {
        let (mut branch, dossiers) = small_branch(0, 2026);
        branch.roster.people[1].name = "Trần Thị Bình".to_owned();
        branch.year_mut(2012);
        Self { branch, dossiers }
    }

    fn judge(&self, files: &[Incoming], answers: &Answers) -> Intake {
        let held = |person: &ItemId, year| {
            let is_it = |one: &&Dossier| one.person == *person && one.year == year;
            self.dossiers.iter().find(is_it).cloned()
        };
        intake(&self.branch, held, files, answers, today())
    }

    /// Keeps what the answers let in, and again, which must change nothing.
    pub fn receive(&mut self, files: &[Incoming], rng: &mut Rng) {
        let answers = self.answers(files, rng);
        let people = self.branch.roster.people.len();
        let intake = self.judge(files, &answers);
        assert_eq!(intake.judged.len(), files.len());
        let taken = intake.judged.iter().filter(|one| one.taken).count();
        if taken == 0 {
            assert!(intake.dossiers.is_empty());
        }
        self.put(intake.branch, intake.dossiers);
        assert!(self.branch.roster.people.len() <= people + files.len());
        let again = self.judge(files, &answers);
        assert!(again.dossiers.is_empty(), "receiving again changes nothing");
        assert!(
            again
                .judged
                .iter()
                .all(|one| !one.taken || one.verdict == Verdict::Same)
        );
        self.look_now_and_then(rng);
    }

    /// A backup takes the place of the branch; the year of an archive comes back.
    pub fn take(&mut self, file: BranchBackup, rng: &mut Rng) {
        look_at_all(&file.branch, &file.dossiers);
        let (held, branch) = (&self.dossiers, file.branch);
        let replacement = match file.archive_of {
            Some(year) => {
                let held: Vec<_> = held
                    .iter()
                    .filter(|one| one.year == year)
                    .cloned()
                    .collect();
                bring_back(&self.branch, &held, &branch, file.dossiers, year)
            }
            None => replace(held, branch, file.dossiers),
        };
        for (person, year) in replacement.gone {
            let is_it = |one: &Dossier| one.person == person && one.year == year;
            self.dossiers.retain(|one| !is_it(one));
        }
        self.put(replacement.branch, replacement.dossiers);
        self.look_now_and_then(rng);
    }

    /// The lines of a table are judged; most of the doubtful ones are taken all the same.
    pub fn enter(&mut self, lines: &[Line], rng: &mut Rng) {
        let mut decisions = Decisions::default();
        if rng.one_in(2) {
            decisions.usual_standing = Some(Standing::NonMember);
        }
        for line in lines {
            if !rng.one_in(4) {
                decisions.taken.insert(line.number, true);
            }
        }
        let judged = judge(lines, &self.branch.roster, &decisions, today());
        assert_eq!(judged.len(), lines.len());
        let mut number = 0;
        let people = people(lines, &judged, || {
            number += 1;
            ItemId::parse(&format!("new-{number}")).expect("plain")
        });
        let mended = mended(lines, &judged, &self.branch.roster);
        let taken = judged.iter().filter(|one| one.taken).count();
        assert_eq!(people.len() + mended.len(), taken);
        for person in &mended {
            self.branch.roster.put_back(0, person);
        }
        for person in &people {
            assert!((1..=100).contains(&person.name.chars().count()));
        }
        self.branch.roster.people.extend(people);
        self.look_now_and_then(rng);
    }

    /// What takes longest, in one of four cases.
    fn look_now_and_then(&self, rng: &mut Rng) {
        if rng.one_in(4) {
            look_at_all(&self.branch, &self.dossiers);
            self.goes_out_again();
        }
    }

    fn put(&mut self, branch: Branch, dossiers: Vec<Dossier>) {
        self.branch = branch;
        for dossier in dossiers {
            let is_it = |one: &Dossier| one.person == dossier.person && one.year == dossier.year;
            self.dossiers.retain(|one| !is_it(one));
            self.dossiers.push(dossier);
        }
    }

    fn answers(&self, files: &[Incoming], rng: &mut Rng) -> Answers {
        let mut answers = Answers::default();
        // An answer may bring up another question; none comes twice.
        for _ in 0..4 {
            let intake = self.judge(files, &answers);
            for (file, judged) in files.iter().zip(&intake.judged) {
                answer(&mut answers, file, judged.asks.as_ref(), rng);
            }
        }
        answers
    }

    fn goes_out_again(&self) {
        let file = Envelope {
            document_id: DocumentId::new([9; 16]),
            revision: 1,
            exported_at: "2026-11-22T09:30:00+07:00".to_owned(),
            app_version: "0.1.0".to_owned(),
            payload: BranchBackup {
                archive_of: None,
                branch: self.branch.clone(),
                dossiers: self.dossiers.clone(),
            },
        };
        let written = write_branch_backup(&file, &nfc);
        assert_eq!(open_branch_backup(written.as_bytes(), &nfc), Ok(file));
    }
}

fn answer(answers: &mut Answers, file: &Incoming, ask: Option<&Ask>, rng: &mut Rng) {
    let whose = match ask {
        None => return,
        Some(Ask::Whose(likely)) => match likely.first() {
            Some(person) if rng.one_in(2) => Whose::Person(person.clone()),
            _ if rng.one_in(4) => Whose::Nobody,
            _ => Whose::Newcomer,
        },
        Some(Ask::Handbook { person, counts }) => {
            let newer = rng.one_in(2);
            let counted = if newer { &file.document_id } else { counts };
            let place = (person.clone(), file.handover.year);
            answers.counts.get_or_insert_with(place, || counted.clone());
            return;
        }
        Some(Ask::File { .. }) => {
            let prevails = rng.one_in(2);
            answers
                .prevails
                .get_or_insert_with(file.checksum.clone(), || prevails);
            return;
        }
    };
    answers
        .whose
        .get_or_insert_with(file.document_id.clone(), || whose);
}

/// What the desk's screens ask of a branch; no count is above what it is of.
pub fn look_at_all(branch: &Branch, dossiers: &[Dossier]) {
    let mut years: Vec<_> = dossiers.iter().map(|one| one.year).collect();
    years.extend(branch.years.iter().map(|one| one.year));
    years.sort_unstable();
    years.dedup();
    for year in years {
        look_at_year(branch, dossiers, year);
    }
    branch.roster.by_name();
    branch.roster.groups();
    for person in &branch.roster.people {
        person.steps();
        branch.roster.called(&person.id);
        branch.keeps(person);
    }
    for dossier in dossiers {
        dossier.pledge_standing();
        dossier.publicity();
        if let Some(told) = dossier.feedback(branch, today()) {
            told.told.lines();
        }
    }
    safe(&csv(&roster_table(branch, today()).texts()));
}

fn look_at_year(branch: &Branch, dossiers: &[Dossier], year: i32) {
    let told = registration(branch, dossiers, year, today());
    let on_roster = branch.roster.on(told.on).count();
    assert_eq!(told.rows.len(), on_roster);
    let all = told.count(|_| true);
    let groups = Standing::ALL.map(|standing| told.count_of(standing));
    assert!(all.of <= on_roster);
    assert!(groups.iter().all(|one| one.registered <= one.of));
    assert_eq!(
        all.registered,
        groups.iter().map(|one| one.registered).sum::<usize>()
    );
    assert_eq!(all.of, groups.iter().map(|one| one.of).sum::<usize>());
    told.sentence();
    alike(
        told.pledges(dossiers)
            .into_iter()
            .flat_map(|(person, pledge)| pledge.commitments.iter().map(move |one| (person, one))),
    );
    let months = matrix(branch, dossiers, year, today());
    for month in YearMonth::all_of(year) {
        let count = months.count(month);
        assert_eq!(
            count.rated + count.late + count.missing + count.waiting,
            count.of
        );
        assert!(count.of <= branch.roster.people.len() && count.assessed <= count.of);
    }
    for month in [
        YearMonth::all_of(year).next(),
        YearMonth::all_of(year).last(),
    ] {
        // No file has a year beyond them; a stored text with the right check may.
        assert_eq!(month.is_some(), YEARS.contains(&year), "{year}");
        let Some(month) = month else { continue };
        agenda_text(branch, &agenda(branch, dossiers, month, today()), month);
    }
    months.behind(branch, year, today());
    open_shortcomings(branch, dossiers, today());
    if let Some(of_year) = branch.year(year) {
        by_level(&of_year.commendations);
        mismatches(&of_year.commendations, &of_year.stated);
        for review in Review::ALL {
            let material = Material {
                branch,
                year,
                review,
                dossiers,
                before: dossiers,
                today: today(),
            };
            check(&material, &branch.report(year, review));
        }
        branch.pack_faults(year, today());
        branch.pack_changes(year);
        branch.pack_advice(year);
        let _ = branch.clone().issue_pack(year, today());
    }
    safe(&csv(
        &registration_table(branch, dossiers, year, today()).texts()
    ));
    for word in [Word::Own, Word::Branch] {
        safe(&csv(
            &months_table(branch, dossiers, year, today(), word).texts()
        ));
    }
    safe(&csv(&commendations_table(branch, year).texts()));
}

/// No cell begins as a formula does.
fn safe(csv: &str) {
    let mut quoted = false;
    let mut begins = true;
    for c in csv.chars().skip(1) {
        if begins && c == '"' && !quoted {
            quoted = true;
            continue;
        }
        assert!(
            !(begins && "=+-@\t\r".contains(c)) || c == '\r' && !quoted,
            "{csv}"
        );
        begins = false;
        match c {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => begins = true,
            _ => {}
        }
    }
}
