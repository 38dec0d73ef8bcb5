//! The sample's next two groups: general affairs and finance.

use super::sketch::{Pledged, Sketch, Slip, member, staff, task};

pub(super) const GENERAL: [Sketch; 9] = [
    member(
        "Nguyễn Đình Phúc",
        "Tổ trưởng Tổ Tổng hợp",
        &[
            task(
                "Báo cáo tháng của Văn phòng gửi trước ngày 25",
                "12/12 báo cáo đúng hạn, không phải nhắc",
                ("Hằng tháng", "noi-di-doi-voi-lam"),
                "{}/{} báo cáo đúng hạn",
                3,
            ),
            task(
                "Kèm cặp một cán bộ trẻ của tổ soạn báo cáo",
                "Mỗi tháng cùng sửa 2 báo cáo, cuối năm tự làm được",
                ("", "chu-nghia-ca-nhan"),
                "{}/{} báo cáo cùng sửa",
                2,
            ),
        ],
    ),
    member(
        "Lê Thị Hồng Nhung",
        "Theo dõi văn hóa, xã hội",
        &[
            task(
                "Xuống cơ sở nắm tình hình hộ nghèo được hỗ trợ nhà ở",
                "Mỗi tháng 3 hộ, có ảnh và ý kiến của hộ",
                ("Hằng tháng", "gan-bo-nhan-dan"),
                "{}/{} hộ đã đến",
                3,
            ),
            task(
                "Trình văn bản đúng hạn tại phòng",
                "Từ 95% văn bản đúng hạn",
                ("", "trach-nhiem"),
                "{}/{} văn bản đúng hạn",
                28,
            ),
        ],
    )
    .missed(&[2]),
    member(
        "Vương Tiến Đạt",
        "Theo dõi nội chính",
        &[
            task(
                "Rà soát các kết luận thanh tra chưa thực hiện xong, đôn đốc từng đơn vị",
                "Quý II xong danh sách, hết năm còn không quá 2 kết luận",
                ("", "ngai-va-cham"),
                "{}/{} kết luận đã đôn đốc",
                7,
            ),
            task(
                "Không nhận quà, không ăn uống với đơn vị đến kiểm tra",
                "Báo với tổ trưởng ngay trong ngày khi có người đưa quà",
                ("", "can-kiem-liem-chinh"),
                "Không nhận lần nào",
                0,
            ),
        ],
    )
    .slips(&[Slip {
        month: 9,
        standard: "ngai-va-cham",
        text: "Chưa nhắc thẳng đơn vị chậm thực hiện kết luận",
        remedy: "Báo cáo trực tiếp Chánh Văn phòng, hẹn ngày làm việc với đơn vị",
        by: (31, 12),
        put_right: None,
    }]),
    member(
        "Hà Thị Thanh Tâm",
        "Tiếp công dân",
        &[
            task(
                "Trả lời người dân đến phản ánh trong 5 ngày làm việc",
                "Không đơn nào quá 5 ngày mà chưa báo lại",
                ("", "gan-bo-nhan-dan"),
                "{}/{} đơn trả lời trong 5 ngày",
                19,
            ),
            task(
                "Ghi lại và gửi lãnh đạo những việc dân hỏi nhiều",
                "Mỗi tháng 1 bản một trang, trước ngày 28",
                ("Hằng tháng", "noi-di-doi-voi-lam"),
                "{}/{} bản đã gửi",
                1,
            ),
        ],
    ),
    member(
        "Cao Xuân Bách",
        "Xử lý đơn thư",
        &[task(
            "Phân loại, chuyển đơn thư trong 3 ngày",
            "Mỗi tháng không quá 1 đơn chuyển chậm",
            ("", "trach-nhiem"),
            "{}/{} đơn chuyển trong 3 ngày",
            23,
        )],
    )
    .late(&[1, 4, 8]),
    staff(
        "Tạ Thị Phương",
        "Cổng thông tin điện tử",
        &[task(
            "Đăng văn bản mới lên cổng thông tin trong ngày",
            "Không văn bản nào lên sau 16 giờ ngày ban hành",
            ("", "trach-nhiem"),
            "{}/{} văn bản trong ngày",
            33,
        )],
    ),
    member(
        "Đinh Công Minh",
        "Công nghệ thông tin",
        &[
            task(
                "Sửa máy tính cho các phòng trong 2 giờ kể từ khi báo",
                "Từ 90% số lần báo hỏng; có sổ ghi giờ",
                ("", "trach-nhiem"),
                "{}/{} lần sửa trong 2 giờ",
                16,
            ),
            task(
                "Dùng lại máy cũ cho bộ phận tra cứu, không mua mới",
                "Cài lại 6 máy trong năm",
                ("30/11", "tiet-kiem"),
                "{} máy đã cài lại",
                1,
            ),
        ],
    ),
    staff(
        "Lương Thị Ánh",
        "Chữ ký số, phần mềm văn bản",
        &[task(
            "Hướng dẫn tại bàn cho người chưa quen ký số",
            "Mỗi tuần 2 người, đến hết tháng 6 ai cũng tự ký được",
            ("30/6", "gan-bo-nhan-dan"),
            "{}/{} người đã tự ký được",
            8,
        )],
    )
    .missed(&[6, 7]),
    member(
        "Nguyễn Hữu Bình",
        "Theo dõi quy hoạch, xây dựng",
        &[
            task(
                "Đăng công khai tiến độ các công trình do Văn phòng theo dõi",
                "Mỗi tháng một bảng tiến độ tại sảnh, trước ngày 5",
                ("Hằng tháng", "noi-di-doi-voi-lam"),
                "{}/{} công trình có trong bảng",
                9,
            ),
            task(
                "Trả hồ sơ thẩm định trước hạn 2 ngày",
                "Từ 80% hồ sơ",
                ("", "trach-nhiem"),
                "{}/{} hồ sơ trước hạn",
                11,
            ),
        ],
    ),
];

pub(super) const FINANCE: [Sketch; 9] = [
    member(
        "Trần Thị Hương",
        "Kế toán trưởng",
        &[
            task(
                "Thanh toán cho cán bộ đi công tác trong 3 ngày",
                "Không hồ sơ đủ chứng từ nào quá 3 ngày",
                ("", "trach-nhiem"),
                "{}/{} hồ sơ trong 3 ngày",
                27,
            ),
            task(
                "Công khai chi tiêu của cơ quan hằng quý, dễ đọc trong một trang",
                "Dán bảng tin trước ngày 10 tháng đầu quý sau",
                ("Hằng quý", "can-kiem-liem-chinh"),
                "{}/{} bảng đã dán",
                1,
            ),
        ],
    ),
    member(
        "Phùng Thị Liên",
        "Kế toán",
        &[
            task(
                "Đối chiếu công nợ với các đơn vị trước ngày 20",
                "Mỗi tháng 14 đơn vị ký đối chiếu",
                ("Hằng tháng", "qua-loa-dai-khai"),
                "{}/{} đơn vị đã đối chiếu",
                14,
            ),
            task(
                "Học xong phần mềm kế toán mới và chỉ lại cho thủ quỹ",
                "Tháng 9 chạy song song, tháng 12 bỏ sổ giấy",
                ("", "noi-di-doi-voi-lam"),
                "{}/{} phần đã chạy",
                6,
            ),
        ],
    )
    .pledged(Pledged::Not("Nghỉ thai sản từ tháng 12 năm trước"))
    .last(0),
    staff(
        "Đoàn Thị Thúy",
        "Thủ quỹ",
        &[task(
            "Kiểm quỹ cuối ngày, số dư khớp sổ",
            "Ngày nào cũng ký sổ quỹ trước 17 giờ",
            ("", "can-kiem-liem-chinh"),
            "{}/{} ngày khớp sổ",
            21,
        )],
    ),
    member(
        "Nguyễn Bá Lộc",
        "Quản trị tài sản",
        &[
            task(
                "Dán mã cho toàn bộ tài sản, biết cái nào ở phòng nào",
                "Xong 620 tài sản trước 30/6, lệch sổ không quá 5",
                ("30/6", "lang-phi-quan-lieu"),
                "{}/{} tài sản đã dán mã",
                110,
            ),
            task(
                "Sửa chữa nhỏ trong 1 ngày kể từ khi phòng báo",
                "Từ 90% số lần báo",
                ("", "trach-nhiem"),
                "{}/{} lần sửa trong ngày",
                13,
            ),
        ],
    )
    .slips(&[Slip {
        month: 3,
        standard: "lang-phi-quan-lieu",
        text: "Để 4 bàn ghế còn dùng được ngoài hành lang, hỏng vì mưa",
        remedy: "Kiểm kho hằng tuần, chuyển đồ thừa cho phòng cần",
        by: (30, 4),
        put_right: Some((22, 4)),
    }]),
    staff(
        "Kiều Văn Toàn",
        "Điện, nước",
        &[task(
            "Khóa van, tắt điện các phòng sau 18 giờ",
            "Mỗi tháng tiền điện giảm 3% so với cùng kỳ",
            ("Hằng tháng", "tiet-kiem"),
            "{}/{} buổi kiểm tra sau giờ",
            21,
        )],
    )
    .late(&[7]),
    staff(
        "Chu Thị Hoa",
        "Tạp vụ",
        &[task(
            "Thu gom giấy vụn, chai nhựa bán gây quỹ giúp trẻ mồ côi của xã",
            "Mỗi quý gửi quỹ khuyến học ít nhất 300.000 đồng",
            ("Hằng quý", "tiet-kiem"),
            "{} kg giấy, nhựa đã gom",
            18,
        )],
    ),
    staff(
        "Lê Thị Hoa",
        "Tạp vụ",
        &[task(
            "Phòng họp sạch, đủ nước trước giờ họp 15 phút",
            "Không cuộc họp nào phải chờ",
            ("", "trach-nhiem"),
            "{}/{} cuộc họp chuẩn bị xong sớm",
            18,
        )],
    )
    .last(8),
    member(
        "Võ Thanh Bình",
        "Mua sắm",
        &[
            task(
                "Mỗi lần mua từ 5 triệu đồng lấy đủ 3 báo giá, treo tại phòng",
                "Không lần nào thiếu báo giá",
                ("", "can-kiem-liem-chinh"),
                "{}/{} lần đủ 3 báo giá",
                6,
            ),
            task(
                "Mua văn phòng phẩm chung một lần mỗi quý",
                "Tiết kiệm 10% so với năm trước",
                ("Hằng quý", "tiet-kiem"),
                "{}/{} phòng mua chung",
                12,
            ),
        ],
    )
    .pledged(Pledged::Late),
    staff(
        "Trương Thị Quỳnh",
        "Lễ tân",
        &[task(
            "Chào hỏi, đưa khách tới đúng phòng",
            "Không khách nào phải chờ quá 5 phút ở sảnh",
            ("", "gian-di-khiem-ton"),
            "{}/{} lượt khách không phải chờ",
            64,
        )],
    ),
];
