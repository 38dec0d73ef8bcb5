//! One browser with its own driver and its own profile. The profile outlives the browser, so that a
//! story can close everything and come back.

use std::future::Future;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverResult;
use tokio::runtime::Runtime;

use super::engine::Engine;
use super::find::Node;
use super::phone;

/// How long a story waits for what should come at once; generous, because two stories and a
/// build may share two cores.
pub const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(40);

/// What a phone is in these tests: a small Android one, at the size the design starts from.
pub const WIDTH: u32 = 360;
pub const HEIGHT: u32 = 740;

/// And the PC in an office.
pub const PC: (u32, u32) = (1280, 900);

pub struct Browser {
    // In the order of dropping: the session first, then its driver, then the files.
    driver: Option<WebDriver>,
    runtime: Runtime,
    process: Driver,
    dir: TempDir,
    pub engine: &'static dyn Engine,
    pub settings: Settings,
    /// The host that the stories' pages come from.
    pub origin: String,
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
    /// What phone.js is told.
    pub fn told(&self) -> Value {
        json!({ "now": self.now, "share": self.share, "userAgent": self.user_agent })
    }

    /// phone.js and what it is told.
    pub fn script(&self) -> String {
        format!("{}({})", phone::SCRIPT.trim_end(), self.told())
    }
}

impl Browser {
    pub fn start(engine: &'static dyn Engine, settings: Settings, origin: String) -> Self {
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
            process: Driver::start(engine, dir.path()),
            dir,
            engine,
            settings,
            origin,
            starts: 0,
        };
        browser.reopen();
        browser
    }

    /// Starts the browser on the profile, with one empty tab.
    pub fn reopen(&mut self) {
        assert!(self.driver.is_none(), "the browser is open already");
        self.starts += 1;
        let wants = self.engine.capabilities(self);
        let address = format!("http://127.0.0.1:{}", self.process.port);
        let driver = self.wait(WebDriver::new(address, wants));
        self.driver = Some(driver.expect("the browser starts"));
        self.dress_tab();
    }

    /// Whether it has been started for the first time.
    pub fn is_new(&self) -> bool {
        self.starts == 1
    }

    /// Makes the current tab a phone.
    pub fn dress_tab(&mut self) {
        self.engine.dress(self);
    }

    /// Changes what the story decides, in the open page and in every page after it.
    pub fn apply(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        self.engine.apply(self);
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
        self.engine.resize(self, width, height);
    }

    pub fn height(&self) -> u32 {
        self.settings.size.1
    }

    /// Closes it as a person does, and waits until it is gone.
    pub fn close(&mut self) {
        self.end(false);
    }

    /// It dies at once: what isn't on disk by now is lost.
    pub fn dies(&mut self) {
        self.end(true);
    }

    fn end(&mut self, at_once: bool) {
        if self.is_open() {
            self.engine.end(self, at_once);
        }
    }

    /// Ends the session, which closes the browser.
    pub fn quit(&mut self) {
        if let Some(driver) = self.driver.take() {
            self.wait(driver.quit()).expect("the browser closes");
        }
    }

    /// Waits until the browser's process is gone, and lets the driver know.
    #[track_caller]
    pub fn has_ended(&mut self, process: Option<&Path>) {
        let deadline = Instant::now() + PATIENCE;
        while process.is_some_and(running) {
            assert!(Instant::now() < deadline, "the browser did not end");
            std::thread::sleep(POLL);
        }
        if let Some(driver) = self.driver.take() {
            let _ = self.wait(driver.clone().quit());
            let _ = driver.leak();
        }
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

    /// Chromium's own record of every request, one file for each time it was started; other engines
    /// keep none.
    pub fn net_logs(&self) -> Vec<PathBuf> {
        let starts = 1..=self.starts;
        let logs = starts.map(|start| self.dir.path().join(format!("net-{start}.json")));
        logs.filter(|log| log.exists()).collect()
    }

    /// Where this start's record goes.
    pub fn net_log(&self) -> PathBuf {
        self.dir.path().join(format!("net-{}.json", self.starts))
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

    #[track_caller]
    pub fn goes(&self, address: &str) {
        self.engine.goes(self, address);
    }

    /// A command of the driver's, by its path and its words.
    pub fn asks(&self, command: &'static str, words: Value) -> Result<Value, String> {
        let driver = self.driver();
        let command = Command::ExtensionCommand(Box::new(Asked { command, words }));
        let answer = self.wait(async { driver.cmd(command).await?.value_json() });
        answer.map_err(|error| format!("{error}"))
    }

    /// The number of the browser's process, as its driver knows it.
    pub fn process(&self) -> String {
        let capabilities = self.driver().capabilities();
        capabilities
            .get("moz:processID")
            .map(Value::to_string)
            .expect("a process")
    }

    pub fn try_cdp(&self, method: &str, params: Value) -> Result<Value, String> {
        self.engine.cdp(self, method, params)
    }

    /// Chromium's own protocol.
    pub fn speaks_cdp(&self, method: &str, params: Value) -> Result<Value, String> {
        let driver = self.driver();
        self.wait(driver.cdp().send_raw(method, params))
            .map_err(|error| format!("{method}: {error}"))
    }

    #[track_caller]
    pub fn cdp(&self, method: &str, params: Value) -> Value {
        self.try_cdp(method, params)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// The value of a JavaScript expression, awaited when it is a promise.
    pub fn try_js(&self, expression: &str) -> Result<Value, String> {
        self.engine.js(self, expression)
    }

    #[track_caller]
    pub fn js(&self, expression: &str) -> Value {
        self.try_js(expression)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Calls a JavaScript function on a thing that was found.
    pub fn call_on(&self, thing: &str, function: &str, args: &[Value]) -> Result<Value, String> {
        self.engine.call_on(self, thing, function, args)
    }

    /// What a screen reader would name, those of these roles at least.
    pub fn nodes(&self, roles: &[&str]) -> Result<Vec<Node>, String> {
        self.engine.nodes(self, roles)
    }

    pub fn handle(&self, node: &Node) -> Result<String, String> {
        self.engine.handle(self, node)
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

/// Whether the process lives; one that has ended but isn't reaped yet doesn't.
fn running(process: &Path) -> bool {
    std::fs::read_to_string(process.join("stat")).is_ok_and(|stat| {
        !stat
            .rsplit(')')
            .next()
            .is_some_and(|rest| rest.trim_start().starts_with('Z'))
    })
}

#[derive(Debug)]
struct Asked {
    command: &'static str,
    words: Value,
}

impl ExtensionCommand for Asked {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.words.clone())
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        self.command.into()
    }
}

struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(engine: &dyn Engine, folder: &Path) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|one| one.local_addr());
        let port = free.expect("a free port").port();
        let process = (engine
            .driver(port, folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null()))
        .spawn()
        .expect("the driver starts");
        let listens = until(PATIENCE, || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string())
        });
        listens.expect("the driver listens");
        Self { process, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
