//! The harness on a small page of its own: a watchdog that can't bark proves nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use crate::support::engine::engine;
use crate::support::{
    Person, Share, button, checkbox, field, heading, lacks, link, radio, schema, story_of,
};

const PAGE: &str = include_str!("page.html");

fn on_the_small_page(told: impl FnOnce(&mut Person)) {
    let files = tempfile::tempdir().expect("a folder");
    write_page(files.path());
    story_of(files.path(), "2026-11-03 08:00", told);
}

fn write_page(files: &Path) {
    let script = include_str!("page.js");
    std::fs::write(files.join("index.html"), PAGE).expect("a page");
    std::fs::write(files.join("page.js"), script).expect("a script");
    // The box itself is hidden, as styled boxes are: a finger reaches its label.
    std::fs::write(
        files.join("page.css"),
        "#agree { position: absolute; opacity: 0; width: 0 }",
    )
    .expect("a style");
    std::fs::write(files.join("sw.js"), include_str!("sw.js")).expect("a service worker");
    std::fs::write(files.join("page.wasm"), b"\0asm\x01\0\0\0").expect("a module");
}

#[test]
fn what_is_typed_in_any_way_arrives_exactly_and_outlives_the_browser() {
    on_the_small_page(|person| {
        let text = "Giải quyết hồ sơ trong ngày, Đường cách mệnh: 41/42 hồ sơ đúng hẹn.";
        // Freshly written files count as stale at once, and the service worker would ask anew.
        person.site.sends_header("cache-control", "max-age=600");
        person.opens("");
        person.retypes("Gõ bằng…", text);
        person.sees_in("Gõ bằng…", text);
        person.trusts("document.body.dataset.backspaces > 10");
        person.fills("Gõ bằng…", "Một.");
        person.types("Gõ bằng…", " Hai.");
        person.presses("Enter");
        person.presses("Backspace");
        assert_eq!(person.reads_field("Gõ bằng…"), "Một. Hai.");
        person.picks("Chi bộ", "Tổ 2");
        person.dates("Hạn", "2026-11-30");
        person.sees("Tổ 2 · 2026-11-30");
        person.taps(radio("Tốt").within("Việc 2…"));
        person.finds_marked(radio("Tốt").within("Việc 2…"), "checked", "true");
        person.finds_marked(radio("Tốt").within("Việc 1…"), "checked", "false");
        person.taps(checkbox("Đồng ý"));
        person.finds_marked(checkbox("Đồng ý"), "checked", "true");
        person.finds(heading("Trang thử"));
        person.finds(field("Gõ bằng mọi cách"));

        person.can_go_offline();
        assert_eq!(person.site.wasted(), Vec::<String>::new());
        person.loses_signal();
        person.reloads();
        person.sees_in("Gõ bằng…", "Một. Hai.");
        person.closes_everything();
        person.comes_back();
        person.sees_in("Gõ bằng…", "Một. Hai.");
        person.battery_dies();
        person.comes_back();
        person.sees_in("Gõ bằng…", "Một. Hai.");
        person.finds_signal();
        assert_eq!(person.offline_parts().as_array().map(Vec::len), Some(2));
    });
}

#[test]
fn what_a_keyboard_composes_arrives_exactly() {
    on_the_small_page(|person| {
        let text = "Giải quyết hồ sơ trong ngày, Đường cách mệnh: 41/42 hồ sơ đúng hẹn.";
        person.opens("");
        person.composes("Gõ bằng…", text);
        person.sees_in("Gõ bằng…", text);
        person
            .trusts("document.body.dataset.compositions > 10 && !document.body.dataset.backspaces");
    });
}

#[test]
fn the_clock_says_what_the_story_says() {
    on_the_small_page(|person| {
        person.opens("");
        person.taps("Mấy giờ rồi");
        person.sees("Bây giờ là 2026-11-03T01:00:00.000Z, 8 giờ");
        person.waits_until("2026-12-31 23:59");
        person.taps("Mấy giờ rồi");
        person.sees("Bây giờ là 2026-12-31T16:59:00.000Z, 23 giờ");
        person.reloads();
        person.taps("Mấy giờ rồi");
        person.sees("Bây giờ là 2026-12-31T16:59");
    });
}

#[test]
fn files_come_and_go_by_every_way_a_phone_has() {
    on_the_small_page(|person| {
        person.opens("");
        let file = person.has_file("tu chi bo.json", r#"{"xin":"chào"}"#);
        person.chooses_files("Mở tệp…", &[&file]);
        person.sees(r#"tu chi bo.json {"xin":"chào"}"#);
        person.chooses_files("Chọn tệp khác", &[&file]);
        person.sees(r#"khác: tu chi bo.json {"xin":"chào"}"#);

        person.taps("Lưu tệp");
        let left = person.takes_download();
        assert_eq!(
            (left.name.as_str(), left.json()),
            ("so-tay.json", json!({ "ten": "Bình" }))
        );

        person.taps("Chép văn bản");
        person.sees("Đã chép");
        assert_eq!(person.reads_clipboard(), "Trần Thị Bình");

        person.taps("Chia sẻ");
        person.sees("Máy này không chia sẻ được");
        person.shares(Share::LikeChrome);
        person.taps("Chia sẻ");
        assert_eq!(person.takes_shared_file().name, "so-tay.txt");
        person.shares(Share::TakesAll);
        person.reloads();
        person.taps("Chia sẻ");
        assert_eq!(person.takes_shared_file().name, "so-tay.json");
        person.shares(Share::ChangesMind);
        person.taps("Chia sẻ");
        person.sees("AbortError");
        person.shares(Share::Fails);
        person.taps("Chia sẻ");
        person.sees("DataError");
        person.shares(Share::Absent);
        person.taps("Chia sẻ");
        person.sees("Máy này không chia sẻ được");
    });
}

#[test]
fn a_covered_or_doubled_thing_is_not_tapped() {
    on_the_small_page(|person| {
        person.opens("");
        person.taps(button("Ở dưới cùng"));
        person.sees("Đã tới dưới cùng");
        person.sees_no("Chưa có gì");
        person.taps(radio("Tốt").at(1));
        person.finds_marked(radio("Tốt").at(1), "checked", "true");
        person.patience = Duration::from_secs(1);
        assert!(fails(|| person.taps("Tốt")).contains("2 fit"));
        assert!(fails(|| person.taps("Bị che")).contains("a finger can't reach it"));
        assert!(fails(|| person.sees("Không có câu này")).contains("on the page"));
    });
}

#[test]
fn the_host_can_publish_another_version() {
    let files = tempfile::tempdir().expect("a folder");
    std::fs::write(
        files.path().join("index.html"),
        "<title>Mới</title><link rel=icon href=data:,>Bản mới",
    )
    .expect("a page");
    on_the_small_page(|person| {
        person.opens("");
        person.sees("Trang thử");
        person.can_go_offline();
        person.site.publishes(files.path());
        person.site.forgets();
        person.trusts("fetch('./', { cache: 'reload' }).then(answer => answer.text()).then(text => text.includes('Bản mới'))");
        let paths: Vec<_> = person
            .site
            .fetched()
            .into_iter()
            .map(|fetch| fetch.path)
            .collect();
        assert_eq!(paths, ["/huyen/so-tay/"]);
    });
}

#[test]
fn two_tabs_share_what_is_kept() {
    on_the_small_page(|person| {
        person.opens("");
        person.opens_second_tab("#/hai");
        person.fills("Gõ bằng…", "từ trang hai");
        person.looks_at_tab(0);
        person.reloads();
        person.sees_in("Gõ bằng…", "từ trang hai");
    });
}

/// What is said of a story that does no more than tap this.
fn complaint(taps: &str) -> String {
    fails(|| {
        on_the_small_page(|person| {
            person.opens("");
            person.can_go_offline();
            person.taps(taps);
            person.sees("Đã thử");
        });
    })
}

#[test]
fn the_watchdogs_bark() {
    assert!(complaint("Gọi máy khác").contains("securitypolicyviolation: connect-src"));
    assert!(complaint("Làm hỏng").contains("hỏng rồi"));
    on_the_small_page(|person| {
        person.watch.expects("hỏng rồi");
        person.opens("");
        person.taps("Làm hỏng");
    });
}

#[test]
fn the_watchdog_of_the_network_barks() {
    if let Some(why) = lacks::reason(engine().name()) {
        return lacks::skips(why);
    }
    assert!(
        complaint("Gọi máy khác từ nền").contains("a request to another host: http://127.0.0.1:9/")
    );
}

#[test]
fn axe_finds_what_is_wrong() {
    on_the_small_page(|person| {
        person.opens("");
        person.meets_no_barrier();
        person.taps(link("Thêm ảnh không lời"));
        person.finds("Sổ tay không lời");
        person.is_at("#/anh");
        let barriers = person.barriers();
        assert!(
            barriers
                .iter()
                .any(|barrier| barrier.starts_with("image-alt")),
            "{barriers:#?}"
        );
        person.goes_back();
        person.is_at("");
        person.uses("Zalo android/230");
        person.trusts("navigator.userAgent.includes('Zalo')");
    });
}

#[test]
fn the_phone_is_small_and_has_a_finger() {
    on_the_small_page(|person| {
        person.opens("");
        person.prefers_dark(true);
        person.trusts("matchMedia('(prefers-color-scheme: dark)').matches");
        person.trusts(
            "innerWidth === 360 && innerHeight === 740 && matchMedia('(pointer: coarse)').matches",
        );
        let dots = person.browser.js("devicePixelRatio").as_f64();
        let dots = if dots == Some(2.0) { 2 } else { 1 };
        assert_eq!(size(&person.browser.picture()), (dots * 360, dots * 740));
    });
}

#[test]
fn the_validator_refuses_what_the_schema_does() {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": { "on": { "type": "string", "format": "date" } },
        "required": ["on"],
    });
    assert_eq!(
        schema::refusals(&schema, &json!({ "on": "2026-11-03" })),
        Vec::<String>::new()
    );
    assert_eq!(
        schema::refusals(&schema, &json!({ "on": "31/02/2026" })).len(),
        1
    );
    assert_eq!(schema::refusals(&schema, &json!({})).len(), 1);
    let missing = fails(|| schema::accepts("no-such.json", &json!({})));
    assert!(missing.contains("no-such.json"), "{missing}");
}

/// The message of a failure that must come.
fn fails(doing: impl FnOnce()) -> String {
    let failure = catch_unwind(AssertUnwindSafe(doing)).expect_err("this was to fail");
    failure
        .downcast_ref::<String>()
        .cloned()
        .unwrap_or_default()
}

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}
