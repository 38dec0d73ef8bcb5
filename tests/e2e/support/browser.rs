//! One Chromium with its own driver and its own profile. The profile outlives the browser, so that
//! a story can close everything and come back.

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::capabilities::desiredcapabilities::CapabilitiesHelper;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    BrowserLogEntry, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};
use tokio::runtime::Runtime;

/// How long a story waits for what should come at once; generous, because two stories and a
/// build may share two cores.
pub const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(40);

/// What a phone is in these tests: a small Android one, at the size the design starts from.
pub const WIDTH: u32 = 360;
pub const HEIGHT: u32 = 740;

/// And the PC in an office.
pub const PC: (u32, u32) = (1280, 900);

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

pub struct Browser {
    // In the order of dropping: the session first, then its driver, then the files.
    driver: Option<WebDriver>,
    runtime: Runtime,
    chromedriver: Driver,
    dir: TempDir,
    settings: Settings,
    starts: usize,
}

/// What a story decides about the phone; phone.js acts on it.
#[derive(Clone)]
pub struct Settings {
    pub now: i64,
    pub share: &'static str,
    pub dark: bool,
    /// Width and height of the window, in CSS pixels.
    pub size: (u32, u32),
    pub user_agent: Option<String>,
}

impl Settings {
    fn script(&self) -> String {
        format!(
            "{}({})",
            include_str!("phone.js").trim_end(),
            json!({ "now": self.now, "share": self.share })
        )
    }
}

impl Browser {
    pub fn start(settings: Settings) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let dir =
            tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a place for the profile");
        std::fs::create_dir(dir.path().join("downloads")).expect("a place for downloads");
        let mut browser = Self {
            driver: None,
            runtime,
            chromedriver: Driver::start(),
            dir,
            settings,
            starts: 0,
        };
        browser.reopen();
        browser
    }

    /// Starts Chromium on the profile, with one empty tab.
    pub fn reopen(&mut self) {
        assert!(self.driver.is_none(), "the browser is open already");
        self.starts += 1;
        let mut wants = DesiredCapabilities::chrome();
        let mut asks = || -> WebDriverResult<()> {
            wants.set_binary(&tool("SO_TAY_CHROMIUM"))?;
            for flag in FLAGS {
                wants.add_arg(flag)?;
            }
            wants.add_arg(&format!("--window-size={WIDTH},{HEIGHT}"))?;
            wants.add_arg(&format!("--user-data-dir={}", self.profile().display()))?;
            wants.add_arg(&format!(
                "--log-net-log={}",
                self.net_log(self.starts).display()
            ))?;
            // The page's dialogs ("leave this page?") are for the story to answer.
            wants.set("unhandledPromptBehavior", "ignore")?;
            wants.set_logging_prefs("browser", LoggingPrefsLogLevel::All)
        };
        asks().expect("capabilities");
        let address = format!("http://127.0.0.1:{}", self.chromedriver.port);
        let driver = self
            .runtime
            .block_on(WebDriver::new(address, wants))
            .expect("Chromium starts");
        self.driver = Some(driver);
        self.dress_tab();
    }

    /// Makes the current tab a phone. Emulation belongs to a tab, so each new one needs it.
    pub fn dress_tab(&mut self) {
        self.fits();
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true, "maxTouchPoints": 5 }),
        );
        self.cdp(
            "Emulation.setTimezoneOverride",
            json!({ "timezoneId": "Asia/Ho_Chi_Minh" }),
        );
        self.cdp("Emulation.setLocaleOverride", json!({ "locale": "vi-VN" }));
        self.cdp(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        );
        self.cdp(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": self.downloads() }),
        );
        self.cdp("Page.enable", json!({}));
        self.apply(|_| {});
    }

    /// Changes what the story decides, in the open page and in every page after it.
    pub fn apply(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        // One tab at a time is enough: a second one is dressed when it opens.
        let script = self.settings.script();
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
        self.js(&script);
        let scheme = if self.settings.dark { "dark" } else { "light" };
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                // Movement would only make the pictures and the taps uncertain.
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]}),
        );
        if let Some(user_agent) = &self.settings.user_agent {
            self.cdp(
                "Emulation.setUserAgentOverride",
                json!({ "userAgent": user_agent }),
            );
        }
    }

    /// Back to the window's own size.
    pub fn fits(&self) {
        let (width, height) = self.settings.size;
        self.resize(width, height);
    }

    /// As high as this for a while.
    pub fn grows(&self, height: u32) {
        self.resize(self.settings.size.0, height);
    }

    fn resize(&self, width: u32, height: u32) {
        let phone = width == WIDTH;
        let scale = if phone { 2 } else { 1 };
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone }),
        );
    }

    pub fn height(&self) -> u32 {
        self.settings.size.1
    }

    /// Closes Chromium as a person does, which writes its stores to disk, and waits until it is gone.
    pub fn close(&mut self) {
        self.end("Browser.close");
    }

    /// Chromium dies at once: what isn't on disk by now is lost.
    pub fn dies(&mut self) {
        self.end("Browser.crash");
    }

    fn end(&mut self, how: &str) {
        let Some(driver) = self.driver.take() else {
            return;
        };
        let lock = self.profile().join("SingletonLock");
        let pid = std::fs::read_link(&lock).ok().and_then(|link| {
            // "host-1234": the process that owns the profile.
            link.to_str()?
                .rsplit_once('-')
                .map(|(_, pid)| PathBuf::from("/proc").join(pid))
        });
        self.runtime.block_on(async {
            // It may be gone before it can answer; what counts is that the process ends.
            let _ = driver.cdp().send_raw(how, json!({})).await;
        });
        let deadline = Instant::now() + PATIENCE;
        while pid.as_ref().is_some_and(|process| running(process)) {
            assert!(
                Instant::now() < deadline,
                "Chromium did not end after {how}"
            );
            std::thread::sleep(POLL);
        }
        self.runtime.block_on(async {
            let _ = driver.clone().quit().await;
        });
        let _ = driver.leak();
    }

    pub fn is_open(&self) -> bool {
        self.driver.is_some()
    }

    pub fn profile(&self) -> PathBuf {
        self.dir.path().join("profile")
    }

    pub fn downloads(&self) -> PathBuf {
        self.dir.path().join("downloads")
    }

    /// Chromium's own record of every request, one file for each time it was started.
    pub fn net_logs(&self) -> Vec<PathBuf> {
        (1..=self.starts).map(|start| self.net_log(start)).collect()
    }

    fn net_log(&self, start: usize) -> PathBuf {
        self.dir.path().join(format!("net-{start}.json"))
    }

    #[track_caller]
    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the browser is closed")
    }

    #[track_caller]
    pub fn run<T>(
        &self,
        what: &str,
        doing: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<T>,
    ) -> T {
        let driver = self.driver();
        match self.wait(doing(driver)) {
            Ok(value) => value,
            Err(error) => panic!("{what}: {error}"),
        }
    }

    fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    pub fn try_cdp(&self, method: &str, params: Value) -> Result<Value, String> {
        let driver = self.driver();
        self.wait(driver.cdp().send_raw(method, params))
            .map_err(|error| format!("{method}: {error}"))
    }

    #[track_caller]
    pub fn cdp(&self, method: &str, params: Value) -> Value {
        self.try_cdp(method, params)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// The value of a JavaScript expression, awaited when it is a promise. The page's policy
    /// doesn't apply to it.
    pub fn try_js(&self, expression: &str) -> Result<Value, String> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        value(self.try_cdp("Runtime.evaluate", params)?)
    }

    #[track_caller]
    pub fn js(&self, expression: &str) -> Value {
        self.try_js(expression)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Calls a JavaScript function on an object of the page.
    pub fn call_on(&self, object: &str, function: &str, args: &[Value]) -> Result<Value, String> {
        let args: Vec<_> = args.iter().map(|value| json!({ "value": value })).collect();
        let params = json!({
            "objectId": object, "functionDeclaration": function, "arguments": args,
            "awaitPromise": true, "returnByValue": true, "userGesture": false,
        });
        value(self.try_cdp("Runtime.callFunctionOn", params)?)
    }

    /// What the console said since the last call.
    pub fn console(&self) -> Vec<BrowserLogEntry> {
        self.run("the console", async |driver| driver.browser_log().await)
    }

    pub fn picture(&self) -> Vec<u8> {
        self.run("a picture", async |driver| driver.screenshot_as_png().await)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // The story has failed already: don't fail again over how the browser ends.
            if let Some(driver) = self.driver.take() {
                let _ = self.runtime.block_on(driver.quit());
            }
        } else {
            self.close();
        }
    }
}

/// Tries until it works, and says what stood in the way when it never does.
pub fn until<T>(
    patience: Duration,
    mut attempt: impl FnMut() -> Result<T, String>,
) -> Result<T, String> {
    let deadline = Instant::now() + patience;
    loop {
        match attempt() {
            Ok(value) => return Ok(value),
            Err(why) if Instant::now() >= deadline => return Err(why),
            Err(_) => std::thread::sleep(POLL),
        }
    }
}

/// A program or file that `make test` finds and names by an environment variable.
#[track_caller]
pub fn tool(variable: &str) -> String {
    std::env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} is not set: run `make test` or scripts/e2e.sh"))
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

/// Whether the process lives; one that has ended but isn't reaped yet doesn't.
fn running(process: &Path) -> bool {
    std::fs::read_to_string(process.join("stat")).is_ok_and(|stat| {
        !stat
            .rsplit(')')
            .next()
            .is_some_and(|rest| rest.trim_start().starts_with('Z'))
    })
}

struct Driver {
    process: Child,
    port: u16,
    /// Kept open, or the driver would stop at its next line.
    says: Option<BufReader<ChildStdout>>,
}

impl Driver {
    fn start() -> Self {
        let mut process = Command::new(tool("SO_TAY_CHROMEDRIVER"))
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let says = process.stdout.take().map(BufReader::new);
        let mut driver = Self {
            process,
            port: 0,
            says,
        };
        // The first line says "on port 0"; the one that counts comes when it listens.
        while driver.port == 0 {
            let mut line = String::new();
            let read = driver.says.as_mut().map(|says| says.read_line(&mut line));
            assert!(
                matches!(read, Some(Ok(1..))),
                "chromedriver ended before it named its port"
            );
            if let Some((_, port)) = line.trim().trim_end_matches('.').rsplit_once("on port ") {
                driver.port = port.parse().unwrap_or(0);
            }
        }
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
