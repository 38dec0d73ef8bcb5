//! Names of the branch and its unit, and the headings of the printed form, with a look at it.

use super::pack_draft::{Draft, page};
use crate::domain::branch::Branch;
use crate::domain::branch::pack_changes::Words;
use crate::domain::branch::pack_part::PackPart;
use crate::domain::pack::Headings;
use crate::ui::{El, Field, View, each, el, field, h2, live, muted, p, stack};

pub fn screen(draft: Draft) -> View {
    let content = (names(draft), headings(draft), look(draft));
    page(draft, PackPart::Names, content)
}

fn names(draft: Draft) -> El {
    let desk = draft.desk;
    let name =
        |id: &'static str, of: Words, get: fn(&Branch) -> &String, set: fn(&mut Branch, String)| {
            let kept = desk.part(move |branch| get(branch).clone());
            field(Field::new(id, of.name(), kept, move |text| {
                desk.change(|branch| set(branch, text));
            }))
        };
    stack((
        name(
            "branch-name",
            Words::Branch,
            |branch| &branch.name,
            |branch, text| {
                branch.name = text;
            },
        ),
        name(
            "branch-unit",
            Words::Unit,
            |branch| &branch.unit,
            |branch, text| {
                branch.unit = text;
            },
        ),
    ))
}

fn headings(draft: Draft) -> El {
    let line =
        |id: &'static str, of: Words, hint: &'static str, at: fn(&mut Headings) -> &mut String| {
            let kept = draft.part(move |pack| of.of(pack).to_owned());
            let words = Field::new(id, of.name(), kept, move |text| {
                draft.change(|pack| *at(&mut pack.headings) = text);
            });
            field(words.hint(hint))
        };
    stack((
        h2("Đầu bản in"),
        muted("Dùng cho bản đăng ký của mỗi người và bản công khai. Ô nào để trống thì không in."),
        line(
            "superior",
            Words::Superior,
            "Ví dụ: ĐẢNG BỘ VĂN PHÒNG UBND TỈNH",
            |headings| &mut headings.superior,
        ),
        line(
            "right",
            Words::Right,
            "Ví dụ: ĐẢNG CỘNG SẢN VIỆT NAM",
            |headings| &mut headings.right,
        ),
        line(
            "title",
            Words::Title,
            "Để trống: BẢN ĐĂNG KÝ LÀM THEO",
            |headings| &mut headings.title,
        ),
    ))
}

/// As the top of a printed form will be.
fn look(draft: Draft) -> El {
    let head = draft.desk.part(move |branch| {
        let pack = branch.pack_to_issue(draft.year)?;
        Some((pack.headings.clone(), pack.unit, pack.branch))
    });
    let paper = live(move || {
        let (headings, unit, branch) = head.get()?;
        let left = [headings.superior, unit, branch];
        let left = each(left.into_iter().filter(|line| !line.is_empty()), p);
        let title = if headings.title.is_empty() {
            "BẢN ĐĂNG KÝ LÀM THEO".to_owned()
        } else {
            headings.title
        };
        let lines = el("div")
            .class("letterhead")
            .with((el("div").with(left), el("div").with(p(headings.right))));
        let title = p((title, el("br"), format!("năm {}", draft.year))).class("title");
        Some((lines, title))
    });
    stack((h2("Xem trước"), el("div").class("paper").with(paper)))
}
