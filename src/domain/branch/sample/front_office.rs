//! The sample's first two groups: the one-stop desk and the administration.

use super::sketch::{Pledged, Sketch, Slip, member, staff, task};

pub(super) const ONE_STOP: [Sketch; 9] = [
    member(
        "Trần Thị Bình",
        "Cán bộ bộ phận một cửa",
        &[
            task(
                "Giải quyết hồ sơ của dân trong ngày tại bộ phận một cửa",
                "Không hồ sơ nào quá 1 ngày làm việc; mỗi tháng báo số hồ sơ trong ngày trên tổng số",
                ("", "gan-bo-nhan-dan"),
                "{}/{} hồ sơ trong ngày",
                42,
            ),
            task(
                "Giảm giấy in ở phòng: in hai mặt, gửi tài liệu họp qua mạng",
                "Cả năm dùng không quá 24 ram giấy, bằng một nửa năm trước",
                ("", "tiet-kiem"),
                "{} ram giấy trong tháng",
                3,
            ),
        ],
    )
    .late(&[4])
    .missed(&[7]),
    member(
        "Lê Văn Cường",
        "Tổ trưởng Tổ Một cửa",
        &[
            task(
                "Trực tiếp gặp người dân có hồ sơ trễ hẹn để xin lỗi và nói rõ lý do",
                "Hồ sơ trễ hẹn nào cũng gặp hoặc gọi điện trong 2 ngày",
                ("", "gan-bo-nhan-dan"),
                "{}/{} hồ sơ trễ hẹn đã gặp dân",
                5,
            ),
            task(
                "Họp tổ 15 phút sáng thứ Hai để chia việc trong tuần",
                "Mỗi tháng họp đủ 4 buổi, có sổ ghi việc và người làm",
                ("Hằng tuần", "noi-di-doi-voi-lam"),
                "{}/{} buổi họp tổ",
                4,
            ),
        ],
    )
    .note(9, "Đề nghị chi bộ cho mượn thêm một máy quét."),
    member(
        "Nguyễn Thị Hà",
        "Tiếp nhận hồ sơ đất đai",
        &[
            task(
                "Hướng dẫn hồ sơ đất đai đủ một lần, người dân không phải đi lại bổ sung",
                "Mỗi tháng không quá 3 hồ sơ phải bổ sung lần hai",
                ("", "gan-bo-nhan-dan"),
                "{}/{} hồ sơ đủ ngay lần đầu",
                38,
            ),
            task(
                "Trả lời điện thoại của dân trong giờ làm việc, ghi sổ câu hỏi",
                "Không để quá 3 hồi chuông; cuối tháng tổng hợp câu hỏi gửi tổ trưởng",
                ("Hằng tháng", "trach-nhiem"),
                "{}/{} cuộc gọi đã trả lời",
                56,
            ),
        ],
    ),
    member(
        "Phạm Quang Dũng",
        "Tiếp nhận hồ sơ xây dựng",
        &[
            task(
                "Rút thời gian cấp phép xây dựng nhà ở từ 15 ngày xuống 10 ngày",
                "Từ 90% hồ sơ trở lên trả trong 10 ngày",
                ("30/9", "trach-nhiem"),
                "{}/{} giấy phép trong 10 ngày",
                14,
            ),
            task(
                "Đi kiểm tra thực địa cùng địa chính xã, không hẹn lại người dân",
                "Mỗi tuần 1 buổi tại các xã, có biên bản",
                ("Hằng tuần", "gan-bo-nhan-dan"),
                "{}/{} buổi đi thực địa",
                4,
            ),
        ],
    )
    .late(&[2, 6])
    .slips(&[Slip {
        month: 6,
        standard: "qua-loa-dai-khai",
        text: "Hai biên bản thực địa ghi sơ sài, phải đi lại",
        remedy: "Dùng mẫu biên bản có ảnh, đọc lại trước khi ký",
        by: (31, 7),
        put_right: Some((28, 7)),
    }]),
    member(
        "Hoàng Thị Kim Oanh",
        "Tiếp nhận hồ sơ hộ tịch",
        &[
            task(
                "Trả giấy khai sinh, khai tử ngay trong buổi làm việc",
                "Không trường hợp nào phải hẹn sang ngày hôm sau",
                ("", "gan-bo-nhan-dan"),
                "{}/{} giấy trả trong buổi",
                31,
            ),
            task(
                "Nhập xong sổ hộ tịch cũ vào phần mềm",
                "Mỗi tháng nhập 120 trang, cuối năm xong sổ 1976–1990",
                ("", "trach-nhiem"),
                "{}/{} trang đã nhập",
                120,
            ),
        ],
    ),
    staff(
        "Vũ Đức Anh",
        "Hướng dẫn công dân",
        &[task(
            "Đứng hướng dẫn người già lấy số, điền tờ khai tại sảnh",
            "Có mặt ở sảnh từ 7 giờ 15 các ngày làm việc; không để người già phải tự hỏi",
            ("", "gan-bo-nhan-dan"),
            "{}/{} ngày có mặt trước giờ",
            21,
        )],
    )
    .missed(&[3, 8]),
    member(
        "Đỗ Thị Lan",
        "Trả kết quả",
        &[
            task(
                "Nhắn tin báo cho dân khi hồ sơ xong sớm",
                "Hồ sơ nào xong trước hẹn cũng báo trong ngày",
                ("", "gan-bo-nhan-dan"),
                "{}/{} hồ sơ xong sớm đã báo",
                26,
            ),
            task(
                "Sắp lại kho hồ sơ theo tuần, tìm không quá 3 phút",
                "Xong trong quý II; kiểm tra mỗi tháng 10 hồ sơ bất kỳ",
                ("30/6", "trach-nhiem"),
                "{}/{} hồ sơ tìm trong 3 phút",
                10,
            ),
        ],
    )
    .amended(),
    staff(
        "Bùi Thị Lan",
        "Thu phí, lệ phí",
        &[task(
            "Thu phí không dùng tiền mặt, in biên lai ngay tại quầy",
            "Từ 60% số lượt trả bằng mã QR vào cuối năm",
            ("", "can-kiem-liem-chinh"),
            "{}/{} lượt trả bằng mã QR",
            75,
        )],
    )
    .unposted(),
    staff(
        "Ngô Minh Tuấn",
        "Hỗ trợ dịch vụ công trực tuyến",
        &[
            task(
                "Về các thôn hướng dẫn nộp hồ sơ trực tuyến",
                "Mỗi tháng 2 buổi tại nhà văn hóa thôn, mỗi buổi ít nhất 10 người",
                ("Hằng tháng", "gan-bo-nhan-dan"),
                "{}/{} buổi ở thôn",
                2,
            ),
            task(
                "Giải đáp trong nhóm Zalo của thôn trong vòng 1 giờ",
                "Không câu hỏi nào quá 1 giờ trong giờ hành chính",
                ("", "trach-nhiem"),
                "{}/{} câu hỏi trong 1 giờ",
                24,
            ),
        ],
    ),
];

pub(super) const ADMINISTRATION: [Sketch; 9] = [
    member(
        "Nguyễn Văn Hùng",
        "Chánh Văn phòng, Bí thư chi bộ",
        &[
            task(
                "Cắt bớt một phần ba số cuộc họp do Văn phòng chủ trì, họp không quá 60 phút",
                "Mỗi tháng không quá 6 cuộc; ghi giờ bắt đầu và kết thúc",
                ("", "noi-di-doi-voi-lam"),
                "{}/{} cuộc họp xong trong 60 phút",
                6,
            ),
            task(
                "Tiếp và đối thoại với cán bộ, nhân viên vào sáng thứ Sáu tuần cuối tháng",
                "Mỗi tháng 1 buổi, có trả lời bằng văn bản từng ý kiến trong 5 ngày",
                ("Hằng tháng", "ngai-va-cham"),
                "{}/{} ý kiến đã trả lời",
                4,
            ),
        ],
    ),
    member(
        "Đặng Thị Mai",
        "Phó Chánh Văn phòng",
        &[
            task(
                "Ký, chuyển văn bản đến trong ngày làm việc",
                "Không văn bản nào nằm quá 1 ngày",
                ("", "trach-nhiem"),
                "{}/{} văn bản chuyển trong ngày",
                140,
            ),
            task(
                "Kiểm tra việc tiết kiệm điện, nước ở trụ sở",
                "Tiền điện cả năm giảm 5% so với năm trước",
                ("", "lang-phi-quan-lieu"),
                "{}/{} phòng tắt điện sau giờ",
                18,
            ),
        ],
    ),
    member(
        "Trịnh Thị Thu Hà",
        "Văn thư",
        &[
            task(
                "Phát hành văn bản đúng thể thức, không phải thu hồi",
                "Cả năm không quá 2 văn bản phải sửa sau khi phát hành",
                ("", "qua-loa-dai-khai"),
                "{}/{} văn bản không phải sửa",
                95,
            ),
            task(
                "Chuyển toàn bộ giấy mời họp sang bản điện tử",
                "Từ tháng 3 không in giấy mời trong cơ quan",
                ("31/3", "tiet-kiem"),
                "{}/{} giấy mời bằng bản điện tử",
                22,
            ),
        ],
    )
    .late(&[5]),
    member(
        "Nguyễn Thị Hà",
        "Lưu trữ",
        &[
            task(
                "Chỉnh lý tài liệu tồn đọng của kho lưu trữ",
                "Mỗi tháng 2 mét giá tài liệu, có mục lục",
                ("Hằng tháng", "trach-nhiem"),
                "{}/{} mét giá đã chỉnh lý",
                2,
            ),
            task(
                "Phục vụ khai thác hồ sơ lưu trữ trong 30 phút",
                "Từ 95% số lượt yêu cầu đạt 30 phút",
                ("", "gan-bo-nhan-dan"),
                "{}/{} lượt trong 30 phút",
                17,
            ),
        ],
    )
    .missed(&[10]),
    staff(
        "Lý Thị Ngọc",
        "Đánh máy, in tài liệu",
        &[task(
            "In hai mặt, dùng lại giấy một mặt làm nháp",
            "Mỗi tháng dùng không quá 8 ram giấy",
            ("Hằng tháng", "tiet-kiem"),
            "{} ram giấy trong tháng",
            8,
        )],
    )
    .pledged(Pledged::OnPaper(1)),
    // Two who wrote the same, and nothing that could be checked.
    member(
        "Phan Văn Hùng",
        "Tổ chức cán bộ",
        &[
            task(
                "Nâng cao tinh thần trách nhiệm",
                "Hoàn thành tốt nhiệm vụ được giao",
                ("", "trach-nhiem"),
                "Đã thực hiện",
                0,
            ),
            task(
                "Gương mẫu chấp hành chủ trương",
                "Không có vi phạm",
                ("", "noi-di-doi-voi-lam"),
                "Đã thực hiện",
                0,
            ),
        ],
    ),
    member(
        "Dương Thị Yến",
        "Thi đua, khen thưởng",
        &[
            task(
                "Nâng cao tinh thần trách nhiệm",
                "Hoàn thành tốt nhiệm vụ được giao",
                ("", "trach-nhiem"),
                "Thực hiện thường xuyên",
                0,
            ),
            task(
                "Gương mẫu chấp hành chủ trương",
                "Không có vi phạm",
                ("", "noi-di-doi-voi-lam"),
                "Thực hiện thường xuyên",
                0,
            ),
        ],
    )
    .late(&[3, 9]),
    staff(
        "Mai Văn Thành",
        "Bảo vệ",
        &[task(
            "Kiểm tra khóa cửa, bình chữa cháy các phòng trước khi giao ca",
            "Ca nào cũng ký sổ kiểm tra 12 điểm",
            ("", "trach-nhiem"),
            "{}/{} ca ký đủ sổ",
            15,
        )],
    )
    .unposted(),
    staff(
        "Trần Văn Sơn",
        "Bảo vệ",
        &[task(
            "Dắt xe, che mưa cho người già, phụ nữ mang thai đến làm việc",
            "Không để ai phải nhắc; hòm thư góp ý không có phản ánh về bảo vệ",
            ("", "gan-bo-nhan-dan"),
            "{} lượt giúp trong tháng",
            30,
        )],
    )
    .last(6)
    .slips(&[Slip {
        month: 5,
        standard: "trach-nhiem",
        text: "Một lần bỏ vị trí trực 20 phút",
        remedy: "Báo người thay trước khi rời cổng",
        by: (30, 6),
        put_right: None,
    }]),
];
