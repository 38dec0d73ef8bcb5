//! The person who holds the phone: what they do, what they see, and what they take away.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::WindowHandle;

use super::browser::{Browser, HEIGHT, PATIENCE, PC, Settings, WIDTH, until};
use super::find::{self, Found, Target, plain};
use super::server::Site;
use super::watch::Watch;
use super::{axe, clock, engine, output, typing};

pub struct Person {
    pub browser: Browser,
    /// The host the page came from.
    pub site: Site,
    pub watch: Watch,
    /// How long to wait for what should come at once.
    pub patience: Duration,
    tabs: Vec<WindowHandle>,
    address: String,
}

/// What the phone's share sheet is like.
#[derive(Clone, Copy)]
pub enum Share {
    /// There is none, as on a PC: where every story starts.
    Absent,
    /// Takes any file, as Safari does.
    TakesAll,
    /// Refuses `.json` and takes `.txt`.
    LikeChrome,
    /// The person closes it again.
    ChangesMind,
    /// It breaks.
    Fails,
}

/// A file that left the page.
#[derive(Clone, Debug)]
pub struct LeftFile {
    pub name: String,
    pub text: String,
}

impl LeftFile {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{} is no JSON: {error}", self.name))
    }
}

// How it begins and ends
impl Person {
    pub(super) fn new(files: &Path, now: i64) -> Self {
        let settings = Settings {
            now,
            share: "absent",
            dark: false,
            size: (WIDTH, HEIGHT),
            user_agent: None,
        };
        let engine = engine::engine();
        let site = Site::open(files, engine.needs_the_host());
        Self {
            browser: Browser::start(engine, settings, site.origin()),
            site,
            watch: Watch::default(),
            patience: PATIENCE,
            tabs: Vec::new(),
            address: String::new(),
        }
    }

    /// The end of every story: the phone is put away, and nothing forbidden has happened.
    pub(super) fn leaves(mut self) {
        if self.browser.is_open() {
            self.watch.listens(&self.browser, &self.site);
            self.browser.close();
        }
        let complaints = self.watch.complaints(&self.browser, &self.site.origin());
        assert!(
            complaints.is_empty(),
            "the story went well, but:\n{}",
            complaints.join("\n")
        );
    }

    /// After a failure: a picture and the text of the page in target/e2e/failures/. `number`: whose,
    /// in a story of several people.
    pub(super) fn leaves_traces(&mut self, number: usize) {
        if !self.browser.is_open() {
            return;
        }
        let thread = std::thread::current();
        let mut name = thread.name().unwrap_or("story").replace("::", "-");
        if number > 0 {
            name = format!("{name}-{number}");
        }
        let folder = output("e2e").join("failures");
        let _ = std::fs::create_dir_all(&folder);
        let _ = std::fs::write(folder.join(format!("{name}.png")), self.browser.picture());
        self.watch.listens(&self.browser, &self.site);
        let told = format!(
            "{}\n\nwatched: {}\n\nkept: {:#}\n",
            self.page(),
            self.watch,
            self.stored()
        );
        let _ = std::fs::write(folder.join(format!("{name}.txt")), told);
        eprintln!("{}: see {name}.png and {name}.txt", folder.display());
    }

    fn page(&self) -> String {
        let said = self
            .browser
            .try_js("location.href + ' · ' + document.title + '\\n' + document.body?.innerText");
        said.map_or_else(
            |error| error,
            |text| text.as_str().unwrap_or_default().to_owned(),
        )
    }

    /// Waits for `attempt`; when it never comes, fails with what is on the page instead.
    #[track_caller]
    pub fn until<T>(&self, hopes: &str, attempt: impl FnMut() -> Result<T, String>) -> T {
        until(self.patience, attempt)
            .unwrap_or_else(|why| panic!("{hopes}: {why}\n--- on the page ---\n{}", self.page()))
    }
}

// Going places
impl Person {
    /// Opens the page at a route: "", "#/dang-ky" …
    #[track_caller]
    pub fn opens(&mut self, route: &str) {
        self.address = self.site.address(route);
        self.browser.goes(&self.address);
    }

    #[track_caller]
    pub fn reloads(&self) {
        self.browser.engine.reload(&self.browser);
    }

    #[track_caller]
    pub fn goes_back(&self) {
        self.browser.run("back", async |driver| driver.back().await);
    }

    /// Waits until the address ends in this route.
    #[track_caller]
    pub fn is_at(&self, route: &str) {
        self.until(&format!("to be at {route}"), || {
            let hash = self.browser.try_js("location.hash")?;
            if hash == route {
                Ok(())
            } else {
                Err(format!("the address says {hash}"))
            }
        });
    }

    /// A second tab on the same phone; the person looks at it from now on.
    #[track_caller]
    pub fn opens_second_tab(&mut self, route: &str) {
        let first = (self.browser).run("this tab", async |driver| driver.window().await);
        self.tabs = vec![first];
        self.opens_another_tab(route);
    }

    /// One more tab beside those that are open.
    #[track_caller]
    pub fn opens_another_tab(&mut self, route: &str) {
        self.tabs.push(self.browser.engine.opens_tab(&self.browser));
        self.browser.dress_tab();
        self.opens(route);
    }

    /// Looks at the first (0), the second (1) tab …
    #[track_caller]
    pub fn looks_at_tab(&mut self, number: usize) {
        let tab = self.tabs[number].clone();
        self.browser.run("another tab", async |driver| {
            driver.switch_to_window(tab.clone()).await
        });
        self.browser.engine.shows_tab(&self.browser);
        self.browser.apply(|_| {});
    }

    /// Closes the browser as people do; everything it was asked to keep is on the disk afterwards.
    #[track_caller]
    pub fn closes_everything(&mut self) {
        self.watch.listens(&self.browser, &self.site);
        self.browser.close();
    }

    /// The browser is killed in the middle of what it does.
    #[track_caller]
    pub fn battery_dies(&mut self) {
        self.watch.listens(&self.browser, &self.site);
        self.browser.dies();
    }

    /// Takes up the same phone again, at the address last opened.
    #[track_caller]
    pub fn comes_back(&mut self) {
        self.browser.reopen();
        self.browser.goes(&self.address);
    }

    /// The host is out of reach, as without signal.
    pub fn loses_signal(&mut self) {
        self.site.goes_away();
    }

    pub fn finds_signal(&mut self) {
        self.site.comes_back();
    }

    /// Waits until the page has made itself independent of the network.
    #[track_caller]
    pub fn can_go_offline(&self) {
        self.until("to be ready for offline", || {
            let state = self.browser.try_js(
                "navigator.serviceWorker.getRegistration().then(r => r?.active?.state ?? 'no active service worker')",
            )?;
            if state == "activated" { Ok(()) } else { Err(state.to_string()) }
        });
    }
}

// The phone
impl Person {
    /// It is now this moment ("2026-12-05 19:30"), in the open page and from here on.
    #[track_caller]
    pub fn waits_until(&mut self, now: &str) {
        let now = clock::moment(now);
        self.browser.apply(|phone| phone.now = now);
    }

    pub fn shares(&mut self, share: Share) {
        self.browser.apply(|phone| {
            phone.share = match share {
                Share::Absent => "absent",
                Share::TakesAll => "takes-all",
                Share::LikeChrome => "like-chrome",
                Share::ChangesMind => "changes-mind",
                Share::Fails => "fails",
            }
        });
    }

    /// At a PC instead, with its mouse as good as a finger.
    pub fn sits_at_a_pc(&mut self) {
        self.browser.apply(|phone| phone.size = PC);
        self.browser.fits();
    }

    pub fn prefers_dark(&mut self, dark: bool) {
        self.browser.apply(|phone| phone.dark = dark);
    }

    /// Another browser by its name for itself, such as Zalo's own.
    pub fn uses(&mut self, user_agent: &str) {
        self.browser
            .apply(|phone| phone.user_agent = Some(user_agent.to_owned()));
    }
}

// Seeing
impl Person {
    /// Waits until this text is on the page. Letter case doesn't count, since a style may change it.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        self.until(&format!("to see “{text}”"), || {
            if self.reads()?.contains(&plain(text).to_lowercase()) {
                Ok(())
            } else {
                Err("it isn't there".into())
            }
        });
    }

    /// Waits until this text is no longer on the page.
    #[track_caller]
    pub fn sees_no(&self, text: &str) {
        self.until(&format!("not to see “{text}”"), || {
            if self.reads()?.contains(&plain(text).to_lowercase()) {
                Err("it is there".into())
            } else {
                Ok(())
            }
        });
    }

    fn reads(&self) -> Result<String, String> {
        let text = self.browser.try_js("document.body.innerText")?;
        Ok(plain(text.as_str().unwrap_or_default()).to_lowercase())
    }

    /// Waits for one thing of this name (and role, and place).
    #[track_caller]
    pub fn finds(&self, target: impl Into<Target>) -> Found {
        let target = target.into();
        self.until(&format!("to find {target:?}"), || {
            find::find(&self.browser, &target)
        })
    }

    /// Waits until a thing is marked so: ("checked", "true"), ("disabled", "true"), ("invalid", "true") …
    #[track_caller]
    pub fn finds_marked(&self, target: impl Into<Target>, property: &str, wanted: &str) {
        let target = target.into();
        self.until(
            &format!("{target:?} to be {property}={wanted}"),
            || match find::find(&self.browser, &target)?.property(property) {
                Some(value) if value == wanted => Ok(()),
                other => Err(format!("it is {other:?}")),
            },
        );
    }

    /// What stands in a field, to the last code point.
    #[track_caller]
    pub fn reads_field(&self, label: impl Into<Target>) -> String {
        let found = self.finds(label.into().among_fields());
        let value = self
            .browser
            .call_on(&found.object, "function () { return this.value }", &[]);
        value
            .expect("a field has a value")
            .as_str()
            .expect("text")
            .to_owned()
    }

    /// Waits until exactly this stands in a field.
    #[track_caller]
    pub fn sees_in(&self, label: impl Into<Target>, text: &str) {
        let target = label.into().among_fields();
        self.until(&format!("{target:?} to hold “{text}”"), || {
            let found = find::find(&self.browser, &target)?;
            let value =
                self.browser
                    .call_on(&found.object, "function () { return this.value }", &[])?;
            if value == text {
                Ok(())
            } else {
                Err(format!("it holds {value}"))
            }
        });
    }

    /// Waits until a JavaScript expression is true; for what can't be seen.
    #[track_caller]
    pub fn trusts(&self, expression: &str) {
        self.until(expression, || match self.browser.try_js(expression)? {
            Value::Bool(true) => Ok(()),
            other => Err(format!("it is {other}")),
        });
    }

    /// Everything in localStorage, key by key.
    pub fn stored(&self) -> Value {
        self.browser
            .try_js("({ ...localStorage })")
            .unwrap_or_default()
    }

    /// What the page keeps on the phone besides localStorage: caches and service workers.
    pub fn offline_parts(&self) -> Value {
        self.browser.js(
            "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
                .then(([caches, workers]) => [...caches, ...workers.map(worker => worker.scope)])",
        )
    }

    /// What axe-core finds wrong with the screen.
    pub fn barriers(&self) -> Vec<String> {
        axe::barriers(&self.browser)
    }

    #[track_caller]
    pub fn meets_no_barrier(&self) {
        let barriers = self.barriers();
        assert!(barriers.is_empty(), "axe finds:\n{}", barriers.join("\n"));
    }

    /// Writes target/screens/`name`.png: what the phone or the PC shows.
    pub fn takes_picture(&self, name: &str) {
        std::fs::write(
            output("screens").join(format!("{name}.png")),
            self.browser.picture(),
        )
        .expect("a picture");
    }

    /// A paper as it was printed, beside the pictures.
    pub fn keeps_paper(&self, name: &str, pdf: &[u8]) {
        std::fs::write(output("screens").join(format!("{name}.pdf")), pdf).expect("a paper");
    }

    /// The same with the whole page, however long.
    pub fn takes_long_picture(&self, name: &str) {
        let height = self
            .browser
            .js("Math.ceil(document.documentElement.scrollHeight)")
            .as_u64();
        let height = height
            .and_then(|height| u32::try_from(height).ok())
            .unwrap_or_default()
            .max(self.browser.height());
        self.browser.grows(height);
        self.takes_picture(name);
        self.browser.fits();
    }
}

// Doing
impl Person {
    /// Taps with a finger: scrolls there, waits until it stands still and nothing covers it.
    #[track_caller]
    pub fn taps(&self, target: impl Into<Target>) {
        let target = target.into();
        self.until(&format!("to tap {target:?}"), || {
            let found = find::find(&self.browser, &target)?;
            if found.property("disabled").as_deref() == Some("true") {
                return Err("it is disabled".to_owned());
            }
            self.touch(&found)
        });
    }

    fn touch(&self, found: &Found) -> Result<(), String> {
        let spot = self.browser.call_on(&found.object, WHERE_TO_TOUCH, &[])?;
        let (Some(x), Some(y)) = (spot["x"].as_f64(), spot["y"].as_f64()) else {
            return Err(format!("a finger can't reach it: {spot}"));
        };
        self.browser.engine.touch(&self.browser, x, y)
    }

    /// Puts the cursor behind what stands in a field.
    #[track_caller]
    fn enters(&self, label: impl Into<Target>) -> Found {
        let target = label.into().among_fields();
        self.taps(&target);
        let mut tapped = Instant::now();
        self.until(&format!("the cursor to be in {target:?}"), || {
            let found = find::find(&self.browser, &target)?;
            // Another tab's words may come in just then: who sees no cursor taps once more.
            if tapped.elapsed() > Duration::from_secs(1) {
                tapped = Instant::now();
                self.touch(&found)?;
            }
            let inside = self.browser.call_on(
                &found.object,
                "function () {
                    if (document.activeElement !== this) return false;
                    this.setSelectionRange?.(this.value.length, this.value.length);
                    return true;
                }",
                &[],
            )?;
            if inside == true {
                Ok(found)
            } else {
                let where_ = "[document.activeElement?.id || document.activeElement?.tagName, document.hasFocus()].join()";
                Err(format!("it is elsewhere: {}", self.browser.try_js(where_)?))
            }
        })
    }

    /// Replaces what stands in a field, at once.
    #[track_caller]
    pub fn fills(&self, label: impl Into<Target>, text: &str) {
        let found = self.enters(label);
        self.browser
            .call_on(&found.object, "function () { this.select() }", &[])
            .expect("a field");
        if text.is_empty() {
            self.presses("Backspace");
        } else {
            self.browser.engine.insert(&self.browser, text);
        }
    }

    /// Adds to a field key by key.
    #[track_caller]
    pub fn types(&self, label: impl Into<Target>, text: &str) {
        self.enters(label);
        self.browser.engine.keys(&self.browser, text);
    }

    /// Adds to a field as most Vietnamese phone keyboards do.
    #[track_caller]
    pub fn composes(&self, label: impl Into<Target>, text: &str) {
        self.enters(label);
        typing::compose(&self.browser, text);
    }

    /// Adds to a field as Telex programs do, by Backspace and retyping.
    #[track_caller]
    pub fn retypes(&self, label: impl Into<Target>, text: &str) {
        self.enters(label);
        typing::retype(&self.browser, text);
    }

    /// Presses a key where the cursor is: "Backspace", "Enter", "Tab", "Escape", "Space", "Delete", "End"
    /// or an arrow.
    #[track_caller]
    pub fn presses(&self, key: &str) {
        self.browser.engine.press(&self.browser, key);
    }

    /// Chooses an option by its text in a list that the phone draws itself (`<select>`).
    #[track_caller]
    pub fn picks(&self, label: impl Into<Target>, option: &str) {
        let found = self.finds(label.into().among_fields());
        let picked = self.browser.call_on(
            &found.object,
            "function (wanted) {
                const option = [...this.options].find(option => option.text.trim() === wanted);
                if (!option) return [...this.options].map(option => option.text).join(', ');
                this.value = option.value;
                this.dispatchEvent(new Event('input', { bubbles: true }));
                this.dispatchEvent(new Event('change', { bubbles: true }));
                return true;
            }",
            &[option.into()],
        );
        assert_eq!(picked, Ok(Value::Bool(true)), "no option “{option}”");
    }

    /// Sets a date or month field, whose calendar the phone draws itself: "2026-11-30", "2026-11".
    #[track_caller]
    pub fn dates(&self, label: impl Into<Target>, date: &str) {
        let found = self.finds(label.into().among_fields());
        let set = self.browser.call_on(
            &found.object,
            "function (date) {
                this.focus();
                this.value = date;
                this.dispatchEvent(new Event('input', { bubbles: true }));
                this.dispatchEvent(new Event('change', { bubbles: true }));
                return this.value;
            }",
            &[date.into()],
        );
        assert_eq!(
            set,
            Ok(Value::String(date.to_owned())),
            "the field takes the date"
        );
    }

    /// Taps what opens the phone's file picker, and picks these files in it.
    #[track_caller]
    pub fn chooses_files(&self, target: impl Into<Target>, files: &[&Path]) {
        // The page may just be coming.
        self.trusts("(__phone.picker = null) === null");
        self.taps(target);
        self.trusts("__phone.picker !== null");
        self.browser.engine.picks_files(&self.browser, files);
    }
}

// Taking away
impl Person {
    /// Drags files from the PC's folder into the middle of the page.
    #[track_caller]
    pub fn drops_files(&self, files: &[PathBuf]) {
        let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
        self.browser.engine.drops_files(&self.browser, &files);
    }

    /// A file on the phone that a story hands to the page.
    pub fn has_file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.browser.profile().with_file_name(name);
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// Waits for one complete download and takes it out of the folder.
    #[track_caller]
    pub fn takes_download(&self) -> LeftFile {
        let (name, bytes) = self.takes_file();
        LeftFile {
            name,
            text: String::from_utf8(bytes).expect("a download is text"),
        }
    }

    /// The same of a file that is no text.
    #[track_caller]
    pub fn takes_file(&self) -> (String, Vec<u8>) {
        let mut seen = 0;
        let path = self.until("a download", || {
            let folder =
                std::fs::read_dir(self.browser.downloads()).map_err(|error| error.to_string())?;
            let files: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
            match files.as_slice() {
                [file] if is_whole(file, &mut seen) => Ok(file.clone()),
                other => Err(format!("the folder holds {other:?}")),
            }
        });
        let bytes = std::fs::read(&path).expect("a download can be read");
        std::fs::remove_file(&path).expect("the download can be taken");
        let name = path.file_name().expect("a name").to_string_lossy();
        (name.into_owned(), bytes)
    }

    /// The text that a printer would get of this screen.
    #[track_caller]
    pub fn prints(&mut self) -> String {
        let text = self.browser.engine.paper(&self.browser);
        text.as_str().expect("text").to_owned()
    }

    #[track_caller]
    pub fn reads_clipboard(&self) -> String {
        let text = (self.browser.engine).clipboard(&self.browser, &self.site.origin());
        text.as_str().expect("text").to_owned()
    }

    /// From the next page on, this runs before the page's own scripts.
    pub fn is_haunted_by(&self, script: &str) {
        if !self.browser.engine.haunts(&self.browser, script) {
            self.site.haunts(script);
        }
    }

    /// Waits until something went through the share sheet, and takes its only file.
    #[track_caller]
    pub fn takes_shared_file(&self) -> LeftFile {
        self.trusts("__phone.shared.length > 0");
        let shared = self.browser.js("__phone.shared.splice(0)");
        let files: Vec<&Value> = shared
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|s| s["files"].as_array())
            .flatten()
            .collect();
        let [file] = files.as_slice() else {
            panic!("one file was to be shared, not {shared:#}")
        };
        let part = |name: &str| file[name].as_str().expect("text").to_owned();
        LeftFile {
            name: part("name"),
            text: part("text"),
        }
    }
}

/// Whether a download has come to its end: an engine's own ending is taken off, or what is written in its
/// place has not grown since it was looked at before.
fn is_whole(file: &Path, seen: &mut u64) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let unfinished = matches!(ending, Some("crdownload" | "part" | "wkdownload"));
    let length = std::fs::metadata(file).map_or(0, |file| file.len());
    let before = std::mem::replace(seen, length);
    !unfinished && length > 0 && length == before
}

/// Runs on an element: the middle of it or of its label, when a finger would reach it there.
const WHERE_TO_TOUCH: &str = "async function () {
    const element = this.nodeType === Node.ELEMENT_NODE ? this : this.parentElement;
    const owners = [element, ...(element.labels ?? [])];
    // A field that has just taken the focus comes into sight some frames later.
    const moment = () => new Promise(next => setTimeout(next, 70));
    let covered = 'it has no size';
    const reach = owner => {
        const box = [...owner.getClientRects()].find(box => box.width > 0 && box.height > 0);
        if (!box) return null;
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        const top = document.elementFromPoint(x, y);
        if (top && owners.some(owner => owner.contains(top))) return { x, y };
        covered = top ? 'under ' + top.outerHTML.slice(0, 120) : 'outside the screen';
        return null;
    };
    for (const block of [null, 'center', 'start', 'end']) {
        for (const owner of owners) {
            if (block) owner.scrollIntoView({ block, behavior: 'instant' });
            const before = reach(owner);
            if (!before) continue;
            await moment();
            const after = reach(owner);
            if (after && after.x === before.x && after.y === before.y) return after;
            covered = 'it moves';
        }
    }
    return covered;
}";
