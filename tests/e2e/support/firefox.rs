//! Firefox, by geckodriver: the standard's ways, and for what a person sets in the system, the
//! browser's own scripts ("chrome" context).

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use super::browser::{Browser, PATIENCE, tool, until};
use super::engine::{self, Engine};

pub struct Firefox;

impl Engine for Firefox {
    fn name(&self) -> &'static str {
        "Firefox"
    }

    fn driver(&self, port: u16, _folder: &Path) -> Command {
        let mut driver = engine::driver("SO_TAY_GECKODRIVER", port);
        driver.arg("--allow-system-access");
        driver
    }

    fn capabilities(&self, browser: &Browser) -> Capabilities {
        let profile = browser.profile();
        // A window may be as narrow as a phone.
        std::fs::create_dir_all(profile.join("chrome")).expect("a profile");
        std::fs::write(
            profile.join("chrome/userChrome.css"),
            ":root { min-width: 0 !important }",
        )
        .expect("a style of the browser's own");
        engine::capabilities(json!({
            "moz:firefoxOptions": {
                "binary": tool("SO_TAY_FIREFOX"),
                "args": ["-headless", "-profile", profile],
                "prefs": {
                    "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                    "intl.accept_languages": "vi-VN,vi",
                    "ui.prefersReducedMotion": 1,
                    // A finger, and nothing that hovers.
                    "ui.primaryPointerCapabilities": 1,
                    "ui.allPointerCapabilities": 1,
                    "browser.download.folderList": 2,
                    "browser.download.dir": browser.downloads(),
                    "browser.helperApps.neverAsk.saveToDisk":
                        "application/json,text/plain,text/csv,text/calendar",
                },
            },
        }))
    }

    fn end(&self, browser: &mut Browser, at_once: bool) {
        if !at_once {
            return browser.quit();
        }
        let process = PathBuf::from("/proc").join(browser.process());
        let killed = Command::new("kill")
            .args(["-KILL", &browser.process()])
            .status();
        assert!(killed.is_ok_and(|status| status.success()), "it dies");
        browser.has_ended(Some(&process));
    }

    fn prefers_dark(&self, browser: &Browser, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        sets(browser, "prefersColorSchemeOverride", scheme);
    }

    fn paper(&self, browser: &Browser) -> Value {
        sets(browser, "mediumOverride", "print");
        // The document may be rebuilt for the paper.
        let text = until(PATIENCE, || browser.try_js("document.body.innerText"));
        sets(browser, "mediumOverride", "");
        text.expect("a page")
    }
}

/// Sets what the browser tells the open tab about the system.
fn sets(browser: &Browser, what: &str, value: &str) {
    let context = |name: &str| {
        let switched = browser.asks("/moz/context", json!({ "context": name }));
        switched.expect("geckodriver knows both contexts");
    };
    context("chrome");
    let set = browser.asks(
        "/execute/sync",
        json!({
            "script": "gBrowser.selectedBrowser.browsingContext[arguments[0]] = arguments[1];",
            "args": [what, value],
        }),
    );
    context("content");
    set.expect("a setting of Firefox's");
}
