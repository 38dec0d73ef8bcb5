//! What stands at a report's head and foot: number, place and date, who gets it, who signs; and which of
//! the two wordings its sentence of the registration has.

use super::day_field::day_field;
use super::report::Writing;
use crate::domain::branch::{BranchReport, Wording};
use crate::signal::Signal;
use crate::ui::{Choice, El, Field, choices, details, field, stack};

pub fn fields(writing: Writing) -> El {
    let on = day_field(
        "report-on",
        "Ngày báo cáo",
        "Để trống nếu chưa rõ",
        writing.of(|report| report.on),
        writing.year,
        move |on| writing.change(|report| report.on = on),
    );
    let number = line(
        writing,
        ("report-number", "Số báo cáo", "Ví dụ: 12-BC/CB"),
        |report| &mut report.number,
    );
    let place = line(
        writing,
        ("report-place", "Địa danh", "Đứng trước ngày tháng"),
        |report| &mut report.place,
    );
    let to = Field::new(
        "report-to",
        "Nơi nhận",
        writing.of(|report| report.to.clone()),
        move |text| writing.change(|report| report.to = text),
    );
    let signed = line(
        writing,
        ("report-signed", "Người ký", "Họ và tên"),
        |report| &mut report.signed_by,
    );
    let rest = stack((
        place,
        field(to.lines(2).hint("Mỗi nơi một dòng")),
        signed,
        wording(writing),
    ));
    stack((
        number,
        on,
        details("Địa danh, nơi nhận, người ký, cách ghi", rest),
    ))
}

fn line(
    writing: Writing,
    (id, label, hint): (&'static str, &'static str, &'static str),
    at: fn(&mut BranchReport) -> &mut String,
) -> El {
    let Writing { desk, year, review } = writing;
    let kept = desk.part(move |branch| at(&mut branch.report(year, review)).clone());
    let words = Field::new(id, label, kept, move |text| {
        writing.change(|report| *at(report) = text);
    });
    field(words.hint(hint))
}

fn wording(writing: Writing) -> El {
    let value = |wording| match wording {
        Wording::GroupFirst => "group",
        Wording::NumberFirst => "number",
    };
    let options = [
        (Wording::GroupFirst, "“… đảng viên 37/38 đã đăng ký; …”"),
        (Wording::NumberFirst, "“… 37/38 đảng viên đã đăng ký, …”"),
    ];
    let options = options.map(|(wording, words)| Choice::new(value(wording), words));
    let chosen = writing.of(|report| report.wording);
    choices(
        "choices",
        "report-wording",
        "Cách ghi câu đăng ký",
        options.into(),
        Signal::derive(move || value(chosen.get()).to_owned()),
        move |chosen| {
            let wording = match chosen.as_str() {
                "number" => Wording::NumberFirst,
                _ => Wording::GroupFirst,
            };
            writing.change(|report| report.wording = wording);
        },
    )
}
