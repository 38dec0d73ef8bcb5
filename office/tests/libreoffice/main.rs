//! Our files in the hands of another program: LibreOffice opens what we make and says what stands there, and
//! makes what we open. `scripts/office.sh` sees to it that it is there.

mod opened;
mod sheets;
mod words;

use std::fs;
use std::path::Path;
use std::process::Command;

use so_tay::domain::{Day, branch::Branch, branch::Dossier, branch::sample::sample_branch};

fn today() -> Day {
    "2026-11-22".parse().expect("a day")
}

fn sample() -> (Branch, Vec<Dossier>) {
    sample_branch(today())
}

/// What LibreOffice makes of a file: `from` and `to` are the endings, `to` maybe with a filter's name.
fn converted(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |ending: &str| folder.path().join(format!("file.{ending}"));
    fs::write(path(from), bytes).expect("written");
    // A profile of its own: LibreOffice runs once a profile, and the tests run side by side.
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("profile").display()
    );
    let ran = Command::new("soffice")
        // Inches, whoever asks.
        .env("LC_ALL", "C.UTF-8")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder.path())
        .arg(path(from))
        .output()
        .expect("LibreOffice (scripts/office.sh installs it)");
    let ending = to.split(':').next().unwrap_or(to);
    read(&path(ending)).unwrap_or_else(|| panic!("LibreOffice made no .{ending}: {ran:?}"))
}

fn read(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}
