//! What no story may cause, checked at the end of every one: a refusal by the page's policy, an
//! error in the console, a request to anyone but the page's own host.

use std::fmt;
use std::path::Path;

use serde_json::Value;

use super::browser::Browser;
use super::server::Site;

#[derive(Default)]
pub struct Watch {
    errors: Vec<String>,
    expected: Vec<String>,
}

impl Watch {
    /// An error that this story causes on purpose: a part of its text.
    pub fn expects(&mut self, part: &str) {
        self.expected.push(part.to_owned());
    }

    /// Takes over what the console said, which ends with the browser.
    pub fn listens(&mut self, browser: &Browser, site: &Site) {
        self.errors.extend(browser.engine.console(browser));
        self.errors.extend(site.takes_complaints());
    }

    /// Everything that went wrong, after the browser has closed and its record is complete.
    pub fn complaints(&self, browser: &Browser, origin: &str) -> Vec<String> {
        let unexpected = |error: &&String| {
            !self
                .expected
                .iter()
                .any(|part| error.contains(part.as_str()))
        };
        let mut complaints: Vec<String> = self
            .errors
            .iter()
            .filter(unexpected)
            .map(|error| format!("console: {error}"))
            .collect();
        let mut own = 0;
        let logs = browser.net_logs();
        for log in &logs {
            for request in requests(log) {
                if request.url.starts_with(&format!("{origin}/")) {
                    own += 1;
                } else if request.initiator == origin {
                    complaints.push(format!("a request to another host: {}", request.url));
                }
            }
        }
        if own == 0 && !logs.is_empty() {
            // Or the watchdog would sleep through a change of Chromium's format.
            complaints.push("Chromium's record names no request at all".to_owned());
        }
        complaints
    }
}

impl fmt::Display for Watch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.errors.join("\n"))
    }
}

struct Asked {
    url: String,
    /// The origin whose page or service worker asked; Chromium's own requests have none.
    initiator: String,
}

/// The requests in one of Chromium's network records: constants, then an event a line. Service
/// workers and requests that failed are in it, which the driver's own log leaves out.
fn requests(log: &Path) -> Vec<Asked> {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let mut kind = None;
    let mut requests = Vec::new();
    for line in text.lines() {
        let line = line.trim_end_matches(',');
        if let Some(constants) = line.strip_prefix("{\"constants\":") {
            let constants: Value = serde_json::from_str(constants).unwrap_or_default();
            kind = constants["logEventTypes"]["URL_REQUEST_START_JOB"].as_u64();
        } else if line.contains("\"url\":") {
            let Ok(event) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let params = &event["params"];
            if let (true, Some(url)) = (
                kind.is_some() && event["type"].as_u64() == kind,
                params["url"].as_str(),
            ) {
                let initiator = params["initiator"].as_str().unwrap_or_default().to_owned();
                requests.push(Asked {
                    url: url.to_owned(),
                    initiator,
                });
            }
        }
    }
    requests
}
