//! Finds things as a screen reader names them, from Chromium's own accessibility tree: what has no
//! accessible name, or is hidden from assistive technology, can't be found here.

use std::collections::HashMap;

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use super::browser::Browser;

/// What can be tapped, by Chromium's role names.
const TAPPABLE: &[&str] = &[
    "button",
    "checkbox",
    "combobox",
    "Date",
    "DisclosureTriangle",
    "link",
    "menuitem",
    "menuitemradio",
    "option",
    "radio",
    "searchbox",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
];
const FIELDS: &[&str] = &[
    "combobox",
    "Date",
    "InputTime",
    "searchbox",
    "spinbutton",
    "textbox",
];

/// A thing on the screen by its name, and where names repeat, by its role, its group or its place.
///
/// A name that ends in "…" means "begins with", one that starts with "…" means "ends with".
#[derive(Clone, Debug)]
pub struct Target {
    name: String,
    roles: &'static [&'static str],
    within: Option<String>,
    place: Option<usize>,
}

impl Target {
    /// Only inside the group, list item, dialog or region with this name.
    pub fn within(mut self, group: &str) -> Self {
        self.within = Some(group.to_owned());
        self
    }

    /// The first, second … of several with one name, from 0 in the order of the page.
    pub fn at(mut self, place: usize) -> Self {
        self.place = Some(place);
        self
    }

    pub(super) fn among_fields(mut self) -> Self {
        if self.roles == TAPPABLE {
            self.roles = FIELDS;
        }
        self
    }
}

impl From<&str> for Target {
    fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            roles: TAPPABLE,
            within: None,
            place: None,
        }
    }
}

impl From<&Target> for Target {
    fn from(target: &Target) -> Self {
        target.clone()
    }
}

fn named(name: &str, roles: &'static [&'static str]) -> Target {
    Target {
        roles,
        ..name.into()
    }
}

pub fn button(name: &str) -> Target {
    named(name, &["button", "DisclosureTriangle"])
}

pub fn link(name: &str) -> Target {
    named(name, &["link"])
}

pub fn radio(name: &str) -> Target {
    named(name, &["radio"])
}

pub fn checkbox(name: &str) -> Target {
    named(name, &["checkbox", "switch"])
}

pub fn field(name: &str) -> Target {
    named(name, FIELDS)
}

pub fn heading(name: &str) -> Target {
    named(name, &["heading"])
}

/// A thing that was found: a handle to its element, and what a screen reader would say of it.
#[derive(Debug)]
pub struct Found {
    pub object: String,
    node: Value,
}

impl Found {
    /// A property such as "checked", "disabled", "expanded" or "invalid", as text.
    pub fn property(&self, name: &str) -> Option<String> {
        let properties = self.node["properties"].as_array()?;
        let property = properties
            .iter()
            .find(|property| property["name"] == name)?;
        Some(match &property["value"]["value"] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    }
}

/// The one thing that `target` means; otherwise a sentence that says what was there instead.
pub fn find(browser: &Browser, target: &Target) -> Result<Found, String> {
    let tree = browser.try_cdp("Accessibility.getFullAXTree", json!({}))?;
    let nodes = tree["nodes"].as_array().ok_or("no accessibility tree")?;
    let by_id: HashMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();

    let there: Vec<&Value> = nodes
        .iter()
        .filter(|node| node["ignored"] != true && target.roles.contains(&role(node)))
        .filter(|node| {
            target
                .within
                .as_ref()
                .is_none_or(|group| inside(node, group, &by_id))
        })
        .collect();
    let fitting: Vec<&Value> = there
        .iter()
        .copied()
        .filter(|node| fits(name(node), &target.name))
        .collect();

    let node = match (fitting.as_slice(), target.place) {
        ([only], None) => only,
        (several, Some(place)) if place < several.len() => several[place],
        ([], _) => {
            let names: Vec<_> = there
                .iter()
                .map(|node| format!("{} “{}”", role(node), name(node)))
                .collect();
            return Err(format!("nothing fits; there is: {}", names.join(", ")));
        }
        (several, _) => {
            let names: Vec<_> = several
                .iter()
                .map(|node| format!("{} “{}”", role(node), name(node)))
                .collect();
            return Err(format!("{} fit: {}", several.len(), names.join(", ")));
        }
    };
    let resolved = browser.try_cdp(
        "DOM.resolveNode",
        json!({ "backendNodeId": node["backendDOMNodeId"] }),
    )?;
    let object = resolved["object"]["objectId"]
        .as_str()
        .ok_or("the element is gone")?
        .to_owned();
    Ok(Found {
        object,
        node: (*node).clone(),
    })
}

fn role(node: &Value) -> &str {
    node["role"]["value"].as_str().unwrap_or_default()
}

fn name(node: &Value) -> &str {
    node["name"]["value"].as_str().unwrap_or_default()
}

fn inside(node: &Value, group: &str, by_id: &HashMap<&str, &Value>) -> bool {
    let mut above = node["parentId"].as_str().and_then(|id| by_id.get(id));
    while let Some(parent) = above {
        // The page itself has a name too, which would let everything in.
        if role(parent) != "RootWebArea" && fits(name(parent), group) {
            return true;
        }
        above = parent["parentId"].as_str().and_then(|id| by_id.get(id));
    }
    false
}

fn fits(name: &str, wanted: &str) -> bool {
    let name = plain(name);
    let open_end = wanted.ends_with('…');
    let open_start = wanted.starts_with('…');
    let wanted = plain(wanted.trim_matches('…'));
    match (open_start, open_end) {
        (false, false) => name == wanted,
        (false, true) => name.starts_with(&wanted),
        (true, false) => name.ends_with(&wanted),
        (true, true) => name.contains(&wanted),
    }
}

/// One form of writing and one kind of space, so that only what is read counts.
pub fn plain(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect()
}
