//! The secretary's screens, one file a route. Each reads top to bottom as the person sees it.

use crate::domain::Review;
use crate::route::DeskRoute;
use crate::ui::View;

mod archived;
mod asked_day;
mod commendation_form;
mod commendation_list;
mod commendations;
mod copying;
mod day_field;
mod drawings;
pub mod feedback;
mod fold;
pub mod frame;
mod frame_state;
mod index;
mod index_choice;
mod keeping;
mod keeping_backup;
mod keeping_delete;
mod keeping_earlier;
mod keeping_file;
mod keeping_restore;
mod keeping_room;
mod meeting;
mod meeting_deeds;
mod meeting_turns;
mod month_pager;
mod months;
mod months_assess;
mod months_counts;
mod months_open;
mod months_paper;
mod months_said;
mod months_year;
mod office_ahead;
mod overview;
mod overview_due;
mod overview_words;
mod overview_year;
mod pack;
mod pack_begin;
mod pack_classes;
mod pack_count;
mod pack_draft;
mod pack_issue;
mod pack_names;
mod pack_rules;
mod pack_standard;
mod pack_standards;
mod pack_steps;
mod pack_topic;
mod pack_topics;
mod pack_versions;
mod paper;
mod parts;
mod pictures;
mod pictures_compared;
mod pledge_shown;
mod posting;
mod posting_adopt;
mod posting_list;
mod posting_own;
mod posting_paper;
mod posting_show;
pub mod receive;
mod receive_ask;
mod receive_reading;
mod receive_row;
mod receive_state;
mod registration;
mod registration_paper;
mod registration_private;
mod registration_row;
mod report;
mod report_head;
mod report_paper;
mod reports;
mod reviews;
mod reviews_person;
mod roster;
mod roster_columns;
mod roster_draft;
mod roster_form;
mod roster_list;
mod roster_paste;
mod roster_person;
mod roster_preview;
mod roster_preview_row;
mod roster_rows;
mod roster_steps;
mod start;
mod tables;
mod unfinished;

/// The screen's name in the bar, in the browser's history and for screen readers.
pub fn title(route: &DeskRoute) -> &'static str {
    match route {
        DeskRoute::Overview => "Tổng quan",
        DeskRoute::Index => "Mục lục",
        DeskRoute::Start => "Bắt đầu",
        DeskRoute::Roster => "Danh sách",
        DeskRoute::Pack => "Bộ chuẩn mực",
        DeskRoute::PackPart(part) => part.name(),
        DeskRoute::Receive => "Nhận phiếu",
        DeskRoute::Registration => "Đăng ký",
        DeskRoute::Posting | DeskRoute::PostingPaper => "Công khai",
        DeskRoute::Months(_) | DeskRoute::MonthsPaper => "Theo dõi",
        DeskRoute::Meeting(_) => "Sinh hoạt",
        DeskRoute::Reviews(_) => "Sơ kết, tổng kết",
        DeskRoute::Feedback => "Nhận xét",
        DeskRoute::Commendations => "Biểu dương",
        DeskRoute::Pictures => "Biểu đồ",
        DeskRoute::Reports => "Báo cáo",
        DeskRoute::Report(Review::HalfYear) | DeskRoute::ReportPaper(Review::HalfYear) => {
            "Báo cáo 6 tháng"
        }
        DeskRoute::Report(Review::FullYear) | DeskRoute::ReportPaper(Review::FullYear) => {
            "Báo cáo năm"
        }
        DeskRoute::Keeping => "Lưu trữ",
    }
}

pub fn screen(route: DeskRoute) -> View {
    match route {
        DeskRoute::Overview => overview::screen(),
        DeskRoute::Index => index::screen(),
        DeskRoute::Start => start::screen(),
        DeskRoute::Roster => roster::screen(),
        DeskRoute::Pack => pack::screen(None),
        DeskRoute::PackPart(part) => pack::screen(Some(part)),
        DeskRoute::Receive => receive::screen(),
        DeskRoute::Registration => registration::screen(),
        DeskRoute::Posting => posting::screen(),
        DeskRoute::PostingPaper => posting_paper::screen(),
        DeskRoute::MonthsPaper => months_paper::screen(),
        DeskRoute::Months(month) => months::screen(month),
        DeskRoute::Meeting(month) => meeting::screen(month),
        DeskRoute::Reviews(review) => reviews::screen(review),
        DeskRoute::Feedback => feedback::screen(),
        DeskRoute::Commendations => commendations::screen(),
        DeskRoute::Pictures => pictures::screen(),
        DeskRoute::Reports => reports::screen(),
        DeskRoute::Report(review) => report::screen(review),
        DeskRoute::ReportPaper(review) => report_paper::screen(review),
        DeskRoute::Keeping => keeping::screen(),
    }
}
