//! Who keeps the handbook: everything said at the start can be changed here.

use crate::book::{Book, book};
use crate::domain::Profile;
use crate::member::start::{standing_of, standing_value, standings};
use crate::signal::Signal;
use crate::ui::{Choice, El, Field, choices, field, h2, stack};

pub fn section() -> El {
    let book = book();
    let name = text(
        book,
        "name",
        "Họ và tên",
        |profile| profile.name.clone(),
        |profile| &mut profile.name,
    )
    .name();
    let nameless = Signal::derive(move || {
        book.read(|handbook| handbook.profile.name.trim().is_empty())
            .then(|| "Viết họ và tên, như trong danh sách của chi bộ".to_owned())
    });
    let duty = text(
        book,
        "duty",
        "Chức vụ, công việc",
        |profile| profile.duty.clone(),
        |profile| &mut profile.duty,
    );
    let branch = text(
        book,
        "branch",
        "Chi bộ, đơn vị",
        |profile| profile.branch.clone(),
        |profile| &mut profile.branch,
    );
    let standing = book.part(|handbook| standing_value(handbook.profile.standing).to_owned());
    let set_standing = move |value: String| {
        book.change(|handbook| handbook.profile.standing = standing_of(&value));
    };
    stack((
        h2("Thông tin của tôi"),
        field(name.error(nameless)),
        choices(
            "choices",
            "standing",
            "Là",
            standings(),
            standing,
            set_standing,
        ),
        post(book),
        field(duty),
        field(branch),
    ))
}

fn text(
    book: Book,
    id: &'static str,
    label: &'static str,
    read: fn(&Profile) -> String,
    place: fn(&mut Profile) -> &mut String,
) -> Field {
    let text = book.part(move |handbook| read(&handbook.profile));
    Field::new(id, label, text, move |text| {
        book.change(|handbook| *place(&mut handbook.profile) = text);
    })
}

/// Asked only where the pack has standards for named posts.
fn post(book: Book) -> Option<El> {
    let mut options = Vec::new();
    for post in book.peek(|handbook| handbook.pack.pack.posts()) {
        options.push(Choice::new(post.clone(), post));
    }
    if options.is_empty() {
        return None;
    }
    let chosen = book.part(|handbook| handbook.profile.post.clone().unwrap_or_default());
    let legend = "Chuẩn mực dành cho vị trí";
    let choose = move |post| book.change(|handbook| handbook.profile.post = Some(post));
    Some(choices("choices", "post", legend, options, chosen, choose))
}
