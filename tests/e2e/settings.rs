//! Cài đặt: looks, backup and restore, deletion, several years.

use serde_json::json;

use crate::habits::golden;
use crate::support::{Share, button, checkbox, field, link, radio, schema, story};

#[test]
fn text_size_and_theme_are_applied_and_stay() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.opens("#/cai-dat");
        let size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
        let before = person.browser.js(size).as_f64().expect("a size");
        person.taps(radio("Rất lớn").within("Cỡ chữ"));
        person.taps(radio("Tối").within("Màu nền"));
        let dark = "getComputedStyle(document.body).colorScheme.includes('dark') || getComputedStyle(document.documentElement).colorScheme.includes('dark')";
        person.trusts(dark);
        person.trusts(&format!("{size} >= {}", before * 1.4));
        person.reloads();
        person.trusts(dark);
        person.trusts(&format!("{size} >= {}", before * 1.4));
        person.finds_marked(radio("Rất lớn").within("Cỡ chữ"), "checked", "true");
        person.finds_marked(radio("Tối").within("Màu nền"), "checked", "true");
        // Nothing is wider than the phone.
        person.trusts("document.documentElement.scrollWidth <= innerWidth");
        person.taps(radio("Sáng").within("Màu nền"));
        person.prefers_dark(true);
        person.trusts(&format!("!({dark})"));
    });
}

#[test]
fn everything_is_saved_deleted_and_had_back() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.can_go_offline();
        person.opens("#/tu-danh-gia/2026-10");
        person.fills("Ghi chú riêng", "Chỉ mình đọc.");
        person.sees("Đã lưu");
        let before = person.kept_handbooks();
        person.opens("#/cai-dat");
        person.sees("Chưa có bản sao nào.");
        person.taps(button("Lưu bản sao ra tệp"));
        let backup = person.takes_download();
        assert_eq!(
            backup.name,
            "so-tay_sao-luu_tran-thi-binh_2026_20261103.json"
        );
        schema::accepts("backup.schema.json", &backup.json());
        assert_eq!(backup.json()["payload"]["handbooks"], json!(before));
        person.sees("Bản sao gần nhất: hôm nay.");

        // Wrong words delete nothing.
        person.taps(link("Xóa tất cả"));
        person.is_at("#/du-lieu/xoa");
        person.fills("Gõ “xóa hết” để xác nhận", "xoá");
        person.taps(button("Xóa tất cả"));
        person.sees("Chưa xóa gì: gõ đúng hai chữ “xóa hết” để xác nhận");
        person.finds_marked(field("Gõ “xóa hết” để xác nhận"), "invalid", "true");
        person.sees_in("Gõ “xóa hết” để xác nhận", "xoá");
        assert_eq!(person.kept_handbooks(), before);
        person.takes_picture("loi-xoa");

        person.fills("Gõ “xóa hết” để xác nhận", "Xóa hết");
        person.taps(button("Xóa tất cả"));
        person.sees("Đã xóa hết");
        assert_eq!(person.stored(), json!({}));
        person.until("caches and workers to be gone", || {
            match person.offline_parts() {
                parts if parts == json!([]) => Ok(()),
                parts => Err(parts.to_string()),
            }
        });
        person.takes_picture("chuyen-da-xoa");
        person.taps(button("Bắt đầu lại"));
        person.sees("Sổ tay của riêng mình");

        // Back from the file, after a look at what it would do.
        let file = person.has_file("sao luu.json", &backup.text);
        person.taps(link("Khôi phục từ bản sao lưu"));
        person.is_at("#/du-lieu/khoi-phuc");
        person.chooses_files("Khôi phục từ tệp…", &[&file]);
        person.sees("Sẽ thay những gì");
        person.sees("ghi ngày 03/11/2026");
        person.sees("chưa có");
        person.takes_long_picture("chuyen-khoi-phuc");
        assert_eq!(person.stored(), json!({}), "a look writes nothing");
        person.taps(button("Thay bằng nội dung trong tệp"));
        person.sees("Trần Thị Bình · 2026");
        assert_eq!(person.kept_handbooks(), before);
        person.sees("Đã khôi phục từ tệp.");
        person.opens("#/tu-danh-gia/2026-10");
        person.sees_in("Ghi chú riêng", "Chỉ mình đọc.");
    });
}

#[test]
fn a_restore_shows_what_it_replaces_and_can_be_undone() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        person.opens("#/tu-danh-gia/2026-10");
        person.fills("Ghi chú riêng", "Viết sau bản sao.");
        person.rates(1, "Kém");
        person.sees("Đã lưu");
        let before = person.kept_handbooks();

        let old = person.has_file("cu.json", crate::habits::filled_backup("2026-11-03"));
        person.opens("#/du-lieu/khoi-phuc");
        person.chooses_files("Khôi phục từ tệp…", &[&old]);
        person.sees("Sẽ thay những gì");
        person.sees("2 việc, 9 tháng, 2 ghi chú riêng");
        person.sees("2 việc, 8 tháng, 1 ghi chú riêng");
        person.taps(button("Thôi"));
        person.sees_no("Sẽ thay những gì");
        assert_eq!(person.kept_handbooks(), before);

        person.chooses_files("Khôi phục từ tệp…", &[&old]);
        person.taps(button("Thay bằng nội dung trong tệp"));
        person.sees("Đã khôi phục từ tệp.");
        assert_ne!(person.kept_handbooks(), before);
        person.taps(button("Hoàn tác"));
        person.sees_no("Đã khôi phục từ tệp.");
        assert_eq!(person.kept_handbooks(), before);

        // Again, and much later: the replaced version is still among those kept by the page.
        person.chooses_files("Khôi phục từ tệp…", &[&old]);
        person.taps(button("Thay bằng nội dung trong tệp"));
        person.sees("Đã khôi phục từ tệp.");
        person.reloads();
        person.taps(button("Bản lưu tự động…"));
        person.taps(button("03/11/2026 08:00…").at(0));
        person.sees("Đã lấy lại bản lưu");
        person.opens("#/tu-danh-gia/2026-10");
        person.sees_in("Ghi chú riêng", "Viết sau bản sao.");
    });
}

#[test]
fn years_live_side_by_side_and_a_deleted_one_can_be_had_back() {
    story("2013-02-10 08:00", |person| {
        person.restores(&golden("backup-2012.json"));
        // Out of the way: the restore's own message.
        person.reloads();
        person.sees("Trần Thị Bình · 2013");
        let before = person.kept_handbooks();
        assert_eq!(before.len(), 2);

        // The new year starts from last year's pledge.
        person.goes_to("Đăng ký");
        person.taps(button("Chép bản đăng ký năm 2012 sang để sửa"));
        person.sees("Đã xong 0 việc.");
        person.sees("Giải quyết hồ sơ của dân trong ngày");
        person.sees("Đã lưu");

        person.opens("#/cai-dat");
        person.taps(button("Trần Thị Bình · 2012…"));
        person.is_at("#/");
        person.sees("Trần Thị Bình · 2012");
        person.opens("#/cai-dat");
        person.taps(button("Xóa sổ Trần Thị Bình · 2012"));
        person.sees("Trần Thị Bình · 2013");
        assert_eq!(person.kept_handbooks().len(), 1);
        person.sees("Đã xóa sổ Trần Thị Bình · 2012.");
        person.takes_long_picture("chuyen-xoa-so");
        person.taps(button("Hoàn tác"));
        person.until("both years to be kept", || {
            match person.kept_handbooks().len() {
                2 => Ok(()),
                other => Err(other.to_string()),
            }
        });
        assert!(person.kept_handbooks().contains(&before[0]));

        // Deleted and forgotten: it can still be had back later.
        person.opens("#/");
        person.sees("Trần Thị Bình · 2012");
        person.opens("#/cai-dat");
        person.taps(button("Xóa sổ Trần Thị Bình · 2012"));
        person.sees("Trần Thị Bình · 2013");
        person.opens("#/du-lieu/khoi-phuc");
        person.sees("Có thể lấy lại");
        person.taps(button("Sổ Trần Thị Bình · 2012 đã xóa: mở bản lưu…"));
        person.sees("Trần Thị Bình · 2012");
        assert!(person.kept_handbooks().contains(&before[0]));
    });
}

#[test]
fn a_phone_that_only_shares_gets_its_backup_by_sharing() {
    story("2026-11-03 08:00", |person| {
        person.uses("Mozilla/5.0 (Linux; Android 13) Chrome/120 Zalo android/23.11");
        person.shares(Share::TakesAll);
        person.has_a_filled_year("2026-11-03");
        person.opens("#/cai-dat");
        person.sees("Trang đang mở trong Zalo.");
        person.taps(button("Lưu bản sao ra tệp"));
        let shared = person.takes_shared_file();
        schema::accepts("backup.schema.json", &shared.json());
        person.sees("Bản sao gần nhất: hôm nay.");
        person.goes_to("Gửi");
        person.taps(checkbox("Tôi đồng ý đưa…"));
        person.trusts("![...document.querySelectorAll('button')].some(button => button.textContent.includes('Lưu tệp'))");
        person.taps(button("Chia sẻ tệp"));
        schema::accepts("handover.schema.json", &person.takes_shared_file().json());
    });
}

#[test]
fn the_starter_standards_can_be_rewritten() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person.goes_to("Chuẩn mực");
        person.sees("Chi bộ chưa gửi bộ chuẩn mực.");
        person.taps(button("Sửa cho hợp với công việc của mình"));
        person.fills(
            field("Phải làm").at(0),
            "Nói đi đôi với làm, hẹn ai là đúng giờ",
        );
        person.taps(button("Thêm điều cần tránh"));
        person.fills(field("Cần tránh").at(4), "Uống rượu giờ trưa");
        person.taps(button("Bỏ: Ngại va chạm"));
        person.sees("Đã bỏ “Ngại va chạm”.");
        person.taps(button("Hoàn tác"));
        person.finds(button("Bỏ: Ngại va chạm"));
        person.taps(button("Bỏ: Qua loa, đại khái"));
        person.taps(button("Xong"));
        person.sees("Nói đi đôi với làm, hẹn ai là đúng giờ");
        person.sees("Đã lưu");
        person.reloads();
        person.sees("Uống rượu giờ trưa");
        person.sees_no("Qua loa, đại khái");
        person.opens("#/tu-danh-gia/2026-10");
        person.finds(radio("Giữ được").within("Tránh: Uống rượu giờ trưa"));
    });
}

#[test]
fn a_backup_behind_a_code_is_made_and_opened() {
    story("2026-11-03 08:00", |person| {
        person.has_a_filled_year("2026-11-03");
        let before = person.kept_handbooks();
        person.opens("#/du-lieu/khoi-phuc");
        person.taps(button("Lưu bản sao có mã").at(0));
        person.fills("Mã của tệp", "hồ sơ đúng hẹn");
        person.fills("Gõ lại mã", "hồ sơ");
        person.taps(button("Lưu bản sao có mã").at(1));
        person.sees("Hai lần gõ không giống nhau");
        person.fills("Gõ lại mã", "hồ sơ đúng hẹn");
        person.taps(button("Lưu bản sao có mã").at(1));
        let file = person.takes_download();
        assert_eq!(
            file.name,
            "so-tay_sao-luu-co-ma_tran-thi-binh_2026_20261103.json"
        );
        assert!(!file.text.contains("Bình"));

        // On a phone that has nothing.
        person.browser.js("localStorage.clear(); true");
        person.reloads();
        let file = person.has_file("co ma.json", &file.text);
        person.opens("#/du-lieu/khoi-phuc");
        person.chooses_files("Khôi phục từ tệp…", &[&file]);
        person.sees("Tệp này có mã.");
        person.fills("Mã của tệp", "đoán mò");
        person.taps(button("Mở tệp"));
        person.sees("Không mở được: mã không đúng, hoặc tệp đã bị sửa hay hỏng");
        person.meets_no_barrier_anywhere();
        person.takes_long_picture("khoi-phuc-co-ma");
        person.fills("Mã của tệp", "hồ sơ đúng hẹn");
        person.taps(button("Mở tệp"));
        person.sees("Sẽ thay những gì");
        person.taps(button("Thay bằng nội dung trong tệp"));
        person.sees("Đã khôi phục từ tệp.");
        assert_eq!(person.kept_handbooks(), before);
    });
}
