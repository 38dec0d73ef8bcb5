//! The engines that the stories run in. What a story needs beyond a page and its scripts is asked of
//! the engine: each default here is the way by the WebDriver standard and by [`standard`]'s scripts.
//! Chromium has its own protocol for nearly all of it, nearer to what a phone does.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use thirtyfour::{Capabilities, WindowHandle};

use super::browser::{Browser, tool};
use super::chromium::Chromium;
use super::find::Node;
use super::firefox::Firefox;
use super::standard;
use super::webkit::WebKit;

pub trait Engine: Sync {
    fn name(&self) -> &'static str;

    /// The program that drives it, listening on this port; what it leaves goes into `folder`.
    fn driver(&self, port: u16, folder: &Path) -> Command;

    fn capabilities(&self, browser: &Browser) -> Capabilities;

    /// Whether the host must put the phone into the page, since the engine can't.
    fn needs_the_host(&self) -> bool {
        true
    }

    /// Makes the current tab a phone.
    fn dress(&self, browser: &Browser) {
        standard::dress(browser);
    }

    /// What the story decides about the phone reaches the open page and every page after it.
    fn apply(&self, browser: &Browser) {
        standard::apply(browser);
    }

    fn resize(&self, browser: &Browser, width: u32, height: u32) {
        standard::resize(browser, width, height);
    }

    /// Goes to an address, and waits until its page stands.
    fn goes(&self, browser: &Browser, address: &str) {
        standard::goes(browser, address);
    }

    /// Loads the page anew, as a person does: from the service worker, where there is one.
    fn reload(&self, browser: &Browser) {
        standard::reload(browser);
    }

    /// Ends the browser as a person does, or in the middle of everything.
    fn end(&self, browser: &mut Browser, at_once: bool) {
        assert!(!at_once, "{} can't be made to die", self.name());
        browser.quit();
    }

    /// The value of a JavaScript expression, awaited when it is a promise; it may stand after
    /// statements, as "…; true".
    fn js(&self, browser: &Browser, expression: &str) -> Result<Value, String> {
        standard::js(browser, expression)
    }

    /// Calls a JavaScript function on a thing that was found.
    fn call_on(
        &self,
        browser: &Browser,
        thing: &str,
        function: &str,
        args: &[Value],
    ) -> Result<Value, String> {
        standard::call_on(browser, thing, function, args)
    }

    /// What a screen reader would name, those of these roles at least, in the order of the page.
    fn nodes(&self, browser: &Browser, roles: &[&str]) -> Result<Vec<Node>, String> {
        standard::nodes(browser, roles)
    }

    /// A handle to a node's element.
    fn handle(&self, _browser: &Browser, node: &Node) -> Result<String, String> {
        Ok(node.handle.clone())
    }

    fn touch(&self, browser: &Browser, x: f64, y: f64) -> Result<(), String> {
        standard::touch(browser, x, y)
    }

    /// A whole text at once, as a paste or a suggestion that was tapped.
    fn insert(&self, browser: &Browser, text: &str) {
        standard::insert(browser, text);
    }

    /// Every character by a key of its own.
    fn keys(&self, browser: &Browser, text: &str) {
        standard::keys(browser, text);
    }

    /// A key without a character.
    fn press(&self, browser: &Browser, key: &str) {
        standard::press(browser, key);
    }

    /// Under the finger stands `state`, which the next one or an inserted text takes the place of.
    fn compose(&self, _browser: &Browser, _state: &str) {
        panic!("{} has no way to compose a word", self.name());
    }

    /// What the system's file picker gives to the input that asked for it.
    fn picks_files(&self, browser: &Browser, files: &[&Path]) {
        standard::gives_files(browser, "picks", files);
    }

    fn drops_files(&self, browser: &Browser, files: &[&Path]) {
        standard::gives_files(browser, "drops", files);
    }

    /// What was last copied.
    fn clipboard(&self, browser: &Browser, _origin: &str) -> Value {
        browser.js("__phone.copied")
    }

    /// The colours that the person prefers, as the settings say.
    fn prefers_dark(&self, _browser: &Browser, dark: bool) {
        assert!(!dark, "{} has no way to prefer dark colours", self.name());
    }

    /// Whether axe-core can be put into a page. It looks at the document, which is the same in every engine.
    fn runs_axe(&self) -> bool {
        false
    }

    /// The text of the page as a printer gets it.
    fn paper(&self, _browser: &Browser) -> Value {
        panic!("{} has no way to show the paper", self.name());
    }

    /// What has gone wrong in the pages since the last call, apart from what the host heard.
    fn console(&self, browser: &Browser) -> Vec<String> {
        // It may still be on its way there.
        let _ =
            browser.try_js("window.__phone && Promise.all(window.__phone.said).then(() => true)");
        Vec::new()
    }

    /// Runs before the scripts of every page from the next one on; `false`: that is the host's to do.
    fn haunts(&self, _browser: &Browser, _script: &str) -> bool {
        false
    }

    /// One more tab, which is looked at from now on. Where a tab that nobody looks at sleeps, it is a window.
    fn opens_tab(&self, browser: &Browser) -> WindowHandle {
        standard::opens_window(browser)
    }

    /// Looks at the tab that the driver has chosen.
    fn shows_tab(&self, _browser: &Browser) {}

    /// Chromium's own protocol; which stories need it, `lacks` says.
    fn cdp(&self, _browser: &Browser, method: &str, _params: Value) -> Result<Value, String> {
        Err(format!("{} has no {method}", self.name()))
    }
}

/// The engine of this run.
#[track_caller]
pub fn engine() -> &'static dyn Engine {
    match std::env::var("SO_TAY_ENGINE").as_deref() {
        Err(_) | Ok("chromium") => &Chromium,
        Ok("firefox") => &Firefox,
        Ok("webkit") => &WebKit,
        Ok(other) => panic!("SO_TAY_ENGINE is chromium, firefox or webkit, not {other}"),
    }
}

/// A driver's program by the variable that names it.
pub fn driver(variable: &str, port: u16) -> Command {
    let mut command = Command::new(tool(variable));
    command.arg(format!("--port={port}"));
    // The phone's place; Chromium is told so in each tab.
    command.env("TZ", "Asia/Ho_Chi_Minh");
    command
}

/// What a session is asked for, whatever the engine, and what this one takes besides.
pub fn capabilities(mut wants: Value) -> Capabilities {
    // The page's dialogs ("leave this page?") are for the story to answer.
    wants["unhandledPromptBehavior"] = "ignore".into();
    wants["timeouts"] = serde_json::json!({ "script": 15_000, "pageLoad": 60_000 });
    serde_json::from_value(wants).expect("an object")
}
