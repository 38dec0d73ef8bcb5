//! Chép tay: the pledge in large lines to write from, a line at a time, with the code that says which
//! file the paper is of.

use crate::book::{Book, book};
use crate::browser::text::nfc;
use crate::domain::Handbook;
use crate::domain::paper::{answers, pledge_name};
use crate::exchange::check_code;
use crate::route::Route;
use crate::ui::{
    Content, El, Kind, View, b, check, each, el, h1, h2, hint, link, live, notice, p, stack,
};

pub fn screen() -> View {
    let book = book();
    let handbook = book.part(|handbook| Some(handbook.clone()));
    let text = live(move || handbook.get().map(|handbook| text(&handbook)));
    (
        h1("Chép tay"),
        p("Chép lại từng dòng ra giấy. Chạm vào một dòng để đánh dấu đã chép."),
        text,
        written(book),
    )
        .view()
}

fn text(handbook: &Handbook) -> View {
    let lines = lines(handbook);
    if lines.is_empty() {
        let words = (
            p("Bản đăng ký chưa có việc nào để chép."),
            link("button-quiet", &Route::Pledge, "Viết bản đăng ký"),
        );
        return notice(Kind::Warn, words).view();
    }
    let lines = each(lines, |line| {
        let box_ = el("input").kind("checkbox");
        el("li").with(el("label").with((box_, el("span").with(line))))
    });
    let list = el("ol").class("copy").with(lines);
    (list, code(handbook)).view()
}

fn lines(handbook: &Handbook) -> Vec<String> {
    let promised = handbook.pledge.in_force();
    if promised.is_empty() {
        return Vec::new();
    }
    let title = pledge_name(handbook);
    let mut lines = vec![
        format!("{title} năm {}", handbook.year),
        format!("Họ và tên: {}", handbook.profile.name),
        format!("Chức vụ: {}", handbook.post_line()),
    ];
    for (number, one) in (1..).zip(&promised) {
        lines.push(format!("Việc {number}: {}", one.action));
        let rest = answers(handbook, one).into_iter();
        lines.extend(rest.map(|(name, words)| format!("{name}: {words}")));
    }
    lines
}

fn code(handbook: &Handbook) -> El {
    let last = handbook.pledge.last();
    let content = match last {
        Some(last) => {
            let code = check_code(last, &nfc);
            (
                p(b(code)).class("code"),
                hint("Ghi mã này ở cuối tờ giấy. Khi nhận phiếu gửi, bí thư thấy cùng mã: tờ giấy và tệp là một bản."),
            )
                .view()
        }
        None => {
            hint("Bản đăng ký còn là bản nháp nên chưa có mã. Ghi là đã nộp rồi hãy chép.").view()
        }
    };
    stack((h2("Mã đối chiếu"), content))
}

fn written(book: Book) -> El {
    let handwritten = book.part(|handbook| handbook.pledge.handwritten);
    let write = move |on| book.change(|handbook| handbook.pledge.handwritten = on);
    check(
        "Đã viết tay một bản",
        "Ghi vào bản đăng ký và gửi kèm cho chi bộ",
        handwritten,
        write,
    )
}
