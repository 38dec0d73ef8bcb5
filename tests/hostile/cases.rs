//! The cases: each is made of its number alone, fed to its importer, and counted.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::apart;
use crate::arbitrary::nfc;
use crate::checks::{self, Outcome};
use crate::desk::Desk;
use crate::noise;
use crate::proportion;
use crate::rng::Rng;
use crate::seeds::Seeds;
use crate::stored::Shelves;
use crate::tree;

/// Of `make test`.
const SHARE: u64 = 2_000;

/// No case may take longer, on whatever machine and unoptimised.
const LONGEST: Duration = Duration::from_secs(10);

/// Who is fed, with how many of a hundred cases.
const IMPORTERS: [(&str, u64); 12] = [
    ("pack", 15),
    ("hand-over", 16),
    ("feedback", 14),
    ("backup", 12),
    ("branch backup", 6),
    ("pasted text", 7),
    ("receiving", 8),
    ("table", 9),
    ("storage", 4),
    ("sealed backup", 4),
    ("rescue file", 2),
    ("branch report", 3),
];

type Counts = [Count; IMPORTERS.len()];

#[derive(Clone, Copy, Default)]
struct Count {
    cases: u64,
    taken: u64,
    at_place: u64,
    took: Duration,
    slowest: Duration,
}

struct World {
    seeds: Seeds,
    desk: Desk,
    shelves: Shelves,
    rescue_files: Vec<Value>,
}

#[test]
fn a_million_hostile_files_or_a_share_of_them() {
    let shelves = Shelves::new();
    let world = World {
        seeds: Seeds::new(),
        desk: Desk::new(),
        rescue_files: apart::rescue_files(shelves.devices()),
        shelves,
    };
    if let Some(case) = number("HOSTILE_CASE") {
        run(&world, case);
        return;
    }
    let cases = number("HOSTILE_CASES").unwrap_or(SHARE);
    let from = number("HOSTILE_FROM").unwrap_or(0);
    let begun = Instant::now();
    let hands = std::thread::available_parallelism().map_or(1, |hands| hands.get() as u64);
    let counts = std::thread::scope(|scope| {
        let world = &world;
        let hand = |hand| move || share(world, (from + hand..from + cases).step_by(hands as usize));
        let all: Vec<_> = (0..hands).map(|one| scope.spawn(hand(one))).collect();
        let joined = all.into_iter().map(|one| one.join().expect("told above"));
        joined.fold(Counts::default(), added)
    });
    let all: u64 = counts.iter().map(|count| count.cases).sum();
    for ((name, _), count) in IMPORTERS.iter().zip(&counts) {
        let refused = count.cases - count.taken;
        println!(
            "{name:<14} {:>8} cases: {:>7} taken whole, {refused:>7} refused, {:>7} of them with the place; {:.1?} each, slowest {:.1?}",
            count.cases,
            count.taken,
            count.at_place,
            count.took / count.cases.max(1) as u32,
            count.slowest
        );
        // An importer that refuses everything, or nothing, would show nothing.
        assert!(count.taken > 0 && refused > 0, "{name}");
    }
    if let Some(peak) = proportion::peak() {
        println!("peak memory {} MB", peak >> 20);
    }
    println!("hostile cases {all}/{cases} in {:.0?}", begun.elapsed());
    assert_eq!(all, cases);
}

fn number(name: &str) -> Option<u64> {
    let said = std::env::var(name).ok()?;
    Some(said.parse().expect("a number"))
}

fn added(mut sums: Counts, counts: Counts) -> Counts {
    for (sum, count) in sums.iter_mut().zip(counts) {
        sum.cases += count.cases;
        sum.taken += count.taken;
        sum.at_place += count.at_place;
        sum.took += count.took;
        sum.slowest = sum.slowest.max(count.slowest);
    }
    sums
}

fn share(world: &World, cases: impl Iterator<Item = u64>) -> Counts {
    let mut counts = Counts::default();
    for case in cases {
        if case % 100_000 == 0 && case > 0 {
            println!("case {case}");
        }
        let begun = Instant::now();
        let ran = catch_unwind(AssertUnwindSafe(|| run(world, case)));
        let Ok((importer, outcomes)) = ran else {
            panic!("case {case} failed: HOSTILE_CASE={case} runs it alone");
        };
        let took = begun.elapsed();
        assert!(took < LONGEST, "case {case} took {took:?}");
        let count = &mut counts[importer];
        count.cases += 1;
        count.took += took;
        count.slowest = count.slowest.max(took);
        let any = |wanted| outcomes.contains(&wanted);
        count.taken += u64::from(any(Outcome::Taken));
        count.at_place += u64::from(!any(Outcome::Taken) && any(Outcome::RefusedAtPlace));
    }
    counts
}

/// Which importer was fed, and what came of it.
fn run(world: &World, case: u64) -> (usize, Vec<Outcome>) {
    let mut rng = Rng::of(case);
    let mut left = case % 100;
    let is_it = |(_, share): &(&str, u64)| {
        let here = left < *share;
        left = left.saturating_sub(*share);
        here
    };
    let importer = IMPORTERS
        .iter()
        .position(is_it)
        .expect("they are a hundred");
    let Seeds {
        packs,
        handovers,
        feedbacks,
        backups,
        branch_backups,
        branch_reports,
        ..
    } = &world.seeds;
    if std::env::var_os("HOSTILE_CASE").is_some() {
        println!("{}", IMPORTERS[importer].0);
    }
    let outcomes = match importer {
        5 => {
            let all = [packs, handovers, feedbacks, backups, branch_backups];
            let texts: Vec<_> = (0..1 + rng.below(3))
                .map(|_| {
                    let seeds = *rng.pick(&all);
                    String::from_utf8_lossy(&spoilt(seeds, handovers, &mut rng).bytes).into_owned()
                })
                .collect();
            let pasted = noise::pasted(&texts.join("\n"), &mut rng).into_bytes();
            let mut outcomes = checks::branch(&world.desk, std::slice::from_ref(&pasted), &mut rng);
            outcomes.push(checks::member(&pasted, false));
            outcomes
        }
        6 => {
            let some = 1 + rng.below(4);
            let files: Vec<_> = (0..some)
                .map(|_| spoilt(handovers, packs, &mut rng).bytes)
                .collect();
            checks::branch(&world.desk, &files, &mut rng)
        }
        4 => {
            let file = spoilt(branch_backups, backups, &mut rng);
            checks::read_alike(importer, &file.json["payload"]);
            let (bytes, in_payload) = (&file.bytes, file.in_payload);
            vec![checks::branch_backup(
                &world.desk,
                bytes,
                in_payload,
                &mut rng,
            )]
        }
        7 => {
            let text = noise::table(rng.pick::<String>(&world.seeds.tables), &mut rng);
            let mut bytes = noise::encoded(&text, &mut rng);
            if rng.one_in(4) {
                noise::damage(&mut bytes, text.as_bytes(), &mut rng);
            }
            vec![checks::table(&world.desk, &bytes, &mut rng)]
        }
        8 => vec![world.shelves.opened(&mut rng)],
        9 => {
            let of_branch = rng.one_in(3);
            let seeds = if of_branch { branch_backups } else { backups };
            let inside = spoilt(seeds, handovers, &mut rng);
            let donor = rng.pick(backups);
            let bytes = apart::spoilt(apart::sealed(&inside.bytes), donor, &mut rng);
            let (outcome, text) = apart::sealed_file(&bytes, &inside.bytes);
            match text.map(String::into_bytes) {
                Some(text) if of_branch => {
                    checks::branch_backup(&world.desk, &text, false, &mut rng);
                }
                Some(text) => drop(checks::member(&text, false)),
                None => {}
            }
            vec![outcome]
        }
        10 => {
            let file = rng.pick(&world.rescue_files).clone();
            let bytes = apart::spoilt(file, rng.pick(&world.rescue_files), &mut rng);
            let here = *rng.pick(&world.shelves.devices());
            vec![apart::rescue_file(&bytes, here, &mut rng)]
        }
        11 => {
            let file = spoilt(branch_reports, backups, &mut rng);
            checks::read_alike(importer, &file.json["payload"]);
            vec![checks::branch_report(&file.bytes, file.in_payload)]
        }
        kind => {
            let all = [packs, handovers, feedbacks, backups];
            let donor = *rng.pick(&[packs, handovers, feedbacks, backups, branch_backups]);
            let file = spoilt(all[kind], donor, &mut rng);
            checks::read_alike(kind, &file.json["payload"]);
            vec![checks::member(&file.bytes, file.in_payload)]
        }
    };
    (importer, outcomes)
}

struct Spoilt {
    json: Value,
    bytes: Vec<u8>,
    /// Only the payload is spoilt, and the checksum agrees.
    in_payload: bool,
}

/// One of the files, spoilt.
fn spoilt(seeds: &[Value], donors: &[Value], rng: &mut Rng) -> Spoilt {
    let mut file = rng.pick(seeds).clone();
    let donor = rng.pick(donors);
    let mut in_payload = true;
    match rng.below(12) {
        // The envelope.
        0 => {
            tree::change(&mut file, donor, rng);
            in_payload = false;
        }
        // What one kind holds under the name of another.
        1 => file["payload"] = donor["payload"].clone(),
        2 => {
            file["format"] = donor["format"].clone();
            in_payload = false;
        }
        // As it was, before the noise.
        3 => {}
        _ => {
            for _ in 0..1 + rng.below(3) {
                tree::change(&mut file["payload"], donor, rng);
            }
        }
    }
    if rng.one_in(24) {
        in_payload = false;
    } else {
        seal(&mut file);
    }
    let (text, raw) = tree::written(&file, rng);
    let mut bytes = noise::encoded(&text, rng);
    let mut as_written = bytes == text.as_bytes();
    if rng.one_in(6) {
        let other = donor.to_string().into_bytes();
        for _ in 0..1 + rng.below(3) {
            noise::damage(&mut bytes, &other, rng);
        }
        as_written = false;
    }
    if std::env::var_os("HOSTILE_CASE").is_some() {
        println!("{}", String::from_utf8_lossy(&bytes));
    }
    // Where a whole file is inside another that can't be read, it is the one found.
    let nested = text.matches("so-tay/").count() > 1;
    Spoilt {
        json: file,
        bytes,
        in_payload: in_payload && as_written && !raw && !nested,
    }
}

/// Gives the file the checksum that its payload asks for, by another implementation of RFC 8785. Text is
/// composed first, as it is in every file: a reader composes what it reads.
pub fn seal(file: &mut Value) {
    if !file.is_object() {
        return;
    }
    file["payload"] = composed(file["payload"].take());
    sign(file);
}

/// The same of the payload as it is.
pub fn sign(file: &mut Value) {
    let payload = serde_json_canonicalizer::to_vec(&file["payload"]).expect("JSON");
    let hash = Sha256::digest(payload);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    file["checksum"] = format!("sha256-{hex}").into();
}

fn composed(value: Value) -> Value {
    match value {
        Value::String(text) => nfc(&text).into(),
        Value::Array(list) => list.into_iter().map(composed).collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| (nfc(&key), composed(value)))
            .collect(),
        other => other,
    }
}
