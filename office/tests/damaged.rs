//! Workbooks from strangers: whatever they hold, reading one ends soon. A library that stops at one, a panic
//! here, stops the worker on the page and nothing else: the person is told that the file can't be opened.

use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use so_tay::exchange::tables::{Cell, Grid};
use so_tay_office::{excel, open};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// No file may take longer, on whatever machine and unoptimised.
const LONGEST: Duration = Duration::from_secs(10);

fn workbook(rows: usize) -> Vec<u8> {
    let row = |number: usize| {
        vec![
            Cell::Text(format!("Trần Thị Bình {number}")),
            Cell::Number(7),
            Cell::Day("2026-02-05".parse().expect("a day")),
        ]
    };
    let grid = Grid {
        name: "Danh sách".to_owned(),
        head: ["Họ tên", "Số", "Ngày"].map(str::to_owned).to_vec(),
        rows: (0..rows).map(row).collect(),
        foot: Vec::new(),
    };
    excel(&[grid]).expect("made")
}

/// The same archive with one part changed.
fn with_part(file: &[u8], name: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    let mut change = Some(change);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        let called = part.name().expect("a name").into_owned();
        if called == name {
            bytes = change.take().expect("once")(bytes);
        }
        let options = SimpleFileOptions::default();
        made.start_file(called, options).expect("begun");
        made.write_all(&bytes).expect("written");
    }
    assert!(change.is_none(), "{name} is in it");
    made.finish().expect("an archive").into_inner()
}

fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        // xorshift
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    }
}

#[derive(Default, Debug)]
struct Counts {
    taken: u32,
    refused: u32,
    stopped: u32,
}

fn opened(counts: &mut Counts, bytes: &[u8]) {
    let begun = Instant::now();
    match catch_unwind(AssertUnwindSafe(|| open(bytes))) {
        Ok(Ok(_)) => counts.taken += 1,
        Ok(Err(_)) => counts.refused += 1,
        Err(_) => counts.stopped += 1,
    }
    assert!(begun.elapsed() < LONGEST, "it took {:?}", begun.elapsed());
}

#[test]
fn damaged_workbooks_are_read_or_refused_soon() {
    let whole = workbook(5);
    let parts = [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ];
    let mut below = numbers(0x5eed);
    let mut counts = Counts::default();
    for case in 0..3_000 {
        let spoil = |mut bytes: Vec<u8>, below: &mut dyn FnMut(usize) -> usize| {
            for _ in 0..=below(4) {
                let at = below(bytes.len());
                match below(3) {
                    0 => bytes[at] = below(256) as u8,
                    1 => bytes.truncate(at.max(1)),
                    _ => {
                        let from = below(bytes.len());
                        let some: Vec<u8> = bytes[from..].iter().take(40).copied().collect();
                        bytes.splice(at..at, some);
                    }
                }
            }
            bytes
        };
        let bytes = if case % 3 == 0 {
            spoil(whole.clone(), &mut below)
        } else {
            let part = parts[below(parts.len())];
            with_part(&whole, part, |bytes| spoil(bytes, &mut below))
        };
        opened(&mut counts, &bytes);
    }
    println!("damaged workbooks: {counts:?}");
    assert!(counts.taken > 100 && counts.refused > 100, "{counts:?}");
}

/// The same archive, whose parts all say that they unfold to a hundred bytes.
fn lying(mut file: Vec<u8>) -> Vec<u8> {
    let mut said = 0;
    for at in 0..file.len() - 46 {
        let size = match file[at..at + 4] {
            [b'P', b'K', 1, 2] => at + 24,
            [b'P', b'K', 3, 4] => at + 22,
            _ => continue,
        };
        file[size..size + 4].copy_from_slice(&100_u32.to_le_bytes());
        said += 1;
    }
    assert!(said > 10, "{said} sizes");
    file
}

#[test]
fn no_more_is_read_than_a_roster_may_have() {
    let tabs = open(&workbook(5_000)).expect("opened");
    assert_eq!(tabs[0].lines().count(), 2_001);

    let whole = workbook(1);
    let sheet = "xl/worksheets/sheet1.xml";
    // The last cell that Excel knows asks for no room of that size.
    let far = with_part(&whole, sheet, |bytes| {
        let text = String::from_utf8(bytes).expect("XML");
        let text = text.replace("A1:C2", "A1:XFD1048576");
        text.replace("r=\"A2\"", "r=\"XFD1048576\"").into_bytes()
    });
    let mut counts = Counts::default();
    opened(&mut counts, &far);
    assert_eq!(counts.stopped, 0, "{counts:?}");

    // A part that unfolds to far more than a roster is not unfolded.
    let huge = with_part(&whole, "xl/sharedStrings.xml", |bytes| {
        let mut bytes = bytes;
        bytes.resize(80 << 20, b' ');
        bytes
    });
    assert!(huge.len() < 8 << 20, "as small as one that the page takes");
    assert!(open(&huge).is_err());
    assert!(open(&lying(huge)).is_err(), "whatever it says of its size");
}
