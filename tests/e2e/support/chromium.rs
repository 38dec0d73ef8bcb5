//! Chromium, by its own protocol: it is a phone with a finger, a keyboard that composes, and an
//! accessibility tree of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WindowHandle};

use super::browser::{Browser, HEIGHT, WIDTH, tool};
use super::engine::{self, Engine};
use super::find::Node;

const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox", // CI runs as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
    "--no-proxy-server",
    "--hide-scrollbars",
    "--lang=vi-VN",
    "--accept-lang=vi-VN,vi",
];

pub struct Chromium;

impl Engine for Chromium {
    fn name(&self) -> &'static str {
        "Chromium"
    }

    fn driver(&self, port: u16, _folder: &Path) -> Command {
        engine::driver("SO_TAY_CHROMEDRIVER", port)
    }

    fn capabilities(&self, browser: &Browser) -> Capabilities {
        let mut flags: Vec<String> = FLAGS.iter().map(ToString::to_string).collect();
        flags.extend([
            format!("--window-size={WIDTH},{HEIGHT}"),
            format!("--user-data-dir={}", browser.profile().display()),
            format!("--log-net-log={}", browser.net_log().display()),
        ]);
        engine::capabilities(json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": tool("SO_TAY_CHROMIUM"), "args": flags },
            "goog:loggingPrefs": { "browser": "ALL" },
        }))
    }

    fn needs_the_host(&self) -> bool {
        false
    }

    // Emulation belongs to a tab, so each new one needs it.
    fn dress(&self, browser: &Browser) {
        browser.fits();
        for (method, params) in [
            (
                "Emulation.setTouchEmulationEnabled",
                json!({ "enabled": true, "maxTouchPoints": 5 }),
            ),
            (
                "Emulation.setTimezoneOverride",
                json!({ "timezoneId": "Asia/Ho_Chi_Minh" }),
            ),
            ("Emulation.setLocaleOverride", json!({ "locale": "vi-VN" })),
            (
                "Emulation.setFocusEmulationEnabled",
                json!({ "enabled": true }),
            ),
            (
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": browser.downloads() }),
            ),
            ("Page.enable", json!({})),
        ] {
            browser.cdp(method, params);
        }
        self.apply(browser);
    }

    fn apply(&self, browser: &Browser) {
        // One tab at a time is enough: a second one is dressed when it opens.
        let script = browser.settings.script();
        self.haunts(browser, &script);
        browser.js(&script);
        self.prefers_dark(browser, browser.settings.dark);
    }

    fn resize(&self, browser: &Browser, width: u32, height: u32) {
        let phone = width == WIDTH;
        let scale = if phone { 2 } else { 1 };
        browser.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone }),
        );
    }

    fn goes(&self, browser: &Browser, address: &str) {
        browser.run(address, async |driver| driver.goto(address).await);
    }

    fn reload(&self, browser: &Browser) {
        browser.run("reload", async |driver| driver.refresh().await);
    }

    /// As a person closes it, which writes its stores to disk; or it dies, and what isn't on disk by
    /// now is lost.
    fn end(&self, browser: &mut Browser, at_once: bool) {
        let lock = browser.profile().join("SingletonLock");
        let process = std::fs::read_link(&lock).ok().and_then(|link| {
            // "host-1234": the process that owns the profile.
            let (_, id) = link.to_str()?.rsplit_once('-')?;
            Some(PathBuf::from("/proc").join(id))
        });
        let how = if at_once {
            "Browser.crash"
        } else {
            "Browser.close"
        };
        // It may be gone before it can answer; what counts is that the process ends.
        let _ = browser.try_cdp(how, json!({}));
        browser.has_ended(process.as_deref());
    }

    // The page's policy doesn't apply to it.
    fn js(&self, browser: &Browser, expression: &str) -> Result<Value, String> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        value(browser.try_cdp("Runtime.evaluate", params)?)
    }

    fn call_on(
        &self,
        browser: &Browser,
        thing: &str,
        function: &str,
        args: &[Value],
    ) -> Result<Value, String> {
        let args: Vec<_> = args.iter().map(|value| json!({ "value": value })).collect();
        let params = json!({
            "objectId": thing, "functionDeclaration": function, "arguments": args,
            "awaitPromise": true, "returnByValue": true, "userGesture": false,
        });
        value(browser.try_cdp("Runtime.callFunctionOn", params)?)
    }

    fn nodes(&self, browser: &Browser, _roles: &[&str]) -> Result<Vec<Node>, String> {
        let tree = browser.try_cdp("Accessibility.getFullAXTree", json!({}))?;
        let nodes = tree["nodes"].as_array().ok_or("no accessibility tree")?;
        Ok(nodes.iter().map(node).collect())
    }

    fn handle(&self, browser: &Browser, node: &Node) -> Result<String, String> {
        let id: u64 = node.handle.parse().map_err(|_| "no element")?;
        let resolved = browser.try_cdp("DOM.resolveNode", json!({ "backendNodeId": id }))?;
        let handle = resolved["object"]["objectId"].as_str();
        Ok(handle.ok_or("the element is gone")?.to_owned())
    }

    fn touch(&self, browser: &Browser, x: f64, y: f64) -> Result<(), String> {
        let point = json!([{ "x": x, "y": y }]);
        for (kind, points) in [("touchStart", point), ("touchEnd", json!([]))] {
            let event = json!({ "type": kind, "touchPoints": points });
            browser.try_cdp("Input.dispatchTouchEvent", event)?;
        }
        Ok(())
    }

    fn insert(&self, browser: &Browser, text: &str) {
        browser.cdp("Input.insertText", json!({ "text": text }));
    }

    fn keys(&self, browser: &Browser, text: &str) {
        for letter in text.chars() {
            if letter == '\n' {
                self.press(browser, "Enter");
                continue;
            }
            let letter = letter.to_string();
            for event in [
                json!({ "type": "keyDown", "key": letter, "text": letter }),
                json!({ "type": "keyUp", "key": letter }),
            ] {
                browser.cdp("Input.dispatchKeyEvent", event);
            }
        }
    }

    fn press(&self, browser: &Browser, key: &str) {
        let (code, text) = match key {
            "Backspace" => (8, None),
            "Tab" => (9, None),
            "Enter" => (13, Some("\r")),
            "Escape" => (27, None),
            "Space" => (32, Some(" ")),
            "End" => (35, None),
            "ArrowLeft" => (37, None),
            "ArrowUp" => (38, None),
            "ArrowRight" => (39, None),
            "ArrowDown" => (40, None),
            "Delete" => (46, None),
            other => panic!("no key {other}"),
        };
        let name = if key == "Space" { " " } else { key };
        let kind = if text.is_some() {
            "keyDown"
        } else {
            "rawKeyDown"
        };
        let mut event =
            json!({ "type": kind, "key": name, "code": key, "windowsVirtualKeyCode": code });
        if let Some(text) = text {
            event["text"] = text.into();
        }
        browser.cdp("Input.dispatchKeyEvent", event);
        browser.cdp(
            "Input.dispatchKeyEvent",
            json!({ "type": "keyUp", "key": name, "code": key, "windowsVirtualKeyCode": code }),
        );
    }

    fn compose(&self, browser: &Browser, state: &str) {
        let end = state.encode_utf16().count();
        browser.cdp(
            "Input.imeSetComposition",
            json!({ "text": state, "selectionStart": end, "selectionEnd": end }),
        );
    }

    fn picks_files(&self, browser: &Browser, files: &[&Path]) {
        let params = json!({ "expression": "__phone.picker" });
        let input = browser.cdp("Runtime.evaluate", params)["result"]["objectId"].clone();
        let params = json!({ "objectId": input, "files": files });
        browser.cdp("DOM.setFileInputFiles", params);
    }

    fn drops_files(&self, browser: &Browser, files: &[&Path]) {
        let middle = browser.js("({ x: innerWidth / 2, y: innerHeight / 2 })");
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
            browser.cdp(
                "Input.dispatchDragEvent",
                json!({ "type": kind, "x": middle["x"], "y": middle["y"], "data": data }),
            );
        }
    }

    fn clipboard(&self, browser: &Browser, origin: &str) -> Value {
        let permissions = json!({ "origin": origin, "permissions": ["clipboardReadWrite"] });
        browser.cdp("Browser.grantPermissions", permissions);
        let text = browser.js("navigator.clipboard.readText()");
        // The page itself gets no more than a tap gives it.
        browser.cdp("Browser.resetPermissions", json!({}));
        text
    }

    fn prefers_dark(&self, browser: &Browser, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        browser.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "media": "", "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                // Movement would only make the pictures and the taps uncertain.
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]}),
        );
    }

    fn runs_axe(&self) -> bool {
        true
    }

    fn paper(&self, browser: &Browser) -> Value {
        browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let text = browser.js("document.body.innerText");
        self.prefers_dark(browser, browser.settings.dark);
        text
    }

    fn console(&self, browser: &Browser) -> Vec<String> {
        let said = browser.run("the console", async |driver| driver.browser_log().await);
        let severe = said.into_iter().filter(|entry| entry.level == "SEVERE");
        severe.map(|entry| entry.message).collect()
    }

    fn haunts(&self, browser: &Browser, script: &str) -> bool {
        browser.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
        true
    }

    fn opens_tab(&self, browser: &Browser) -> WindowHandle {
        browser.run("a tab", async |driver| {
            let tab = driver.new_tab().await?;
            driver.switch_to_window(tab.clone()).await?;
            Ok(tab)
        })
    }

    fn shows_tab(&self, browser: &Browser) {
        browser.cdp("Page.bringToFront", json!({}));
    }

    fn cdp(&self, browser: &Browser, method: &str, params: Value) -> Result<Value, String> {
        browser.speaks_cdp(method, params)
    }
}

fn value(answer: Value) -> Result<Value, String> {
    if let Some(exception) = answer.get("exceptionDetails") {
        let text = exception["exception"]["description"]
            .as_str()
            .or(exception["text"].as_str());
        return Err(text.unwrap_or("a script failed").to_owned());
    }
    Ok(answer["result"]["value"].clone())
}

fn node(node: &Value) -> Node {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let properties = node["properties"].as_array().into_iter().flatten();
    Node {
        id: text(&node["nodeId"]),
        parent: text(&node["parentId"]),
        ignored: node["ignored"] == true,
        role: text(&node["role"]["value"]),
        name: text(&node["name"]["value"]),
        properties: properties
            .filter_map(|property| {
                let value = &property["value"]["value"];
                let value = value.as_str().map_or_else(|| value.to_string(), Into::into);
                Some((property["name"].as_str()?.to_owned(), value))
            })
            .collect(),
        handle: node["backendDOMNodeId"].to_string(),
    }
}
