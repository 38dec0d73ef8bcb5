//! The member's screens, one file a route. Each reads top to bottom as the person sees it.

use crate::route::Route;
use crate::ui::View;

pub mod backup;
mod branch_file;
mod deadline;
mod feedback;
pub mod frame;
mod handover;
mod handover_contents;
mod looks;
mod months;
mod pledge;
mod pledge_review;
mod pledge_stage;
mod profile;
mod question;
mod rating;
mod settings;
mod shortcoming;
mod standards;
mod standards_own;
mod start;
mod today;
mod words;
mod years;

/// The screen's name in the browser's history and for screen readers.
pub fn title(route: &Route) -> &'static str {
    match route {
        Route::Today => "Hôm nay",
        Route::Pledge | Route::Question { .. } => "Đăng ký",
        Route::PledgeReview => "Kiểm tra lại",
        Route::Rating(_) => "Tự đánh giá",
        Route::Standards => "Chuẩn mực",
        Route::Handover => "Gửi chi bộ",
        Route::Settings => "Cài đặt",
        Route::Start => "Bắt đầu",
    }
}

pub fn screen(route: Route) -> View {
    match route {
        Route::Today => today::screen(),
        Route::Pledge => pledge::screen(),
        Route::Question {
            commitment,
            question,
        } => question::screen(commitment, question),
        Route::PledgeReview => pledge_review::screen(),
        Route::Rating(month) => rating::screen(month),
        Route::Standards => standards::screen(),
        Route::Handover => handover::screen(),
        Route::Settings => settings::screen(),
        Route::Start => start::screen(),
    }
}
