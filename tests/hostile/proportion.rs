//! Time and memory stay in proportion to a file's size, whatever is in it: eight times the bytes may take
//! some eight times as long, not sixty-four.

use std::process::Command;
use std::time::{Duration, Instant};

use so_tay::exchange::sheet::read_sheet;
use so_tay::exchange::{open, open_branch_backup, pieces};

use crate::arbitrary::nfc;
use crate::seeds::golden;

/// The most memory that this process ever held, in bytes; `None` where the system does not say.
pub fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes << 10)
}

/// The frozen hand-over with some bytes of JSON more, in lists that are not too long.
fn holding(piece: &str, bytes: usize) -> String {
    let mut list = piece.to_owned();
    while list.len() < bytes {
        let times = (bytes / list.len()).clamp(1, 900);
        list = format!("[{}{list}]", format!("{list},").repeat(times));
    }
    let payload = format!("\"payload\": {{\"x\": {list},");
    golden("handover-2012.json").replacen("\"payload\": {", &payload, 1)
}

/// Keys in the order that is worst for a sorted list.
fn keys(bytes: usize) -> String {
    let keys: Vec<_> = (100..1000)
        .rev()
        .map(|key| format!("\"{key}\":0"))
        .collect();
    holding(&format!("{{{}}}", keys.join(",")), bytes)
}

type Attack = (&'static str, fn(usize) -> String);

const ATTACKS: [Attack; 13] = [
    ("braces", |bytes| "{".repeat(bytes)),
    ("braces and blanks", |bytes| "{ \n".repeat(bytes / 3)),
    ("openings", |bytes| "{\"".repeat(bytes / 2)),
    ("beginnings", |bytes| {
        "{\"format\":\"so-tay/".repeat(bytes / 18)
    }),
    ("brackets", |bytes| format!("{{\"a\":{}", "[".repeat(bytes))),
    ("digits", |bytes| {
        format!("{{\"format\":\"so-tay/pack\",\"a\":{}", "9".repeat(bytes))
    }),
    ("escapes", |bytes| {
        format!("{{\"a\":\"{}", "\\u0301".repeat(bytes / 6))
    }),
    ("accents", |bytes| {
        format!("{{\"a\":\"{}\"", "\u{301}\u{323}".repeat(bytes / 4))
    }),
    ("quotes", |bytes| "\"".repeat(bytes)),
    ("cells", |bytes| "\"a,\"\"".repeat(bytes / 5)),
    ("lines", |bytes| "\r\n,;\t".repeat(bytes / 5)),
    ("numbers", |bytes| holding("0", bytes)),
    ("keys", keys),
];

/// Everything that takes bytes, one after another.
fn fed(text: &str) -> Duration {
    let bytes = text.as_bytes();
    let begun = Instant::now();
    let _ = open(bytes, &nfc);
    let _ = open_branch_backup(bytes, &nfc);
    let _ = read_sheet(bytes, &nfc);
    for piece in pieces(bytes) {
        let _ = open(piece, &nfc);
    }
    begun.elapsed()
}

#[test]
fn eight_times_the_bytes_take_no_sixty_four_times_as_long() {
    const SMALL: usize = 1 << 13;
    for (name, attack) in ATTACKS {
        let (small, large) = (attack(SMALL), attack(8 * SMALL));
        // The fastest of some: a machine is never idle.
        let fastest = |text: &str| (0..3).map(|_| fed(text)).min().unwrap_or_default();
        let (small, large) = (fastest(&small), fastest(&large));
        println!("{name:<18} {small:>10.1?} {large:>10.1?}");
        assert!(
            large < 24 * small + Duration::from_millis(500),
            "{name}: {small:?}, {large:?}"
        );
    }
}

/// In a process of its own, since memory is a process's.
#[test]
#[ignore = "for `memory_stays_in_proportion`"]
fn the_worst_that_fits() {
    let before = peak().unwrap_or_default();
    let text = holding("0", 7 << 20);
    assert!(open(text.as_bytes(), &nfc).is_err());
    println!("took {}", peak().unwrap_or_default() - before);
}

#[test]
fn memory_stays_in_proportion() {
    if peak().is_none() {
        println!("this system does not tell");
        return;
    }
    let own = std::env::current_exe().expect("a test's own program");
    let told = Command::new(own)
        .args([
            "--ignored",
            "--exact",
            "--nocapture",
            "proportion::the_worst_that_fits",
        ])
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let took = told
        .lines()
        .find_map(|line| line.trim().strip_prefix("took "));
    let took: usize = took.expect("a number").parse().expect("a number");
    println!("7 MB of the smallest values take {} MB", took >> 20);
    assert!(took < 80 * (7 << 20), "{took}");
}
