//! The rules of the house, read off the sources: what each room may name, and what none may do.
//! Comments and tests inside the sources are not looked at. Each check is shown a source that
//! breaks its rule, so that a check that sees nothing is noticed.

use std::fs;
use std::path::{Path, PathBuf};

/// A source: where it is from the crate's root with `/` between, its code with comments, texts and
/// test modules blanked out, and the texts it spells.
struct Source {
    path: String,
    lines: usize,
    code: String,
    texts: Vec<String>,
}

impl Source {
    fn new(path: &str, source: &str) -> Self {
        let (code, texts) = split(&without_tests(source));
        Self {
            path: path.to_owned(),
            lines: source.lines().count(),
            code,
            texts,
        }
    }

    fn is_in(&self, rooms: &[&str]) -> bool {
        rooms.iter().any(|room| self.path.starts_with(room))
    }

    /// Whether the code names it, as a word of its own.
    fn names(&self, name: &str) -> bool {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        self.code.match_indices(name).any(|(at, _)| {
            let before = self.code[..at].chars().next_back();
            let after = self.code[at + name.len()..].chars().next();
            !before.is_some_and(part) && !after.is_some_and(part)
        })
    }
}

type Check = fn(&Source) -> Vec<String>;

const BROWSER: [&str; 6] = [
    "web_sys",
    "js_sys",
    "gloo_storage",
    "gloo",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

/// Rules and files are pure: they run, and are tested, without a browser.
fn pure_rooms_name_no_browser(source: &Source) -> Vec<String> {
    let rooms = [
        "src/domain/",
        "src/exchange/",
        "src/json/",
        "src/lock/",
        "src/domain.rs",
        "src/exchange.rs",
    ];
    if !source.is_in(&rooms) {
        return Vec::new();
    }
    let names = BROWSER.into_iter().chain(["leptos", "storage"]);
    names
        .filter(|name| source.names(name))
        .map(|name| format!("names {name}"))
        .collect()
}

/// `leptos::web_sys` is the browser too; `leptos::ev` and its event types are not.
fn only_two_rooms_call_the_browser(source: &Source) -> Vec<String> {
    if source.is_in(&["src/browser/", "src/storage/"]) {
        return Vec::new();
    }
    let names = ["web_sys", "js_sys", "gloo_storage", "gloo"].into_iter();
    names
        .filter(|name| source.names(name))
        .map(|name| format!("names {name}"))
        .collect()
}

/// In the storage, one file calls the browser, so that the rest is tested natively.
fn in_the_storage_one_file_calls_the_browser(source: &Source) -> Vec<String> {
    if !source.is_in(&["src/storage/"]) || source.path == "src/storage/local.rs" {
        return Vec::new();
    }
    let names = BROWSER.into_iter().chain(["leptos"]);
    names
        .filter(|name| source.names(name))
        .map(|name| format!("names {name}"))
        .collect()
}

/// The formats of files (`so-tay/pack` …) are spelled in `exchange`.
fn only_one_file_spells_keys(source: &Source) -> Vec<String> {
    if source.path == "src/storage/keys.rs" || source.is_in(&["src/exchange/"]) {
        return Vec::new();
    }
    let keys = source.texts.iter().filter(|text| text.contains("so-tay/"));
    keys.map(|key| format!("spells {key:?}")).collect()
}

/// The page is built without what `{:?}` writes: there it comes to nothing.
fn nothing_is_told_by_debug(source: &Source) -> Vec<String> {
    // Not on the page.
    if source.path == "src/json/by_serde.rs" {
        return Vec::new();
    }
    let told = source.texts.iter().filter(|text| text.contains(":?}"));
    told.map(|text| format!("writes {text:?}")).collect()
}

fn files_are_short(source: &Source) -> Vec<String> {
    if source.lines <= 400 {
        Vec::new()
    } else {
        vec![format!("{} lines", source.lines)]
    }
}

/// Calls that can't fail, and say why. Nothing else may end the page in the person's face.
const CANNOT_FAIL: [(&str, &str); 4] = [
    ("src/one.rs", "the root has put it there"),
    ("src/signal.rs", "a signal lives as long as its readers"),
    ("src/signal.rs", "a signal holds what it was made with"),
    ("src/browser/dom.rs", "a plain name makes an element"),
];

fn nothing_panics(source: &Source) -> Vec<String> {
    let mut code = source.code.replace(char::is_whitespace, "");
    for (path, why) in CANNOT_FAIL {
        if source.path == path {
            let said = source.texts.iter().filter(|text| *text == why).count();
            code = code.replacen(".expect(", "", said);
        }
    }
    [
        ".unwrap()",
        ".expect(",
        ".unwrap_err()",
        ".expect_err(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
    ]
    .into_iter()
    .filter(|call| code.contains(call))
    .map(|call| format!("calls {call}"))
    .collect()
}

/// Text of files and of people stays text: elements are made one by one, their words as text nodes.
fn nothing_makes_markup_of_text(source: &Source) -> Vec<String> {
    let calls = [
        "inner_html",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "create_contextual_fragment",
        "eval",
    ];
    let calls = calls.into_iter().filter(|call| source.names(call));
    let texts = source.texts.iter().filter(|text| {
        let name = text.to_ascii_lowercase();
        ["innerhtml", "outerhtml", "insertadjacenthtml", "srcdoc"].contains(&name.as_str())
    });
    calls
        .map(str::to_owned)
        .chain(texts.cloned())
        .map(|call| format!("makes markup: {call}"))
        .collect()
}

/// Each check with a source that breaks it and one that doesn't.
const CHECKS: [(Check, [(&str, &str); 2]); 8] = [
    (
        pure_rooms_name_no_browser,
        [
            ("src/domain/a.rs", "use leptos::prelude::*;"),
            ("src/domain/a.rs", "/// never leptos\nlet a = \"leptos\";"),
        ],
    ),
    (
        only_two_rooms_call_the_browser,
        [
            ("src/ui/a.rs", "fn a(e: leptos::web_sys::Event) {}"),
            ("src/ui/a.rs", "fn a(e: leptos::ev::Event) { my_web_sys() }"),
        ],
    ),
    (
        in_the_storage_one_file_calls_the_browser,
        [
            ("src/storage/save.rs", "use web_sys::Storage;"),
            ("src/storage/local.rs", "use web_sys::Storage;"),
        ],
    ),
    (
        only_one_file_spells_keys,
        [
            ("src/app.rs", "let a = r#\"so-tay/x\"#;"),
            ("src/app.rs", "let a = \"so-tay_x\"; // \"so-tay/x\""),
        ],
    ),
    (
        nothing_makes_markup_of_text,
        [
            ("src/browser/a.rs", "Reflect::set(&el, \"innerHTML\", text)"),
            ("src/browser/a.rs", "el.set_text_content(text)"),
        ],
    ),
    (
        nothing_is_told_by_debug,
        [
            ("src/data/a.rs", "fn a() { format!(\"{away:?}\") }"),
            ("src/data/a.rs", "fn a() { format!(\"{away}\") } // {a:?}"),
        ],
    ),
    (
        files_are_short,
        [("src/a.rs", LONG), ("src/a.rs", "//! Short.")],
    ),
    (
        nothing_panics,
        [
            (
                "src/a.rs",
                "#[cfg(test)]\nuse c;\n#[cfg(test)]\nmod d {\n}\nfn a() { b\n    .unwrap() }",
            ),
            (
                "src/a.rs",
                "fn a() { b.unwrap_or(1) }\n#[cfg(test)]\nmod tests {\n    use c;\n    d.unwrap()\n}",
            ),
        ],
    ),
];

const LONG: &str = match str::from_utf8(&[b'\n'; 401]) {
    Ok(lines) => lines,
    Err(_) => "",
};

#[test]
fn the_sources_keep_the_rules_of_the_house() {
    let sources = sources();
    assert!(sources.len() > 20, "the sources were found");
    let mut broken = Vec::new();
    for (check, _) in CHECKS {
        for source in &sources {
            let found = check(source).into_iter();
            broken.extend(found.map(|what| format!("{} {what}", source.path)));
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn each_check_can_fail() {
    for (number, (check, [(path, bad), (other, good)])) in CHECKS.into_iter().enumerate() {
        assert!(!check(&Source::new(path, bad)).is_empty(), "check {number}");
        let found = check(&Source::new(other, good));
        assert!(found.is_empty(), "check {number}: {found:?}");
    }
}

#[test]
fn the_exceptions_are_still_needed() {
    let sources = sources();
    for (path, why) in CANNOT_FAIL {
        let source = sources.iter().find(|source| source.path == path);
        let spelled = source.is_some_and(|source| source.texts.iter().any(|text| text == why));
        assert!(
            spelled,
            "{path} no longer says {why:?}: take it off the list"
        );
    }
}

#[test]
fn comments_texts_and_letters_are_told_apart() {
    let (code, texts) = split(concat!(
        "a /* \"no\" /* nested */ */ b // \"no\"\n",
        "'\"' '\\'' 'static \"yes \\\" // still\" r##\"raw \"# too\"## b\"bytes\" end"
    ));
    assert_eq!(texts, ["yes \\\" // still", "raw \"# too", "bytes"]);
    for word in ["a", "b", "static", "end"] {
        assert!(code.contains(word), "{code}");
    }
    assert!(!code.contains("no") && !code.contains("still"));
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(root).expect("under the root");
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            let source = fs::read_to_string(file).expect("a readable source");
            Source::new(&parts.join("/"), &source)
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Without the modules that are compiled for tests only. They are formatted, so that each ends with
/// a brace as far in as its attribute.
fn without_tests(source: &str) -> String {
    let mut kept = String::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let end = format!("{indent}}}");
        let mut item = lines
            .by_ref()
            .skip_while(|line| line.trim().starts_with("#["));
        let whole = item.next().is_none_or(|line| line.ends_with([';', '}']));
        if !whole {
            let _ = lines.find(|line| *line == end);
        }
    }
    kept
}

/// The code with comments and texts blanked out, and the texts as they are spelled.
fn split(source: &str) -> (String, Vec<String>) {
    let (mut code, mut texts) = (String::new(), Vec::new());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some((length, text)) = text(rest, code.chars().next_back()) {
            texts.push(text.to_owned());
            length
        } else if first == '\'' {
            letter(rest)
        } else {
            0
        };
        if skipped == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    (code, texts)
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// A text, raw or not, at the beginning: its length with quotes, and what it spells.
fn text(rest: &str, before: Option<char>) -> Option<(usize, &str)> {
    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') && !rest.starts_with('"') {
        return None;
    }
    let bare = rest.strip_prefix(['b', 'c']).unwrap_or(rest);
    let raw = bare.strip_prefix('r');
    let hashes = raw.map_or(0, |raw| raw.len() - raw.trim_start_matches('#').len());
    let body = raw.map_or(bare, |raw| &raw[hashes..]).strip_prefix('"')?;
    let start = rest.len() - body.len();
    let length = if raw.is_some() {
        body.find(&format!("\"{}", "#".repeat(hashes)))?
    } else {
        let mut escaped = false;
        body.find(|c| {
            let end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            end
        })?
    };
    Some((start + length + 1 + hashes, &body[..length]))
}

/// A letter (`'a'`, `'\''`), or 0 for a lifetime.
fn letter(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            let after = chars.nth(1).map_or(rest.len(), |(at, _)| at);
            rest[after..].find('\'').map_or(0, |end| after + end + 1)
        }
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 0,
        },
        None => 0,
    }
}
