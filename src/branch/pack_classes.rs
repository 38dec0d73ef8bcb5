//! By what people's years are classified: the classes, and points where the unit gives them.

use super::pack_count::count;
use super::pack_draft::{Draft, page};
use super::pack_steps::{Steps, steps};
use crate::domain::StandardsPack;
use crate::domain::branch::pack::classification;
use crate::domain::branch::pack_check::USUAL_POINTS;
use crate::domain::branch::pack_part::PackPart;
use crate::domain::pack::POINTS;
use crate::domain::review::Points;
use crate::ui::{Choice, El, View, choices, h2, live, muted, p, stack};

const CLASSES: Steps = Steps {
    id: "class",
    read: StandardsPack::classes,
    write: |pack| &mut classification(pack).classes,
};

pub fn screen(draft: Draft) -> View {
    let classes = stack((
        h2("Các mức xếp loại"),
        muted(
            "Từ cao xuống thấp, dùng cho tự xếp loại trong sơ kết, tổng kết và kết luận của chi bộ.",
        ),
        steps(draft, &CLASSES),
    ));
    page(draft, PackPart::Classes, (classes, points(draft)))
}

fn points(draft: Draft) -> El {
    let asked = draft.part(|pack| pack.most_points().is_some());
    let chosen = draft.part(|pack| {
        let asked = pack.most_points().is_some();
        if asked { "points" } else { "none" }.to_owned()
    });
    let options = vec![
        Choice::new("none", "Không chấm điểm").hint("Chỉ chọn một mức xếp loại."),
        Choice::new("points", "Có chấm điểm")
            .hint("Mỗi người tự chấm hai phần: tiêu chí chung và kết quả nhiệm vụ."),
    ];
    let choose = move |value: String| {
        draft.change(|pack| {
            let own = classification(pack);
            own.points = (value == "points").then(|| own.points.unwrap_or(USUAL_POINTS));
        });
    };
    let most = live(move || {
        let asked = asked.get();
        asked.then(|| leptos::prelude::untrack(|| most(draft)))
    });
    stack((
        choices("choices", "points", "Chấm điểm", options, chosen, choose),
        most,
    ))
}

fn most(draft: Draft) -> El {
    let one = |id: &'static str, label: &'static str, at: fn(&mut Points) -> &mut u8| {
        let kept = draft.part(move |pack| pack.most_points().map_or(0, |mut most| *at(&mut most)));
        count(id, label, kept, POINTS, move |number| {
            draft.change(|pack| {
                if let Some(most) = &mut classification(pack).points {
                    *at(most) = number;
                }
            });
        })
    };
    let whole = draft.part(|pack| pack.most_points().map(Points::total));
    stack((
        one("most-general", "Tiêu chí chung, nhiều nhất", |most| {
            &mut most.general
        }),
        one(
            "most-tasks",
            "Kết quả nhiệm vụ, nhiều nhất",
            |most| &mut most.tasks,
        ),
        p(live(move || Some(format!("Tổng: {} điểm", whole.get()?)))),
    ))
}
