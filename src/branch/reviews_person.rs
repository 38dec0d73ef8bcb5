//! One person's review as it was handed in, and the branch's conclusion of it.

use super::reviews::Look;
use crate::domain::ItemId;
use crate::domain::branch::{Assessment, BranchYear};
use crate::domain::pack::usual_classes;
use crate::domain::review::{FinishedReview, Points};
use crate::signal::Signal;
use crate::ui::{
    Choice, Content, El, Field, View, b, button, choices, each, el, eyebrow, field, live, muted, p,
    stack,
};

pub fn person(look: Look, id: &ItemId) -> View {
    let handed = {
        let id = id.clone();
        Signal::derive(move || look.of(&id, |dossier| dossier.review(look.review).cloned()))
    };
    let handed = live(move || match handed.get() {
        Some(handed) => said(&handed),
        None => muted("Chưa có phiếu nào đưa bản này tới.").view(),
    });
    (handed, conclusion(look, id)).view()
}

fn said(handed: &FinishedReview) -> View {
    let results = each((1..).zip(&handed.results), |(number, one)| {
        let promised =
            (!one.promised.is_empty()).then(|| muted(format!("Đã đăng ký: {}", one.promised)));
        el("div").class("pledged").with((
            p(b(format!("Việc {number}. {}", one.action))),
            promised,
            lines(&one.result),
        ))
    });
    let texts = [
        ("Chuẩn mực", handed.standards.as_str()),
        ("Hạn chế, thiếu sót", &handed.shortcomings),
        ("Phương hướng", &handed.plans),
    ];
    let written = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let texts = each(written, |(name, text)| {
        el("div").class("pledged").with((p(b(name)), lines(text)))
    });
    let class = handed
        .class
        .as_ref()
        .map(|class| p((b("Tự xếp loại: "), class.name.clone())));
    let points = handed.points.map(|given| muted(points(given)));
    (
        eyebrow(format!("Hoàn tất ngày {}", handed.on)),
        results,
        texts,
        class,
        points,
    )
        .view()
}

fn lines(text: &str) -> View {
    each(text.lines(), |line| p(line.to_owned())).view()
}

fn points(given: Points) -> String {
    let total = given.total();
    format!(
        "Tự chấm {total} điểm: tiêu chí chung {}, kết quả nhiệm vụ {}",
        given.general, given.tasks
    )
}

fn part<T: Default + PartialEq + Send + Sync + 'static>(
    look: Look,
    person: &ItemId,
    read: fn(&Assessment) -> T,
) -> Signal<T> {
    let person = person.clone();
    Signal::derive(move || {
        look.of(&person, |dossier| {
            let known = dossier.conclusions.get(&look.review);
            known.map(read).unwrap_or_default()
        })
    })
}

fn change(look: Look, person: &ItemId, act: impl FnOnce(&mut Assessment)) {
    look.desk.change_dossier(person, look.year, |dossier| {
        dossier.conclude(look.review, act);
    });
}

fn conclusion(look: Look, person: &ItemId) -> El {
    let class = part(look, person, |concluded| {
        let class = concluded.level.as_ref();
        class.map(ToString::to_string).unwrap_or_default()
    });
    let remark = part(look, person, |concluded| concluded.remark.clone());
    let classes = look.desk.peek(|branch| {
        let year = branch.year(look.year);
        year.map_or_else(usual_classes, BranchYear::classes)
    });
    let classes = classes.into_iter();
    let classes = classes.map(|class| Choice::new(class.id.to_string(), class.name));
    let (chooses, writes, clears) = (person.clone(), person.clone(), person.clone());
    let choose = move |id: String| {
        change(look, &chooses, |concluded| {
            concluded.level = ItemId::parse(&id)
        });
    };
    let write = move |text| change(look, &writes, |concluded| concluded.remark = text);
    let clear = live(move || {
        let clears = clears.clone();
        let clear = move || change(look, &clears, |concluded| concluded.level = None);
        class
            .with(|class| !class.is_empty())
            .then(|| button("link", "Bỏ mức đã chọn", clear))
    });
    stack((
        choices(
            "choices",
            &format!("class-{person}"),
            "Chi bộ xếp loại",
            classes.collect(),
            class,
            choose,
        ),
        clear,
        field(
            Field::new(
                format!("conclusion-{person}"),
                "Lời kết luận của chi bộ",
                remark,
                write,
            )
            .lines(2),
        ),
    ))
}
