//! The published schemas: generated from the types, limits and Vietnamese words; checked in; and
//! believed only because an independent validator agrees with the code on files good and bad.
//!
//! `SO_TAY_BLESS=1 cargo test --test exchange schema` writes `schema/` anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use so_tay::domain::branch::sent_report::SentReport;
use so_tay::domain::calendar::YEARS;
use so_tay::domain::{DocumentId, Feedback, Handover, StandardsPack};
use so_tay::exchange::{Backup, BranchBackup, Kind, migrations, open, rules};
use so_tay::exchange::{write_backup, write_feedback, write_handover, write_pack};

use crate::arbitrary::{self, nfc};
use crate::golden;

const KINDS: [(Kind, &str); 6] = [
    (Kind::Pack, "pack"),
    (Kind::Handover, "handover"),
    (Kind::Feedback, "feedback"),
    (Kind::Backup, "backup"),
    (Kind::BranchBackup, "branch-backup"),
    (Kind::BranchReport, "branch-report"),
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("schema/{name}.schema.json"))
}

/// Title and description by key, and the keys that were asked for.
struct Words {
    table: BTreeMap<&'static str, [&'static str; 2]>,
    used: BTreeSet<String>,
    missing: BTreeSet<String>,
    /// Entries of any list or map in the kind at hand.
    most: usize,
}

impl Words {
    fn new() -> Self {
        let lines = include_str!("words.txt").lines();
        let entries = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let entry = |line: &'static str| {
            let parts: Vec<_> = line.split(" | ").collect();
            let [key, title, description] = parts[..] else {
                panic!("three parts: {line}");
            };
            (key, [title, description])
        };
        Self {
            table: entries.map(entry).collect(),
            used: BTreeSet::new(),
            missing: BTreeSet::new(),
            most: rules::MAX_LIST,
        }
    }

    fn put(&mut self, schema: &mut Map<String, Value>, key: &str) {
        match self.table.get(key) {
            Some([title, description]) => {
                schema.insert("title".to_owned(), (*title).into());
                schema.insert("description".to_owned(), (*description).into());
                self.used.insert(key.to_owned());
            }
            None => {
                self.missing.insert(key.to_owned());
            }
        }
    }
}

/// What the types can't say, from the constants that the code obeys.
fn limits() -> Vec<(&'static str, Value)> {
    let year = json!({ "minimum": YEARS.start(), "maximum": YEARS.end() });
    let quota = json!({ "minimum": rules::QUOTA.start(), "maximum": rules::QUOTA.end() });
    let reviews = json!({ "propertyNames": { "enum": ["half_year", "full_year"] } });
    let most = |items: usize| json!({ "maxItems": items });
    vec![
        ("StandardsPack.year", year.clone()),
        ("Handover.year", year.clone()),
        ("Feedback.year", year.clone()),
        ("Handbook.year", year.clone()),
        ("BranchYear.year", year.clone()),
        ("Dossier.year", year),
        ("Quotas.member", quota.clone()),
        ("Quotas.non_member", quota),
        (
            "StandardsPack.meeting_day",
            json!({ "minimum": rules::MEETING_DAY.start(), "maximum": rules::MEETING_DAY.end() }),
        ),
        (
            "StandardsPack.scale",
            json!({ "minItems": rules::SCALE.start(), "maxItems": rules::SCALE.end() }),
        ),
        (
            "Classification.classes",
            json!({ "minItems": rules::SCALE.start(), "maxItems": rules::SCALE.end() }),
        ),
        ("Handbook.reviews", reviews.clone()),
        ("Handover.reviews", reviews.clone()),
        ("Received.reviews", reviews.clone()),
        ("Feedback.conclusions", reviews.clone()),
        ("Dossier.conclusions", reviews),
        ("StandardsPack.standards", most(rules::MAX_STANDARDS)),
        ("StandardsPack.topics", most(rules::MAX_TOPICS)),
        ("Topic.works", most(rules::MAX_WORKS)),
        ("Standard.posts", most(rules::MAX_POSTS)),
        ("Handover.own_standards", most(rules::MAX_STANDARDS)),
        ("Person.standings", json!({ "minItems": 1 })),
        ("Person.stays", json!({ "minItems": 1 })),
        ("Pledge.draft", most(rules::MAX_COMMITMENTS)),
        ("PledgeRevision.commitments", most(rules::MAX_COMMITMENTS)),
        ("PledgeRevision.number", json!({ "minimum": 1 })),
    ]
}

/// Words and limits on one schema and all that it names.
fn finish(schema: &mut Map<String, Value>, key: &str, words: &mut Words) {
    cap(schema, words.most);
    for (place, limit) in limits() {
        if place == key {
            schema.extend(limit.as_object().cloned().expect("an object"));
        }
    }
    words.put(schema, key);
    // schemars lists words without comments in one array; each gets its own title.
    if let Some(Value::Array(list)) = schema.remove("enum") {
        let each = list.into_iter().map(|word| json!({ "const": word }));
        schema.insert("oneOf".to_owned(), each.collect());
        schema.remove("type");
    }
    if let Some(Value::Array(variants)) = schema.get_mut("oneOf") {
        // The same, beside words that hold something.
        let listed = variants.extract_if(.., |variant| variant.get("enum").is_some());
        let words_alone: Vec<_> = listed
            .flat_map(|variant| variant["enum"].as_array().cloned().unwrap_or_default())
            .map(|word| json!({ "const": word }))
            .collect();
        variants.extend(words_alone);
        for variant in variants {
            finish_variant(variant.as_object_mut().expect("an object"), key, words);
        }
    } else if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        finish_properties(properties, key, words);
    }
}

fn finish_variant(variant: &mut Map<String, Value>, key: &str, words: &mut Words) {
    if let Some(word) = variant.get("const").and_then(Value::as_str) {
        let key = format!("{key}.{word}");
        return words.put(variant, &key);
    }
    let properties = variant["properties"].as_object_mut().expect("an object");
    let (word, content) = properties.iter_mut().next().expect("one word");
    let key = format!("{key}.{word}");
    let content = content.as_object_mut().expect("an object");
    match content.get_mut("properties") {
        Some(Value::Object(properties)) => finish_properties(properties, &key, words),
        _ => cap(content, words.most),
    }
    words.put(content, &key);
    words.put(variant, &key);
}

fn finish_properties(properties: &mut Map<String, Value>, key: &str, words: &mut Words) {
    for (name, property) in properties {
        let key = format!("{key}.{name}");
        finish(property.as_object_mut().expect("an object"), &key, words);
    }
}

/// The limits that hold everywhere.
fn cap(schema: &mut Map<String, Value>, most: usize) {
    let is = |schema: &Map<String, Value>, kind: &str| match schema.get("type") {
        Some(Value::String(one)) => one == kind,
        Some(Value::Array(several)) => several.contains(&kind.into()),
        _ => false,
    };
    let free = !schema.contains_key("pattern") && !schema.contains_key("const");
    if is(schema, "string") && free && !schema.contains_key("enum") {
        schema.insert("maxLength".to_owned(), rules::MAX_TEXT.into());
    }
    if is(schema, "array") {
        schema.insert("maxItems".to_owned(), most.into());
    }
    if schema.contains_key("patternProperties") {
        schema.insert("maxProperties".to_owned(), most.into());
    }
    // Rust's widths are no formats of JSON Schema; they are ranges.
    let range = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => (0, i64::from(u8::MAX)),
        Some("uint32") => (0, i64::from(u32::MAX)),
        Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (0, 0),
    };
    if range != (0, 0) {
        schema.remove("format");
        schema.insert("minimum".to_owned(), range.0.into());
        schema.insert("maximum".to_owned(), range.1.into());
    }
    if let Some(Value::Object(items)) = schema.get_mut("items") {
        cap(items, most);
    }
}

fn envelope<T: JsonSchema>(kind: Kind, name: &str, words: &mut Words) -> Value {
    words.most = kind.max_list();
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let payload = generator.subschema_for::<T>();
    let document_id = generator.subschema_for::<DocumentId>();
    let mut definitions = generator.take_definitions(true);
    for (name, definition) in &mut definitions {
        finish(definition.as_object_mut().expect("an object"), name, words);
    }
    let version = migrations::current(kind);
    let mut properties = json!({
        "format": { "const": kind.format() },
        "version": { "const": version },
        "document_id": document_id,
        "revision": { "type": "integer", "minimum": 1, "maximum": u32::MAX },
        "exported_at": { "type": "string", "format": "date-time" },
        "app_version": { "type": "string" },
        "checksum": { "type": "string", "pattern": "^sha256-[0-9a-f]{64}$" },
        "payload": payload,
    });
    let properties = properties.as_object_mut().expect("an object");
    let required: Vec<_> = properties.keys().cloned().collect();
    finish_properties(properties, "Envelope", words);
    let properties = std::mem::take(properties);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:so-tay:{name}:{version}"),
        "type": "object",
        "required": required,
        "properties": properties,
        "$defs": definitions,
        "x-max-bytes": kind.max_bytes(),
        "x-max-depth": rules::MAX_DEPTH,
    });
    words.put(schema.as_object_mut().expect("an object"), name);
    schema
}

fn generated(words: &mut Words) -> Vec<(&'static str, Value)> {
    KINDS
        .into_iter()
        .map(|(kind, name)| {
            let schema = match kind {
                Kind::Pack => envelope::<StandardsPack>(kind, name, words),
                Kind::Handover => envelope::<Handover>(kind, name, words),
                Kind::Feedback => envelope::<Feedback>(kind, name, words),
                Kind::Backup => envelope::<Backup>(kind, name, words),
                Kind::BranchReport => envelope::<SentReport>(kind, name, words),
                Kind::BranchBackup => envelope::<BranchBackup>(kind, name, words),
            };
            (name, schema)
        })
        .collect()
}

fn published(name: &str) -> Value {
    let text = std::fs::read_to_string(path(name)).expect("a published schema");
    serde_json::from_str(&text).expect("JSON")
}

fn validator(name: &str) -> Validator {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&published(name)).expect("a schema")
}

static PACK: LazyLock<Validator> = LazyLock::new(|| validator("pack"));
static HANDOVER: LazyLock<Validator> = LazyLock::new(|| validator("handover"));
static FEEDBACK: LazyLock<Validator> = LazyLock::new(|| validator("feedback"));
static BACKUP: LazyLock<Validator> = LazyLock::new(|| validator("backup"));
pub static BRANCH_REPORT: LazyLock<Validator> = LazyLock::new(|| validator("branch-report"));
pub static BRANCH_BACKUP: LazyLock<Validator> = LazyLock::new(|| validator("branch-backup"));

pub fn is_valid(validator: &Validator, text: &str) -> bool {
    validator.is_valid(&serde_json::from_str(text).expect("JSON"))
}

#[test]
fn the_published_schemas_are_the_generated_ones() {
    let mut words = Words::new();
    for (name, schema) in generated(&mut words) {
        if std::env::var_os("SO_TAY_BLESS").is_some() {
            let text = serde_json::to_string_pretty(&schema).expect("JSON");
            std::fs::write(path(name), text + "\n").expect("a schema written");
        }
        assert!(
            published(name) == schema,
            "schema/{name}.schema.json is not what the types say: SO_TAY_BLESS=1 cargo test --test exchange schema"
        );
    }
}

#[test]
fn every_type_and_property_has_vietnamese_words_and_no_word_is_left_over() {
    let mut words = Words::new();
    generated(&mut words);
    assert!(words.missing.is_empty(), "missing: {:#?}", words.missing);
    let left: Vec<_> = words
        .table
        .keys()
        .filter(|key| !words.used.contains(**key))
        .collect();
    assert!(left.is_empty(), "left over: {left:#?}");
}

/// Not by the generator's own account.
#[test]
fn nothing_in_the_published_schemas_is_without_title_and_description() {
    fn named(schema: &Value, place: &str) {
        for key in ["title", "description"] {
            let text = schema[key].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{place} has no {key}");
        }
        let parts = ["properties", "$defs"]
            .iter()
            .filter_map(|key| schema[key].as_object());
        for (name, part) in parts.flatten() {
            named(part, &format!("{place}.{name}"));
        }
        for variant in schema["oneOf"].as_array().into_iter().flatten() {
            named(variant, place);
        }
    }
    for (_, name) in KINDS {
        let schema = published(name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        named(&schema, name);
    }
}

#[test]
fn golden_files_fit_their_schema_and_no_other() {
    for name in golden::NAMES {
        let text = golden::read(name);
        let validators = [
            &*PACK,
            &*HANDOVER,
            &*FEEDBACK,
            &*BACKUP,
            &*BRANCH_BACKUP,
            &*BRANCH_REPORT,
        ];
        let fits = validators.map(|validator| is_valid(validator, &text));
        let expected = KINDS.map(|(_, kind)| name.starts_with(kind));
        assert_eq!(fits, expected, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_pack_fits(envelope in arbitrary::envelope(arbitrary::any_pack())) {
        prop_assert!(is_valid(&PACK, &write_pack(&envelope, &nfc)));
    }

    #[test]
    fn every_hand_over_fits(envelope in arbitrary::envelope(arbitrary::handover())) {
        prop_assert!(is_valid(&HANDOVER, &write_handover(&envelope, &nfc)));
    }

    #[test]
    fn every_feedback_fits(envelope in arbitrary::envelope(arbitrary::feedback())) {
        prop_assert!(is_valid(&FEEDBACK, &write_feedback(&envelope, &nfc)));
    }

    #[test]
    fn every_backup_fits(envelope in arbitrary::envelope(arbitrary::backup())) {
        prop_assert!(is_valid(&BACKUP, &write_backup(&envelope, &nfc)));
    }
}

/// Schema and code draw the line at the same place.
#[test]
fn what_the_schema_refuses_the_code_refuses() {
    let item =
        |key: &'static str| move |number: usize| json!({ "id": format!("i{number}"), key: "" });
    let list =
        |count: usize, item: &dyn Fn(usize) -> Value| (0..count).map(item).collect::<Value>();
    let topic = |number: usize| json!({ "id": format!("t{number}"), "title": "", "from": "first", "to": "first" });
    let standard =
        |number: usize| json!({ "id": format!("s{number}"), "text": "", "conduct": "must_do" });
    let text = |letters: usize| Value::from("🌾".repeat(letters));
    // A place in the pack of 2012, the last value that fits and the first that doesn't.
    let pairs: Vec<(&str, Value, Value)> = vec![
        ("/revision", json!(1), json!(0)),
        ("/revision", json!(u32::MAX), json!(1_u64 << 32)),
        ("/version", json!(1), json!(2)),
        ("/app_version", text(4000), text(4001)),
        (
            "/exported_at",
            json!("2026-11-22T09:30:00.5Z"),
            json!("2026-11-22T09:30:00"),
        ),
        ("/document_id", json!("0".repeat(32)), json!("0".repeat(31))),
        ("/payload/year", json!(1900), json!(1899)),
        ("/payload/year", json!(2999), json!(3000)),
        ("/payload/theme", text(4000), text(4001)),
        ("/payload/quotas/member", json!(20), json!(21)),
        ("/payload/quotas/non_member", json!(0), json!(-1)),
        ("/payload/meeting_day", json!(1), json!(0)),
        ("/payload/meeting_day", json!(28), json!(29)),
        (
            "/payload/issued_on",
            json!("2024-02-29"),
            json!("2023-02-29"),
        ),
        ("/payload/issued_on", Value::Null, json!("29/02/2024")),
        (
            "/payload/scale",
            list(2, &item("name")),
            list(1, &item("name")),
        ),
        (
            "/payload/scale",
            list(10, &item("name")),
            list(11, &item("name")),
        ),
        (
            "/payload/standards",
            list(200, &standard),
            list(201, &standard),
        ),
        (
            "/payload/standards/0/id",
            json!("a".repeat(40)),
            json!("a".repeat(41)),
        ),
        ("/payload/standards/0/id", json!("_-9"), json!("Ấ")),
        (
            "/payload/standards/0/conduct",
            json!("must_avoid"),
            json!("must"),
        ),
        ("/payload/standards/4/retired", json!(true), json!(1)),
        (
            "/payload/standards/3/posts",
            list(50, &|_| json!("")),
            list(51, &|_| json!("")),
        ),
        ("/payload/topics", list(50, &topic), list(51, &topic)),
        (
            "/payload/topics/1/works",
            list(50, &item("title")),
            list(51, &item("title")),
        ),
        ("/payload/topics/0/from", json!("first"), json!("fifth")),
        ("/payload/headings", json!({}), json!([])),
        ("/payload/headings/title", text(4000), text(4001)),
    ];
    for (place, good, bad) in pairs {
        let accepted = |value: &Value| {
            let mut file: Value =
                serde_json::from_str(&golden::read("pack-s0-2012.json")).expect("JSON");
            *file.pointer_mut(place).expect("a place") = value.clone();
            let sealed = crate::refused::sealed(file);
            (
                is_valid(&PACK, &sealed),
                open(sealed.as_bytes(), &nfc).is_ok(),
            )
        };
        assert_eq!(accepted(&good), (true, true), "{place}: {good}");
        assert_eq!(accepted(&bad), (false, false), "{place}: {bad}");
    }
}
