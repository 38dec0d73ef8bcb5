//! The page's own content policy, on a host that sends no header but a file's type: it holds without any
//! help of the host's, with files of the wrong type too, and it lets nothing become script or markup.

use std::path::Path;

use serde_json::json;

use crate::support::browser::tool;
use crate::support::{Person, story};
use crate::update::copy;

fn expects_refusals(person: &mut Person) {
    for part in [
        "securitypolicyviolation: ",
        "Content Security Policy",
        "This document requires 'Trusted",
        "Creating a TrustedTypePolicy",
    ] {
        person.watch.expects(part);
    }
}

/// Tries something that the policy forbids, and waits for its refusal to be heard.
#[track_caller]
fn refuses(person: &Person, directive: &str, attempt: &str) {
    let heard = person.browser.js(&format!(
        "new Promise(heard => {{
            document.addEventListener('securitypolicyviolation', event => heard(event.effectiveDirective), {{ once: true }});
            try {{ Promise.resolve((() => {{ {attempt} }})()).catch(() => {{}}); }} catch {{}}
            setTimeout(() => heard('nothing was refused'), 5000);
        }})"
    ));
    assert_eq!(heard, json!(directive), "{attempt}");
}

/// What another host would hear, or what would look or lead elsewhere; then how a text of somebody's would
/// come to run, if the page's own code were to let it.
const FORBIDDEN: &[(&str, &str)] = &[
    ("connect-src", "return fetch('http://127.0.0.1:4799/out');"),
    (
        "connect-src",
        "navigator.sendBeacon('http://127.0.0.1:4799/out', 'x');",
    ),
    ("connect-src", "new WebSocket('ws://127.0.0.1:4799/out');"),
    (
        "img-src",
        "new Image().src = 'http://127.0.0.1:4799/out.png';",
    ),
    (
        "style-src-elem",
        "const one = document.createElement('style'); one.append('b { color: red }'); document.head.append(one);",
    ),
    (
        "frame-src",
        "const one = document.createElement('iframe'); one.src = 'http://127.0.0.1:4799/'; document.body.append(one);",
    ),
    (
        "form-action",
        "const one = document.createElement('form'); one.action = 'http://127.0.0.1:4799/'; document.body.append(one); one.submit();",
    ),
    (
        "base-uri",
        "const one = document.createElement('base'); one.href = 'http://127.0.0.1:4799/'; document.head.append(one);",
    ),
    (
        "require-trusted-types-for",
        "document.querySelector('h1').setAttribute('onclick', 'window.ran = 1');",
    ),
    (
        "require-trusted-types-for",
        "document.body.innerHTML = '<b>x</b>';",
    ),
    (
        "require-trusted-types-for",
        "document.createElement('script').text = 'x';",
    ),
    (
        "require-trusted-types-for",
        "navigator.serviceWorker.register('http://127.0.0.1:4799/sw.js').catch(() => {});",
    ),
    (
        "require-trusted-types-for",
        "document.createElement('script').src = 'http://127.0.0.1:4799/x.js';",
    ),
    ("trusted-types", "trustedTypes.createPolicy('another', {});"),
];

#[test]
fn without_a_header_of_the_hosts_the_page_keeps_its_policy() {
    story("2026-11-03 08:00", |person| {
        person.site.strips_headers();
        person.begins();
        let sent = person.browser.js(
            "fetch('./', { cache: 'reload' }).then(answer => [...answer.headers.keys()]
                .filter(name => !['content-type', 'content-length', 'transfer-encoding', 'connection', 'date'].includes(name)))",
        );
        assert_eq!(sent, json!([]), "nothing helps the page");
        person.can_go_offline();
        expects_refusals(person);
        for (directive, attempt) in FORBIDDEN {
            refuses(person, directive, attempt);
        }
        person.trusts("window.ran === undefined");
        // What the page itself does, it may still do.
        person.reloads();
        person.sees("Trần Thị Bình · 2026");
        for (route, said) in [
            ("#/du-lieu", "Được giữ gìn thế nào"),
            ("#/giay-to", "Giấy tờ của năm 2026"),
            ("#/chi-bo", "Bàn làm việc của chi bộ"),
        ] {
            person.opens(route);
            person.sees(said);
        }
    });
}

/// A host, or whoever sits on the way, that puts something of its own into the page.
#[test]
fn what_a_host_slips_into_the_page_does_not_run_and_asks_nobody() {
    const SLIPPED: &str = "<script>window.ran = 1</script>
        <script src='http://127.0.0.1:4799/x.js'></script>
        <script>document.body.append('ran')</script>
        <b onclick='window.ran = 1'>Quảng cáo</b>
        <img src='http://127.0.0.1:4799/pixel.png' onerror='window.ran = 1'>
        <style>body { display: none }</style>
        <iframe src='http://127.0.0.1:4799/'></iframe></body>";
    story("2026-11-03 08:00", |person| {
        let folder = person.browser.profile().with_file_name("slipped-in");
        copy(Path::new(&tool("SO_TAY_DIST")), &folder);
        let page = std::fs::read_to_string(folder.join("index.html")).expect("the page");
        assert!(page.contains("</body>"));
        let page = page.replace("</body>", SLIPPED);
        std::fs::write(folder.join("index.html"), page).expect("the page");
        person.site.publishes(&folder);
        person.site.strips_headers();
        expects_refusals(person);
        person.is_haunted_by(
            "window.refused = [];
            document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));",
        );
        person.begins();
        person
            .browser
            .js("document.querySelector('b[onclick]')?.click(); true");
        for directive in [
            "script-src-elem",
            "script-src-attr",
            "img-src",
            "style-src-elem",
            "frame-src",
        ] {
            person.trusts(&format!("refused.includes('{directive}')"));
        }
        person.trusts("window.ran === undefined");
    });
}

#[test]
fn a_program_of_an_unknown_type_starts_all_the_same() {
    story("2026-11-03 08:00", |person| {
        person.site.strips_headers();
        person.site.serves_as(".wasm", "application/octet-stream");
        person.begins();
        person.opens("#/chi-bo");
        person.sees("Bàn làm việc của chi bộ");
    });
}

#[test]
fn a_script_that_the_host_calls_a_text_does_not_run_and_the_page_says_so() {
    story("2026-11-03 08:00", |person| {
        person.begins();
        person
            .browser
            .js("navigator.serviceWorker.ready.then(one => one.unregister()).then(() => true)");
        person.watch.expects("MIME type");
        person.watch.expects("TypeError");
        person.watch.expects("ERR_FAILED");
        person.site.serves_as(".js", "text/plain");
        person.site.serves_as("boot-", "text/javascript");
        person.opens("#/chi-bo");
        person.sees("Chưa tải được phần này của sổ tay.");
        person.sees("Những gì đã ghi trên máy này vẫn còn nguyên.");
    });
}
