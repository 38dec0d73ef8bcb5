//! axe-core over what is on the screen.

use serde_json::Value;

use super::browser::{Browser, tool};

/// Each violation as "rule: what is wrong / selector / how to mend it"; empty when there is none.
pub fn barriers(browser: &Browser) -> Vec<String> {
    if !browser.engine.runs_axe() {
        return Vec::new();
    }
    if browser.js("typeof axe === 'object'") != true {
        let axe = std::fs::read_to_string(tool("SO_TAY_AXE")).expect("axe-core can be read");
        browser.js(&format!("{axe}; true"));
    }
    let violations = browser.js("axe.run(document, {
            resultTypes: ['violations'],
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }).then(result => result.violations)");
    let mut barriers = Vec::new();
    for rule in violations.as_array().expect("a list of violations") {
        for node in rule["nodes"].as_array().into_iter().flatten() {
            barriers.push(format!(
                "{}: {}\n    at {}\n    {}",
                text(&rule["id"]),
                text(&rule["help"]),
                text(&node["target"]),
                text(&node["failureSummary"]).replace('\n', "\n    "),
            ));
        }
    }
    barriers
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), ToOwned::to_owned)
}
