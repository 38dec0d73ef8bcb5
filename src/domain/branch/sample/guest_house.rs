//! The sample's last group, drivers and guest house; and the two who come in the course of the year.

use super::sketch::{Pledged, Sketch, Slip, member, staff, task};

pub(super) const DRIVERS: [Sketch; 9] = [
    member(
        "Đào Văn Khải",
        "Đội trưởng đội xe",
        &[
            task(
                "Ghép chuyến đi công tác cùng tuyến",
                "Mỗi tháng ghép ít nhất 4 chuyến, ghi số km tiết kiệm",
                ("Hằng tháng", "tiet-kiem"),
                "{}/{} chuyến đã ghép",
                4,
            ),
            task(
                "Kiểm tra xe trước khi giao, không để hỏng dọc đường",
                "Cả năm không có chuyến nào phải gọi xe thay",
                ("", "trach-nhiem"),
                "{}/{} chuyến an toàn",
                36,
            ),
        ],
    ),
    member(
        "Ngô Văn Hải",
        "Lái xe",
        &[
            task(
                "Giữ mức xăng dưới định mức",
                "Không quá 11 lít/100 km, ghi sổ từng chuyến",
                ("", "tiet-kiem"),
                "{}/{} chuyến dưới định mức",
                17,
            ),
            task(
                "Không dùng điện thoại khi lái xe",
                "Không lần nào bị nhắc trong năm",
                ("", "noi-di-doi-voi-lam"),
                "Không lần nào",
                0,
            ),
        ],
    )
    .late(&[2, 5, 10])
    .unposted(),
    staff(
        "Lê Quang Hải",
        "Lái xe",
        &[task(
            "Đưa đón đúng giờ, rửa xe trước mỗi chuyến đi",
            "Không chuyến nào chậm quá 5 phút",
            ("", "trach-nhiem"),
            "{}/{} chuyến đúng giờ",
            19,
        )],
    )
    .slips(&[Slip {
        month: 8,
        standard: "trach-nhiem",
        text: "Hai chuyến đón khách chậm 20 phút",
        remedy: "Xuất phát sớm hơn 15 phút, báo trước khi kẹt đường",
        by: (30, 9),
        put_right: None,
    }]),
    staff(
        "Phạm Văn Ước",
        "Lái xe",
        &[task(
            "Lái xe an toàn, không vi phạm tốc độ",
            "Cả năm không có thông báo phạt nguội",
            ("", "trach-nhiem"),
            "{}/{} chuyến an toàn",
            16,
        )],
    ),
    member(
        "Hồ Thị Bích",
        "Quản lý nhà khách",
        &[
            task(
                "Niêm yết giá phòng, giá ăn; không thu thêm khoản nào",
                "Hòm thư góp ý không có phản ánh về giá",
                ("", "can-kiem-liem-chinh"),
                "{}/{} đoàn khách hài lòng",
                9,
            ),
            task(
                "Giảm đồ nhựa dùng một lần ở nhà khách",
                "Từ tháng 4 không dùng chai nước nhỏ trong phòng",
                ("30/4", "tiet-kiem"),
                "{}/{} phòng dùng bình nước chung",
                20,
            ),
        ],
    ),
    member(
        "Nguyễn Thị Tuyết",
        "Bếp trưởng",
        &[task(
            "Lưu mẫu thức ăn, ghi nguồn thực phẩm từng bữa",
            "Bữa nào cũng có mẫu lưu 24 giờ và sổ nguồn",
            ("", "trach-nhiem"),
            "{}/{} bữa lưu đủ mẫu",
            44,
        )],
    )
    .missed(&[4]),
    staff(
        "Trần Thị Sen",
        "Phụ bếp",
        &[task(
            "Nấu đúng suất đăng ký, không để thừa",
            "Mỗi bữa thừa không quá 3 suất",
            ("", "lang-phi-quan-lieu"),
            "{}/{} bữa không thừa",
            44,
        )],
    )
    .pledged(Pledged::Not("Điều trị dài ngày ở bệnh viện tỉnh"))
    .last(0),
    staff(
        "Quách Thị Đào",
        "Buồng phòng",
        &[task(
            "Trả lại đồ khách để quên trong ngày",
            "Đồ nào cũng ghi sổ và gọi cho khách trong ngày",
            ("", "can-kiem-liem-chinh"),
            "{}/{} lần gọi trong ngày",
            5,
        )],
    ),
    staff("Bạch Văn Long", "Kỹ thuật hội trường", &[])
        .pledged(Pledged::Not(""))
        .last(0),
];

/// Comes in April, from another branch.
pub(super) const FROM_APRIL: Sketch = member(
    "Âu Thị Vân",
    "Theo dõi quy hoạch, xây dựng",
    &[
        task(
            "Nhận bàn giao và trả xong hồ sơ thẩm định tồn",
            "Đến 30/6 không còn hồ sơ tồn từ quý I",
            ("30/6", "trach-nhiem"),
            "{}/{} hồ sơ trả đúng hẹn",
            12,
        ),
        task(
            "Giữ bảng tiến độ công trình ở sảnh",
            "Mỗi tháng một bảng, trước ngày 5",
            ("Hằng tháng", "noi-di-doi-voi-lam"),
            "{}/{} công trình có trong bảng",
            9,
        ),
    ],
);

/// Comes in August.
pub(super) const FROM_AUGUST: Sketch = staff(
    "Trần Minh Đức",
    "Lái xe",
    &[task(
        "Học thuộc các tuyến xã trong tháng đầu, đi đúng giờ",
        "Không chuyến nào chậm quá 5 phút kể từ tháng 9",
        ("", "trach-nhiem"),
        "{}/{} chuyến đúng giờ",
        15,
    )],
);
