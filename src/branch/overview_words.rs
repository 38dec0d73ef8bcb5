//! Days in words.

/// "hôm nay", "còn 2 ngày".
pub fn days_left(days: i32) -> String {
    if days <= 0 {
        "hôm nay".to_owned()
    } else {
        format!("còn {days} ngày")
    }
}

/// "hôm nay", "hôm qua", "21 ngày trước".
pub fn days_ago(days: i32) -> String {
    match days {
        ..=0 => "hôm nay".to_owned(),
        1 => "hôm qua".to_owned(),
        days => format!("{days} ngày trước"),
    }
}
