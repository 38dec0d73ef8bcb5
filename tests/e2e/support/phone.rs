//! The phone that goes into the page ahead of the page's own scripts. Where the engine can't put it there,
//! the host does: a script of its own at the head of the page, which the service worker keeps with the rest.

use std::path::Path;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::browser::tool;

/// A function of the settings.
pub const SCRIPT: &str = include_str!("phone.js");

#[derive(Clone)]
pub struct Phone {
    script: String,
    /// What a story puts in besides.
    pub haunting: String,
}

impl Phone {
    /// Where the page tells the host what went wrong.
    pub const SAYS: &str = "phone-says";

    pub fn new() -> Self {
        let standard =
            std::fs::read_to_string(tool("SO_TAY_STANDARD")).expect("standard.js, bundled");
        let told = "JSON.parse(decodeURIComponent(document.cookie.match(/phone=([^;]*)/)[1]))";
        let script = format!("{standard};\n{}({told});\n", SCRIPT.trim_end());
        Self {
            script,
            haunting: String::new(),
        }
    }

    /// A file of the phone's: its scripts, and a page to set the first cookie on.
    pub fn answer(&self, file: &str) -> Option<Response> {
        let (kind, body) = match file {
            "phone" => ("text/html", "<link rel=icon href=data:,>".to_owned()),
            "phone.js" => ("text/javascript", self.script.clone()),
            "haunt.js" => ("text/javascript", self.haunting.clone()),
            _ => return None,
        };
        Some(([(CONTENT_TYPE, kind)], body).into_response())
    }

    /// The page with the phone in it, and the service worker that takes both for its own.
    pub async fn enters(&self, files: &Path, file: &str, response: Response) -> Response {
        if !matches!(file, "" | "index.html" | "sw.js") {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        parts.headers.remove(CONTENT_LENGTH);
        let bytes = to_bytes(body, usize::MAX).await.expect("a file");
        let text = String::from_utf8(bytes.to_vec()).expect("a text");
        let text = if file == "sw.js" {
            self.knows(files, &text)
        } else {
            with_scripts(&text)
        };
        Response::from_parts(parts, Body::from(text))
    }

    /// The service worker checks every file of its version.
    fn knows(&self, files: &Path, worker: &str) -> String {
        const PAGE: &str = "\"./\":\"";
        let Some((before, (_, after))) = worker
            .split_once(PAGE)
            .and_then(|(before, rest)| Some((before, rest.split_once('"')?)))
        else {
            // One that keeps its files without a hash.
            return worker.replacen("['./'", "['./', 'phone.js'", 1);
        };
        let page = std::fs::read_to_string(files.join("index.html")).expect("the page");
        let (page, phone) = (hash(&with_scripts(&page)), hash(&self.script));
        format!("{before}{PAGE}{page}\",\"phone.js\":\"{phone}\"{after}")
    }
}

/// Behind the page's policy and ahead of all else.
fn with_scripts(page: &str) -> String {
    page.replacen(
        "<title>",
        "<script src=\"phone.js\"></script><script src=\"haunt.js\"></script><title>",
        1,
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(text)))
}
