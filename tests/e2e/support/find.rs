//! Finds things as a screen reader names them: what has no accessible name, or is hidden from assistive
//! technology, can't be found here. In Chromium that is its own accessibility tree.

use std::collections::HashMap;

use serde::Deserialize;
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

/// One thing, or a group of things, as the engine names it.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    pub id: String,
    /// The id of what it stands in.
    pub parent: String,
    /// Whether a screen reader passes it over.
    pub ignored: bool,
    /// By Chromium's role names.
    pub role: String,
    pub name: String,
    pub properties: Vec<(String, String)>,
    /// What the engine finds its element by.
    pub handle: String,
}

/// A thing that was found: a handle to its element, and what a screen reader would say of it.
#[derive(Debug)]
pub struct Found {
    pub object: String,
    node: Node,
}

impl Found {
    /// A property such as "checked", "disabled", "expanded" or "invalid", as text.
    pub fn property(&self, name: &str) -> Option<String> {
        let mut properties = self.node.properties.iter();
        properties.find_map(|(key, value)| (key == name).then(|| value.clone()))
    }
}

/// The one thing that `target` means; otherwise a sentence that says what was there instead.
pub fn find(browser: &Browser, target: &Target) -> Result<Found, String> {
    let nodes = browser.nodes(target.roles)?;
    let by_id: HashMap<&str, &Node> = nodes.iter().map(|node| (node.id.as_str(), node)).collect();

    let there: Vec<&Node> = nodes
        .iter()
        .filter(|node| !node.ignored && target.roles.contains(&node.role.as_str()))
        .filter(|node| {
            target
                .within
                .as_ref()
                .is_none_or(|group| inside(node, group, &by_id))
        })
        .collect();
    let fitting: Vec<&Node> = there
        .iter()
        .copied()
        .filter(|node| fits(&node.name, &target.name))
        .collect();

    let node = match (fitting.as_slice(), target.place) {
        ([only], None) => only,
        (several, Some(place)) if place < several.len() => several[place],
        ([], _) => {
            let names: Vec<_> = there
                .iter()
                .map(|node| format!("{} “{}”", node.role, node.name))
                .collect();
            return Err(format!("nothing fits; there is: {}", names.join(", ")));
        }
        (several, _) => {
            let names: Vec<_> = several
                .iter()
                .map(|node| format!("{} “{}”", node.role, node.name))
                .collect();
            return Err(format!("{} fit: {}", several.len(), names.join(", ")));
        }
    };
    Ok(Found {
        object: browser.handle(node)?,
        node: node.clone(),
    })
}

fn inside(node: &Node, group: &str, by_id: &HashMap<&str, &Node>) -> bool {
    let mut above = by_id.get(node.parent.as_str());
    while let Some(parent) = above {
        // The page itself has a name too, which would let everything in.
        if parent.role != "RootWebArea" && fits(&parent.name, group) {
            return true;
        }
        above = by_id.get(parent.parent.as_str());
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
