//! The ways of an engine that has no more than the WebDriver standard: scripts in the page, and the
//! driver's pointer and keys. What must run before the page's own scripts comes from the host
//! (`server`), which learns from nobody: the settings travel in a cookie.

use std::path::Path;

use base64ct::{Base64, Encoding};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use super::browser::{Browser, PATIENCE, until};
use super::find::Node;

pub fn dress(browser: &Browser) {
    browser.fits();
    if browser.is_new() {
        // A cookie needs a page of the host's to be set on.
        browser.goes(&format!("{}/phone", browser.origin));
    }
    apply(browser);
}

pub fn apply(browser: &Browser) {
    let settings = browser.settings.told();
    let told = js(
        browser,
        &format!(
            "if (location.origin === {origin}) {{
                document.cookie = 'phone=' + encodeURIComponent({cookie}) + '; path=/; max-age=86400';
                window.__phone?.changes({settings});
            }}; true",
            origin = json!(browser.origin),
            cookie = json!(settings.to_string()),
        ),
    );
    assert_eq!(told, Ok(Value::Bool(true)), "the phone is told");
    browser.engine.prefers_dark(browser, browser.settings.dark);
}

/// The window's size less what stands around the page.
pub fn resize(browser: &Browser, width: u32, height: u32) {
    let around = js(
        browser,
        "[outerWidth - innerWidth, outerHeight - innerHeight]",
    );
    let around = |side: usize| {
        let around = around
            .as_ref()
            .ok()
            .and_then(|around| around[side].as_u64());
        around
            .and_then(|pixels| u32::try_from(pixels).ok())
            .unwrap_or(0)
    };
    let rect = json!({ "x": 0, "y": 0, "width": width + around(0), "height": height + around(1) });
    browser.asks("/window/rect", rect).expect("a window");
}

pub fn opens_window(browser: &Browser) -> WindowHandle {
    browser.run("a window", async |driver| {
        let window = driver.new_window().await?;
        driver.switch_to_window(window.clone()).await?;
        Ok(window)
    })
}

/// By the page itself: a driver's own reload goes past the service worker.
pub fn reload(browser: &Browser) {
    let begun = js(
        browser,
        "window.__before = setTimeout(() => location.reload()); true",
    );
    assert_eq!(begun, Ok(Value::Bool(true)), "the page reloads");
    stands(browser, "window.__before ? 'before' : document.readyState");
}

/// The page may choose, in its next moment, to be loaded anew: as another program.
pub fn goes(browser: &Browser, address: &str) {
    // Where it is already, a person's browser stays, and WebKitGTK's driver loads the page anew.
    if address.contains('#') && js(browser, "location.href") == Ok(address.into()) {
        return;
    }
    browser.run(address, async |driver| driver.goto(address).await);
    stands(
        browser,
        "new Promise(next => setTimeout(next, 20)).then(() => document.readyState)",
    );
}

fn stands(browser: &Browser, state: &str) {
    let stands = until(PATIENCE, || match js(browser, state)? {
        Value::String(state) if state == "complete" => Ok(()),
        other => Err(other.to_string()),
    });
    stands.expect("the page is loaded");
}

/// Where the page's policy forbids `eval`, a script can't be handed over as a text: it is the driver's.
pub fn js(browser: &Browser, expression: &str) -> Result<Value, String> {
    let expression = expression.trim();
    let statements = expression.strip_suffix("true").map(str::trim_end);
    let (statements, last) = match statements {
        Some(statements) if statements.ends_with(';') => (statements, "true"),
        _ => ("", expression),
    };
    execute(browser, &format!("{statements};\nreturn (\n{last}\n);"))
}

pub fn call_on(
    browser: &Browser,
    thing: &str,
    function: &str,
    args: &[Value],
) -> Result<Value, String> {
    let args = json!(args);
    execute(
        browser,
        &format!("return ({function}).apply(window.__phone.found[{thing}], {args});"),
    )
}

fn execute(browser: &Browser, body: &str) -> Result<Value, String> {
    let script = format!(
        "const answers = arguments[arguments.length - 1];
        (async () => {{ {body} }})().then(
            value => answers({{ value: value === undefined ? null : value }}),
            error => answers({{ error: `${{error}}` }}));"
    );
    let ask = || browser.asks("/execute/async", json!({ "script": script, "args": [] }));
    let mut answer = match ask() {
        // The page went on to another one in the middle of it.
        Err(why) if why.contains("unloaded") => ask()?,
        answer => answer?,
    };
    match answer["error"].as_str() {
        Some(error) => Err(error.to_owned()),
        None => Ok(answer["value"].take()),
    }
}

pub fn nodes(browser: &Browser, roles: &[&str]) -> Result<Vec<Node>, String> {
    let found = js(browser, &format!("window.__phone.looks({})", json!(roles)))?;
    let found = found.as_str().ok_or("nothing was looked at")?;
    serde_json::from_str(found).map_err(|error| error.to_string())
}

/// A finger, as the driver has one.
pub fn touch(browser: &Browser, x: f64, y: f64) -> Result<(), String> {
    let finger = json!({ "actions": [{
        "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" },
        "actions": [
            // Whole pixels: the standard knows no others.
            { "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x.floor(), "y": y.floor() },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ],
    }]});
    browser.asks("/actions", finger).map(drop)
}

pub fn insert(browser: &Browser, text: &str) {
    let inserted = browser.js(&format!(
        "document.execCommand('insertText', false, {})",
        json!(text)
    ));
    assert_eq!(inserted, true, "a field takes the text");
}

pub fn keys(browser: &Browser, text: &str) {
    let keys = text
        .chars()
        .map(|key| if key == '\n' { ENTER } else { key });
    strike(browser, keys);
}

const ENTER: char = '\u{E007}';

pub fn press(browser: &Browser, key: &str) {
    strike(
        browser,
        [match key {
            "Backspace" => '\u{E003}',
            "Tab" => '\u{E004}',
            "Enter" => ENTER,
            "Escape" => '\u{E00C}',
            "Space" => ' ',
            "End" => '\u{E010}',
            "ArrowLeft" => '\u{E012}',
            "ArrowUp" => '\u{E013}',
            "ArrowRight" => '\u{E014}',
            "ArrowDown" => '\u{E015}',
            "Delete" => '\u{E017}',
            other => panic!("no key {other}"),
        }],
    );
}

fn strike(browser: &Browser, keys: impl IntoIterator<Item = char>) {
    let strikes: Vec<Value> = keys
        .into_iter()
        .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
        .collect();
    let keyboard = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strikes }] });
    browser.asks("/actions", keyboard).expect("keys");
}

/// The driver gives files to an input only while that stands in the page; and no standard drags one.
pub fn gives_files(browser: &Browser, how: &str, files: &[&Path]) {
    let files: Vec<Value> = files
        .iter()
        .map(|file| {
            let name = file.file_name().expect("a name").to_string_lossy();
            let bytes = Base64::encode_string(&std::fs::read(file).expect("a file"));
            json!({ "name": name, "bytes": bytes })
        })
        .collect();
    let files = json!(json!(files).to_string());
    browser.js(&format!("window.__phone.{how}({files})"));
}
