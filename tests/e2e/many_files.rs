//! A large branch's files, all at once: the page goes on answering; and how long it takes, against the
//! browser's own `JSON.parse` of the same bytes in the same run (`make bench`).

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::habits::hand_over;
use crate::support::{Person, button, field, story};

const PEOPLE: usize = 300;
const ROUNDS: usize = 5;

/// Each name once.
fn name(number: usize) -> String {
    const FAMILY: [&str; 10] = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ",
    ];
    const MIDDLE: [&str; 5] = ["Thị", "Văn", "Đức", "Ngọc", "Minh"];
    const GIVEN: [&str; 6] = ["Ánh", "Bình", "Cường", "Dung", "Đạt", "Yến"];
    let family = FAMILY[number % 10];
    let middle = MIDDLE[number / 10 % 5];
    let given = GIVEN[number / 50 % 6];
    format!("{family} {middle} {given}")
}

fn roster() -> String {
    let lines = (0..PEOPLE).map(|number| format!("{}\tĐảng viên\n", name(number)));
    format!("Họ và tên\tĐối tượng\n{}", lines.collect::<String>())
}

/// What 300 people's handbooks hand over in November: the pledge and ten months each.
fn hand_overs(person: &Person, today: &str) -> Vec<PathBuf> {
    let one = |number: usize| {
        let text = hand_over(&name(number), number, 1, today);
        person.has_file(&format!("phieu-{number:03}.json"), text)
    };
    (0..PEOPLE).map(one).collect()
}

/// At receiving, with everyone on the roster.
fn is_ready(person: &mut Person) {
    person.begins_a_branch("Chi bộ Lớn");
    person.opens("#/chi-bo/danh-sach");
    person.fills(field("Dán bảng vào đây"), &roster());
    person.taps(button("Xem trước"));
    person.taps(button("Thêm 300 người"));
    person.sees("300 người: 300 đảng viên");
    person.opens("#/chi-bo/nhan");
}

fn picks(person: &Person, files: &[PathBuf]) {
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    person.chooses_files("Chọn tệp", &files);
}

fn is_slowed(person: &Person, rate: u8) {
    let rate = json!({ "rate": rate });
    person.browser.cdp("Emulation.setCPUThrottlingRate", rate);
}

#[test]
fn a_tap_is_answered_while_300_files_come_in() {
    story("2026-11-22 08:00", |person| {
        let files = hand_overs(person, "2026-11-22");
        is_ready(person);
        // As slow as a cheap phone, so that there is time for a finger.
        is_slowed(person, 6);
        picks(person, &files);
        person.taps(button("Dừng"));
        person.sees("Đã dừng: còn");
        person.taps(button("Bỏ tất cả"));

        // Going elsewhere ends it, too.
        picks(person, &files);
        person.finds(button("Dừng"));
        person.opens("#/chi-bo/dang-ky");
        person.sees("Có 0/300 đảng viên");
        person.opens("#/chi-bo/nhan");
        person.sees_no("300 tệp");
        is_slowed(person, 1);

        // Not stopped, all of them come in.
        picks(person, &files);
        person.sees("300 tệp: 300 mới");
        person.taps(button("Nhận 300 phiếu"));
        person.sees("Vừa nhận (300)");
        person.opens("#/chi-bo/dang-ky");
        person.sees("Có 300/300 đảng viên");
        person.sees("Đã lưu");
        person.reloads();
        person.sees("Có 300/300 đảng viên");
    });
}

/// Measures from the choice of files, or the tap that keeps them, until the screen says what came of it;
/// and the longest wait between two frames meanwhile. Times in milliseconds.
const CLOCK: &str = "
    window.__bench = {
        begins(shown) {
            const from = performance.now();
            let last = from;
            Object.assign(this, { took: null, gap: 0 });
            const frame = () => {
                const now = performance.now();
                this.gap = Math.max(this.gap, now - last);
                last = now;
                if ((document.getElementById('found') !== null) === shown) this.took = now - from;
                else requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
        },
        async parses() {
            const texts = await Promise.all(this.files.map(file => file.text()));
            const from = performance.now();
            for (const text of texts) JSON.parse(text);
            return performance.now() - from;
        },
    };
    addEventListener('change', event => {
        if (!event.target.files?.length) return;
        __bench.files = [...event.target.files];
        __bench.begins(true);
    }, true);
    addEventListener('click', event => {
        if (event.target.closest('.dock .wide')) __bench.begins(false);
    }, true);
    true";

#[test]
#[ignore = "make bench: measures"]
fn receiving_300() {
    story("2026-11-22 08:00", |person| {
        let files = hand_overs(person, "2026-11-22");
        let sizes = files
            .iter()
            .map(|file| file.metadata().expect("a file").len());
        let bytes: u64 = sizes.sum();
        is_ready(person);
        person.browser.js(CLOCK);
        let measured = |what: &str| {
            person.trusts("__bench.took !== null");
            let of = |part: &str| number(&person.browser.js(&format!("__bench.{part}")));
            println!(
                "  {what}: {:.0} ms, longest frame {:.0} ms",
                of("took"),
                of("gap")
            );
            (of("took"), of("gap"))
        };
        let mut reading = Vec::new();
        let mut keeping = Vec::new();
        let mut parsing = Vec::new();
        let mut frames = Vec::new();
        for _ in 0..ROUNDS {
            picks(person, &files);
            let (took, gap) = measured("reading");
            reading.push(took);
            frames.push(gap);
            person.taps(button("Nhận 300 phiếu"));
            let (took, gap) = measured("keeping");
            keeping.push(took);
            frames.push(gap);
            parsing.push(number(&person.browser.js("__bench.parses()")));
            person.taps(button("Hoàn tác"));
            person.finds(button("Chọn tệp"));
        }
        let [reading, keeping, parsing] = [reading, keeping, parsing].map(median);
        let longest = frames.into_iter().fold(0.0, f64::max);
        println!(
            "300 hand-overs, {bytes} bytes, medians of {ROUNDS}: JSON.parse {parsing:.1} ms; \
             read and judged in {reading:.0} ms, {:.0} times that; kept in {keeping:.0} ms, {:.0} times; \
             longest frame {longest:.0} ms",
            reading / parsing,
            keeping / parsing,
        );
    });
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
