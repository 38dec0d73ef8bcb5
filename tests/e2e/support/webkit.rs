//! WebKitGTK, by its driver and its own small browser, under an X server of the test's. Its window is
//! never narrower than its bar of buttons, 447 px; it forgets everything when it closes.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use thirtyfour::Capabilities;

use super::browser::{Browser, tool};
use super::engine::{self, Engine};

pub struct WebKit;

impl Engine for WebKit {
    fn name(&self) -> &'static str {
        "WebKitGTK"
    }

    fn driver(&self, port: u16, folder: &Path) -> Command {
        // Where downloads go is the desktop's setting.
        let settings = folder.join("settings");
        let downloads = format!("XDG_DOWNLOAD_DIR={:?}\n", folder.join("downloads"));
        std::fs::create_dir_all(settings.join("gtk-3.0")).expect("a folder for settings");
        std::fs::write(settings.join("user-dirs.dirs"), downloads).expect("a setting");
        // Movement would only make the taps uncertain.
        let still = "[Settings]\ngtk-enable-animations=false\n";
        std::fs::write(settings.join("gtk-3.0/settings.ini"), still).expect("a setting");
        let mut driver = engine::driver("SO_TAY_WEBKITDRIVER", port);
        driver.env("XDG_CONFIG_HOME", settings);
        driver.env("XDG_DATA_HOME", folder.join("data"));
        driver.env("XDG_CACHE_HOME", folder.join("cache"));
        driver.env("GTK_A11Y", "none");
        driver
    }

    fn capabilities(&self, _browser: &Browser) -> Capabilities {
        engine::capabilities(json!({
            "webkitgtk:browserOptions": {
                "binary": tool("SO_TAY_MINIBROWSER"),
                "args": ["--automation"],
            },
        }))
    }
}
