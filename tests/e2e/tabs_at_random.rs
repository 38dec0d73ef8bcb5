//! Two and three tabs on one handbook, edited, left and loaded anew in an order that nobody chose: what was
//! acknowledged in any of them is somewhere at the end.

use crate::support::{Person, button, story};

const FIELD: &str = "Ghi chú riêng";
const ACTION: &str = "Việc gì sẽ làm?";
const MONTHS: [&str; 2] = ["#/tu-danh-gia/2026-10", "#/tu-danh-gia/2026-09"];

/// Numbers without a plan, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % most
    }
}

/// Until the tab has settled; a question of two versions is answered one way or the other.
fn settles(person: &mut Person, chance: &mut Chance) {
    let state = "document.querySelector('.saved')?.dataset.state";
    loop {
        let wanted = format!("['saved', 'failed'].includes({state})");
        person.trusts(&wanted);
        if person.browser.js(state) == "saved" {
            return;
        }
        let ways = ["Giữ bản ở trang này", "Lấy bản ở trang kia"];
        person.taps(button(ways[chance.below(2)]));
        person.trusts(&format!("{state} !== 'failed'"));
    }
}

fn edits_at_random(tabs: usize, seed: u64) {
    story("2026-11-03 08:00", |person| {
        let mut chance = Chance(seed);
        person.has_a_filled_year("2026-11-03");
        person.opens(MONTHS[0]);
        person.opens_second_tab(MONTHS[0]);
        for _ in 2..tabs {
            person.opens_another_tab(MONTHS[0]);
        }
        let mut written = Vec::new();
        for step in 0..12 {
            let tab = chance.below(tabs);
            person.looks_at_tab(tab);
            match chance.below(5) {
                0 => {
                    settles(person, &mut chance);
                    person.reloads();
                }
                // The same month, or another: the same document, another place in it.
                1 => {
                    settles(person, &mut chance);
                    person.opens(MONTHS[chance.below(2)]);
                }
                _ => {
                    let word = format!("chữ{step}-{tab}");
                    person.types(FIELD, &format!(" {word}"));
                    written.push(word);
                    // Half of the time it is left before it is saved.
                    if chance.below(2) == 0 {
                        settles(person, &mut chance);
                    }
                }
            }
        }
        for tab in 0..tabs {
            person.looks_at_tab(tab);
            settles(person, &mut chance);
        }
        let kept = person.stored().to_string();
        let lost: Vec<_> = written
            .iter()
            .filter(|word| !kept.contains(*word))
            .collect();
        println!(
            "{tabs} tabs, seed {seed}: {} edits, {} lost",
            written.len(),
            lost.len()
        );
        assert!(
            lost.is_empty(),
            "{tabs} tabs, seed {seed}: lost {lost:?} of {written:?}"
        );
        // And what the tabs show is one and the same.
        let shown = |person: &mut Person, tab| {
            person.looks_at_tab(tab);
            person.opens(MONTHS[0]);
            person.reads_field(FIELD)
        };
        let first = shown(person, 0);
        for tab in 1..tabs {
            assert_eq!(shown(person, tab), first, "tab {tab}, seed {seed}");
        }
    });
}

#[test]
fn two_tabs() {
    for seed in [1, 2] {
        edits_at_random(2, seed);
    }
}

#[test]
fn three_tabs() {
    for seed in [3, 4] {
        edits_at_random(3, seed);
    }
}

/// A clock that was set back, and one in another zone, lose nothing that was saved before or after.
#[test]
fn a_clock_set_back_loses_nothing() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.opens("#/dang-ky/viec-1/1");
        let mut written = Vec::new();
        for (step, now) in [
            "2026-11-03 08:00",
            "2026-11-05 21:00",
            "2026-10-20 06:00",
            "2025-01-01 00:30",
            "2026-11-06 08:00",
        ]
        .into_iter()
        .enumerate()
        {
            person.waits_until(now);
            person.reloads();
            let word = format!("giờ{step}");
            person.types(ACTION, &format!(" {word}"));
            person.sees("Đã lưu");
            person.reloads();
            written.push(word);
            for word in &written {
                assert!(person.reads_field(ACTION).contains(word), "{word} at {now}");
            }
        }
        let zone = serde_json::json!({ "timezoneId": "America/Los_Angeles" });
        person.browser.cdp("Emulation.setTimezoneOverride", zone);
        person.reloads();
        person.types(ACTION, " xa");
        person.sees("Đã lưu");
        person.reloads();
        let text = person.reads_field(ACTION);
        assert!(text.ends_with(" xa") && written.iter().all(|word| text.contains(word)));
    });
}
