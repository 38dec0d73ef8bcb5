//! One address of every screen, for the handbook that `habits::filled_backup` makes and the sample branch,
//! in November 2026. `rules::every_screen` fails when a screen is missing here; `e2e::nothing_leaves` visits
//! them all. Take it in with `#[path = "../common/addresses.rs"] mod addresses;`.

pub const HANDBOOK: &[&str] = &[
    "#/",
    "#/dang-ky",
    "#/dang-ky/viec-1/1",
    "#/dang-ky/viec-1/2",
    "#/dang-ky/viec-1/3",
    "#/dang-ky/viec-1/4",
    "#/dang-ky/viec-1/5",
    "#/dang-ky/kiem-tra",
    "#/tu-danh-gia",
    "#/tu-danh-gia/2026-09",
    "#/chuan-muc",
    "#/gui",
    "#/cai-dat",
    "#/bat-dau",
];

pub const DATA: &[&str] = &[
    "#/du-lieu",
    "#/du-lieu/khoi-phuc",
    "#/du-lieu/khoa",
    "#/du-lieu/xoa",
    "#/du-lieu/cuu-ho",
    "#/gioi-thieu",
];

/// The sample handbook last: it stays open.
pub const PAPERS: &[&str] = &[
    "#/giay-to",
    "#/giay-to/lich",
    "#/giay-to/hinh",
    "#/giay-to/so-ket",
    "#/giay-to/tong-ket",
    "#/giay-to/so-ket/in",
    "#/giay-to/tong-ket/in",
    "#/giay-to/dang-ky",
    "#/giay-to/chep-tay",
    "#/giay-to/viec-tot",
    "#/huong-dan",
    "#/huong-dan/bi-thu",
    "#/giay-to/xem-thu",
];

pub const DESK: &[&str] = &[
    "#/chi-bo",
    "#/chi-bo/muc-luc",
    "#/chi-bo/bat-dau",
    "#/chi-bo/danh-sach",
    "#/chi-bo/bo-chuan-muc",
    "#/chi-bo/bo-chuan-muc/chuan-muc",
    "#/chi-bo/bo-chuan-muc/chuyen-de",
    "#/chi-bo/bo-chuan-muc/quy-dinh",
    "#/chi-bo/bo-chuan-muc/xep-loai",
    "#/chi-bo/bo-chuan-muc/ten-goi",
    "#/chi-bo/nhan",
    "#/chi-bo/dang-ky",
    "#/chi-bo/cong-khai",
    "#/chi-bo/cong-khai/in",
    "#/chi-bo/theo-doi",
    "#/chi-bo/theo-doi/in",
    "#/chi-bo/theo-doi/2026-10",
    "#/chi-bo/sinh-hoat",
    "#/chi-bo/sinh-hoat/2026-11",
    "#/chi-bo/nhan-xet",
    "#/chi-bo/bieu-duong",
    "#/chi-bo/bieu-do",
    "#/chi-bo/so-ket",
    "#/chi-bo/tong-ket",
    "#/chi-bo/bao-cao",
    "#/chi-bo/bao-cao/6-thang",
    "#/chi-bo/bao-cao/ca-nam/in",
    "#/chi-bo/luu-tru",
];
