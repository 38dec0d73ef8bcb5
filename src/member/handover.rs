//! Gửi chi bộ: choose, see exactly what will leave, agree, give it away by what the phone can do.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::book::{Book, book};
use crate::browser::files::download;
use crate::browser::share::{Shared, can_share, copy, share};
use crate::browser::text::nfc;
use crate::browser::{clock, device, page};
use crate::domain::handover::Handed;
use crate::domain::{Handbook, Handover, Part};
use crate::exchange::{Envelope, Kind, file_name, write_handover};
use crate::member::{handover_contents, words};
use crate::route::Route;
use crate::ui::{Icon, Kind as Notice, check, icon, notice};

/// The file as it would leave: what is shown is what goes.
#[derive(Clone, PartialEq)]
struct Ready {
    name: String,
    text: String,
    revision: u32,
    handover: Handover,
}

/// How it went away.
#[derive(Clone)]
struct Given {
    words: &'static str,
    name: String,
    /// What was known to be with the branch before, should it turn out that nothing was sent.
    before: Handed,
}

pub fn screen() -> AnyView {
    let book = book();
    let chosen = RwSignal::new(
        book.peek(Handbook::unsent)
            .into_iter()
            .collect::<BTreeSet<_>>(),
    );
    let agreed = RwSignal::new(false);
    let given = RwSignal::new(None::<Given>);
    let failed = RwSignal::new(None::<&'static str>);
    let ready = Memo::new(move |_| {
        let parts = chosen.get();
        let today = book.today.get();
        (!parts.is_empty())
            .then(|| book.read(|handbook| Some(prepare(handbook, &parts, today))))
            .flatten()
    });
    view! {
        <h1 tabindex="-1">"Gửi chi bộ"</h1>
        <div id="given" tabindex="-1">
            {move || given.get().map(|how| given_notice(book, how, given, chosen))}
            {move || failed.get().map(|sentence| notice(Notice::Failed, view! { <p>{sentence}</p> }))}
        </div>
        <p class="muted">{move || since(book)}</p>
        {choose(book, chosen)}
        {move || ready.get().map(|ready| view! {
            {handover_contents::in_words(&ready.handover, book.peek(Handbook::private_notes))}
            <details>
                <summary>"Xem nguyên văn tệp"</summary>
                <pre tabindex="0">{ready.text}</pre>
            </details>
        })}
        {move || ready.with(Option::is_some).then(|| consent(book, agreed))}
        {move || ready.get().map(|ready| ways_out(book, ready, agreed, given, failed, chosen))}
        {history(book)}
    }
    .into_any()
}

fn prepare(handbook: &Handbook, parts: &BTreeSet<Part>, today: crate::domain::Day) -> Ready {
    let handover = handbook.handover(parts, today);
    let file = Envelope {
        document_id: handbook.id.clone(),
        revision: handbook.handed.revision + 1,
        exported_at: clock::now(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        payload: handover,
    };
    let text = write_handover(&file, &nfc);
    let name = file_name(Kind::Handover, &handbook.profile.name, handbook.year, today);
    Ready {
        name,
        text,
        revision: file.revision,
        handover: file.payload,
    }
}

/// "Lần gửi trước 06/10. Từ đó có 3 thay đổi."
fn since(book: Book) -> String {
    book.read(|handbook| {
        let changes = handbook.unsent().len();
        match handbook.handed.log.last() {
            None if changes == 0 => {
                "Chưa có gì để gửi: bản đăng ký chưa nộp, chưa tháng nào xong.".to_owned()
            }
            None => "Chưa gửi lần nào.".to_owned(),
            Some(last) if changes == 0 => {
                format!("Lần gửi trước {}. Từ đó không có gì thay đổi.", last.on)
            }
            Some(last) => format!("Lần gửi trước {}. Từ đó có {changes} thay đổi.", last.on),
        }
    })
}

fn choose(book: Book, chosen: RwSignal<BTreeSet<Part>>) -> AnyView {
    let parts = book.part(|handbook| {
        let unsent = handbook.unsent();
        let describe = |part: &Part| {
            (
                part.clone(),
                handover_contents::name(handbook, part),
                handbook.was_sent(part),
            )
        };
        let (new, old): (Vec<_>, Vec<_>) = handbook
            .parts()
            .iter()
            .map(describe)
            .partition(|(part, ..)| unsent.contains(part));
        (new, old)
    });
    let one = move |(part, (name, detail), sent): (Part, (String, String), bool)| {
        let on = {
            let part = part.clone();
            Signal::derive(move || chosen.with(|chosen| chosen.contains(&part)))
        };
        let detail = if sent {
            format!("{detail} · đã gửi trước đây")
        } else {
            detail
        };
        check(name, Some(detail), on, move |on| {
            chosen.update(|chosen| {
                if on {
                    chosen.insert(part.clone())
                } else {
                    chosen.remove(&part)
                };
            });
        })
    };
    let draft = book.part(|handbook| handbook.pledge.revisions.is_empty());
    view! {
        {move || {
            let (new, old) = parts.get();
            let old = (!old.is_empty()).then(|| view! {
                <details>
                    <summary>{format!("Gửi lại mục đã gửi ({})", old.len())}</summary>
                    {old.into_iter().map(one).collect_view()}
                </details>
            });
            view! {
                <fieldset>
                    <legend class:unseen=new.is_empty()>"Gửi những gì"</legend>
                    {new.into_iter().map(one).collect_view()}
                    {old}
                </fieldset>
            }
        }}
        {move || draft.get().then(|| view! {
            <p class="hint">"Bản đăng ký còn là bản nháp nên chưa gửi được. "<a href=Route::PledgeReview.to_string()>"Kiểm tra lại và ghi là đã nộp"</a></p>
        })}
    }
    .into_any()
}

fn consent(book: Book, agreed: RwSignal<bool>) -> AnyView {
    let branch = book.peek(|handbook| handbook.profile.branch.clone());
    let branch = if branch.is_empty() {
        "chi bộ".to_owned()
    } else {
        branch
    };
    let words = format!(
        "Tôi đồng ý đưa các nội dung trên cho {branch} để chi bộ theo dõi, đánh giá việc làm theo."
    );
    check(words, None, agreed.into(), move |on| agreed.set(on))
}

/// Share, save, copy: in that order of what the phone can do.
fn ways_out(
    book: Book,
    ready: Ready,
    agreed: RwSignal<bool>,
    given: RwSignal<Option<Given>>,
    failed: RwSignal<Option<&'static str>>,
    chosen: RwSignal<BTreeSet<Part>>,
) -> AnyView {
    if book.is_sample() {
        return view! { <p class="hint">"Sổ mẫu không gửi đi được."</p> }.into_any();
    }
    let shareable = can_share(&ready.name);
    let savable = device::can_download();
    let ready = StoredValue::new(ready);
    let settle = move |words: &'static str| {
        let Ready {
            name,
            revision,
            handover,
            ..
        } = ready.get_value();
        let before = book.peek(|handbook| handbook.handed.clone());
        book.change(|handbook| {
            handbook.next_handover_revision();
            handbook.record_handover(handover, revision);
        });
        book.save();
        failed.set(None);
        given.set(Some(Given {
            words,
            name,
            before,
        }));
        agreed.set(false);
        chosen.set(BTreeSet::new());
        page::focus("#given");
    };
    let fail = move |sentence| {
        given.set(None);
        failed.set(Some(sentence));
        page::focus("#given");
    };
    let by_sharing = move |_| {
        let Ready { name, text, .. } = ready.get_value();
        spawn_local(async move {
            match share(&name, &text).await {
                Shared::Done => settle("Đã đưa tệp sang ứng dụng khác."),
                Shared::Cancelled => {}
                Shared::Failed => fail(
                    "Chưa chia sẻ được tệp. Thử “Lưu tệp” rồi gửi tệp đó, hoặc “Chép văn bản” rồi dán vào tin nhắn.",
                ),
            }
        });
    };
    let by_saving = move |_| {
        let Ready { name, text, .. } = ready.get_value();
        if download(&name, &text) {
            settle("Đã lưu tệp vào máy. Giờ gửi tệp đó cho chi bộ.");
        } else {
            fail("Trình duyệt không cho lưu tệp. Thử “Chép văn bản” rồi dán vào tin nhắn.");
        }
    };
    let by_copying = move |_| {
        let text = ready.with_value(|ready| ready.text.clone());
        spawn_local(async move {
            if copy(&text).await {
                settle("Đã chép văn bản. Giờ dán vào tin nhắn gửi cho chi bộ.");
            } else {
                fail("Chưa chép được. Mở “Xem nguyên văn tệp”, chọn tất cả rồi chép.");
            }
        });
    };
    let disabled = move || !agreed.get();
    let save_class = if shareable {
        "button-quiet"
    } else {
        "button wide"
    };
    let save = savable.then(|| view! { <button type="button" class=save_class disabled=disabled on:click=by_saving>"Lưu tệp"</button> });
    view! {
        <section class="stack">
            {shareable.then(|| view! { <button type="button" class="button wide" disabled=disabled on:click=by_sharing>"Chia sẻ tệp "{icon(Icon::Send)}</button> })}
            <div class="actions">
                {save}
                <button type="button" class="button-quiet" disabled=disabled on:click=by_copying>"Chép văn bản"</button>
            </div>
            {move || disabled().then_some(view! { <p class="hint">"Đánh dấu đồng ý ở trên rồi mới gửi được."</p> })}
        </section>
    }
    .into_any()
}

fn given_notice(
    book: Book,
    how: Given,
    given: RwSignal<Option<Given>>,
    chosen: RwSignal<BTreeSet<Part>>,
) -> AnyView {
    let Given {
        words,
        name,
        before,
    } = how;
    let not_sent = move |_| {
        let before = before.clone();
        book.change(|handbook| {
            // The number stays taken: the file may be out there after all.
            let revision = handbook.handed.revision;
            handbook.handed = Handed { revision, ..before };
        });
        given.set(None);
        chosen.set(book.peek(Handbook::unsent).into_iter().collect());
    };
    notice(
        Notice::Done,
        view! {
            <p><b>{words}</b>" Trang này không biết tin đã tới hay chưa: xem lại trong Zalo."</p>
            <p class="hint">{name}</p>
            <button type="button" class="link" on:click=not_sent>"Chưa gửi được, bỏ ghi lần này"</button>
        },
    )
}

fn history(book: Book) -> AnyView {
    let log = book.part(|handbook| handbook.handed.log.clone());
    let today = book.today;
    (move || {
        let log = log.get();
        (!log.is_empty()).then(|| {
            let line = |entry: crate::domain::handover::HandedEntry| {
                view! {
                    <li>
                        <span>{format!("{} · {}", entry.on, words::days_ago(entry.on, today.get()))}</span>
                        <span class="muted">{entry.what}</span>
                    </li>
                }
            };
            view! {
                <section>
                    <h2>"Đã gửi"</h2>
                    <ul class="facts">{log.into_iter().rev().map(line).collect_view()}</ul>
                </section>
            }
        })
    })
    .into_any()
}
