//! The list to print and pin up: A4, headed with the unit and the branch, a line for each.

use super::posting::Wall;
use crate::domain::branch::adoption_words::one_line;
use crate::domain::branch::wall::OnWall;
use crate::domain::branch::{Branch, BranchYear};
use crate::ui::{Content, El, View, b, each, el, live, p};

/// On paper only.
pub fn paper(wall: Wall) -> El {
    let content = live(move || {
        let list = wall.list.get();
        let head = wall.desk.read(|branch| Some(letterhead(branch, wall.year)));
        (head, table(list), sign(wall.year)).view()
    });
    el("div")
        .class("paper print-only")
        .attr("aria-hidden", "true")
        .with(content)
}

/// As on the person's own form: the words of the pack, else the branch's names.
fn letterhead(branch: &Branch, year: i32) -> View {
    let pack = branch.year(year).and_then(BranchYear::pack);
    let headings = pack.map(|pack| pack.headings.clone()).unwrap_or_default();
    let left = [headings.superior, branch.unit.clone(), branch.name.clone()];
    let left = each(left.into_iter().filter(|line| !line.is_empty()), p);
    let right = (!headings.right.is_empty()).then(|| p(headings.right));
    let lines = el("div")
        .class("letterhead")
        .with((el("div").with(left), el("div").with(right)));
    let title = p((
        "CÔNG KHAI ĐĂNG KÝ LÀM THEO",
        el("br"),
        format!("năm {year}"),
    ));
    (lines, title.class("title")).view()
}

fn table(list: Vec<OnWall>) -> El {
    let head = ["STT", "Họ và tên", "Việc đăng ký", "Thông qua"];
    let head = head.map(|name| el("th").attr("scope", "col").with(name));
    let rows = each(
        list.into_iter().zip(1..),
        |(one, number): (OnWall, usize)| {
            let duty = (!one.duty.is_empty()).then(|| el("small").with(one.duty));
            let lines = each(one.commitments.iter().zip(1..), |(commitment, number)| {
                let number: usize = number;
                p(format!("{number}. {}", one_line(commitment)))
            });
            el("tr").with((
                el("td").with(number.to_string()),
                el("td").with((b(one.name), duty)),
                el("td").with(lines),
                el("td").with(one.adopted_on.to_string()),
            ))
        },
    );
    el("table").class("wall").with((
        el("thead").with(el("tr").with(head)),
        el("tbody").with(rows),
    ))
}

fn sign(year: i32) -> El {
    let signed = p((
        format!("Ngày …… tháng …… năm {year}"),
        el("br"),
        b("T/M CHI BỘ"),
        el("br"),
        "(ký, ghi rõ họ tên)",
    ));
    el("div").class("sign").with((p(""), signed))
}
