//! What the documents tell a reader to run is there to be run: each command's filter meets some test.

use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 3] = ["README.md", "SECURITY.md", "ARCHITECTURE.md"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file")
}

/// What stands between single backticks, on one line.
fn quoted(document: &str) -> Vec<String> {
    let plain = document.split("```").step_by(2).collect::<String>();
    let words = |quoted: &str| quoted.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.split('`').skip(1).step_by(2).map(words).collect()
}

/// "module::test" of each test of a test program.
fn tests(program: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(program);
    let mut files = vec![(String::new(), folder.with_extension("rs"))];
    for entry in fs::read_dir(&folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let module = path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        files.push((format!("{module}::"), path.clone()));
    }
    let mut names = Vec::new();
    for (module, path) in files.iter().filter(|(_, path)| path.is_file()) {
        let source = fs::read_to_string(path).expect("a source");
        let functions = source
            .lines()
            .filter_map(|line| line.trim().strip_prefix("fn "));
        let functions = functions.filter_map(|rest| rest.split(['(', '<']).next());
        names.extend(functions.map(|name| format!("{module}{name}")));
    }
    names
}

/// Nothing, or what is wrong with a command.
fn fault(command: &str) -> Option<String> {
    let words: Vec<_> = command.split(' ').collect();
    let (program, filter) = match words.as_slice() {
        ["make", target] => {
            let known = read("Makefile")
                .lines()
                .any(|line| line.starts_with(&format!("{target}:")));
            return (!known).then(|| format!("no target: {command}"));
        }
        ["cargo", "test", rest @ ..] => {
            let at = rest.iter().position(|word| *word == "--test")?;
            (*rest.get(at + 1)?, rest.get(at + 2))
        }
        ["scripts/e2e.sh", rest @ ..] => ("e2e", rest.iter().find(|word| !word.starts_with('-'))),
        _ => return None,
    };
    let tests = tests(program);
    let meant =
        |name: &&String| filter.is_none_or(|filter| *filter == "--" || name.contains(filter));
    // A name for the reader to choose.
    let any =
        filter.is_some_and(|filter| *filter == "NAME") || tests.iter().any(|name| meant(&name));
    (!any).then(|| format!("meets no test: {command}"))
}

#[test]
fn every_command_of_the_documents_meets_something() {
    let commands: Vec<_> = DOCUMENTS
        .iter()
        .flat_map(|name| quoted(&read(name)))
        .collect();
    let named = commands
        .iter()
        .filter(|one| one.starts_with("cargo test "))
        .count();
    assert!(named > 10, "{named}");
    let faults: Vec<_> = commands.iter().filter_map(|one| fault(one)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_command_that_meets_nothing_is_noticed() {
    for command in [
        "make nothing",
        "cargo test --test rules no_such_test",
        "cargo test --release --test nowhere -- --nocapture",
        "scripts/e2e.sh --ignored no_such_story",
    ] {
        assert!(fault(command).is_some(), "{command}");
    }
    assert_eq!(fault("cargo test --locked"), None);
}
