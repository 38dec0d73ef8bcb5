use so_tay::domain::starter::SUGGESTIONS;
use so_tay::domain::vague::{Hint, hints};
use so_tay::domain::{Commitment, Deadline};

use crate::item;

fn written(action: &str, measure: &str) -> Commitment {
    Commitment {
        action: action.to_owned(),
        measure: measure.to_owned(),
        ..Commitment::new(item("viec-1"))
    }
}

fn hints_on(action: &str) -> Vec<Hint> {
    hints(&written(action, ""))
}

#[test]
fn concrete_commitments_raise_no_hint() {
    for (action, measure) in [
        (
            "Giải quyết hồ sơ trong ngày",
            "Không hồ sơ nào quá 1 ngày làm việc",
        ),
        (
            "Đọc và ghi sổ một cuốn sách ở thư viện cơ quan",
            "Mỗi quý một cuốn",
        ),
        (
            "Thăm năm gia đình có hoàn cảnh khó khăn tại thôn Đông",
            "Mỗi quý một nhà",
        ),
        ("Họp đúng giờ", "Cả năm không quá hai lần muộn"),
        (
            "Dạy thêm cho ba em học sinh lớp 9A",
            "Sau kỳ thi cuối kỳ cả ba em lên lớp",
        ),
        ("Giảm giấy in ở phòng", "Mỗi tháng dùng không quá 2 ram"),
        ("Trực trạm y tế xã ngoài giờ", "4 buổi tối mỗi tháng"),
        (
            "Trồng 20 cây ở trường",
            "Trước ngày 19/5 trồng xong, cuối năm còn sống 18 cây",
        ),
    ] {
        assert_eq!(hints(&written(action, measure)), [], "{action}");
    }
}

#[test]
fn general_sentences_lack_number_time_and_place() {
    for action in [
        "Tích cực học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
        "Luôn giữ gìn đạo đức, lối sống trong sáng, giản dị",
        "Nghiêm chỉnh chấp hành chủ trương, pháp luật của Nhà nước",
        "Thực hiện công việc một cách khoa học, sáng tạo",
        "Không ngừng phấn đấu vì xã hội tốt đẹp",
        "Góp phần phòng, chống tham nhũng, lãng phí",
        "Có ý thức tổ chức kỷ luật cao trong công tác",
        "Xây dựng đội ngũ vững mạnh",
    ] {
        assert_eq!(
            hints_on(action),
            [Hint::NoNumber, Hint::NoTime, Hint::NoPlace],
            "{action}"
        );
    }
}

#[test]
fn a_year_is_a_time_and_not_the_number_five() {
    for action in [
        "Tiết kiệm điện trong năm",
        "Tiết kiệm điện cả năm",
        "Tiết kiệm điện hằng năm",
    ] {
        assert_eq!(
            hints_on(action),
            [Hint::NoNumber, Hint::NoPlace],
            "{action}"
        );
    }
    assert!(!hints_on("Giúp năm hộ nghèo").contains(&Hint::NoNumber));
}

#[test]
fn the_one_stop_desk_is_a_place_and_not_a_number() {
    assert_eq!(
        hints_on("Tiếp dân niềm nở tại bộ phận một cửa"),
        [Hint::NoNumber, Hint::NoTime]
    );
}

#[test]
fn numbers_count_in_digits_and_in_words() {
    for action in [
        "Đọc 2 cuốn",
        "Đọc hai cuốn",
        "Đọc tất cả",
        "Không đi muộn",
        "Đọc MƯỜI cuốn",
    ] {
        assert!(!hints_on(action).contains(&Hint::NoNumber), "{action}");
    }
}

#[test]
fn words_are_read_whole() {
    assert!(hints_on("Mở rộng bàn bạc").contains(&Hint::NoPlace));
    assert!(hints_on("Hài hòa, bao dung").contains(&Hint::NoNumber));
}

#[test]
fn a_deadline_is_a_time_and_a_duty_or_a_partner_is_a_place() {
    let mut commitment = written("Rèn luyện", "");
    assert_eq!(
        hints(&commitment),
        [Hint::NoNumber, Hint::NoTime, Hint::NoPlace]
    );
    commitment.deadline = Deadline::from_typed("30/6", 2026);
    assert_eq!(hints(&commitment), [Hint::NoNumber, Hint::NoPlace]);
    let partnered = Commitment {
        people: "Cùng đồng chí Cường".to_owned(),
        ..commitment.clone()
    };
    assert_eq!(hints(&partnered), [Hint::NoNumber]);
    commitment.duty = "Văn thư".to_owned();
    assert_eq!(hints(&commitment), [Hint::NoNumber]);
}

#[test]
fn a_suggestion_left_as_it_was_is_pointed_at_however_it_is_spaced_or_ended() {
    for suggestion in SUGGESTIONS {
        assert_eq!(hints_on(suggestion)[0], Hint::ReadyMade, "{suggestion}");
        let dressed = format!("  {}.\n", suggestion.to_uppercase().replace(' ', "  "));
        assert_eq!(hints_on(&dressed)[0], Hint::ReadyMade, "{dressed}");
    }
}

#[test]
fn a_suggestion_made_concrete_is_no_longer_ready_made() {
    let own = written(
        "Thực hành tiết kiệm, chống lãng phí: tắt điện ở phòng họp",
        "Mỗi ngày 1 lần kiểm tra",
    );
    assert_eq!(hints(&own), []);
}

#[test]
fn a_sentence_that_fits_anyone_is_ready_made() {
    for stock in [
        "Hoàn thành tốt nhiệm vụ được giao.",
        "Không ngừng tu dưỡng, rèn luyện",
    ] {
        assert_eq!(
            hints_on(stock),
            [Hint::ReadyMade, Hint::NoNumber, Hint::NoTime, Hint::NoPlace],
            "{stock}"
        );
    }
}

#[test]
fn what_was_not_begun_is_not_criticised() {
    assert_eq!(hints(&written("  ", "Không hồ sơ nào quá hạn")), []);
}

#[test]
fn every_hint_is_a_plain_sentence_without_an_exclamation_mark() {
    for hint in [Hint::ReadyMade, Hint::NoNumber, Hint::NoTime, Hint::NoPlace] {
        assert!(!hint.sentence().is_empty() && !hint.sentence().contains('!'));
    }
}
