//! The published schemas, asked by a validator that knows nothing of this program.

use std::path::Path;

use serde_json::Value;

/// Asserts that `schema/<file>` accepts the document, and says where it doesn't.
#[track_caller]
pub fn accepts(file: &str, document: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("schema")
        .join(file);
    let schema = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let schema: Value = serde_json::from_str(&schema).expect("a schema is JSON");
    let problems = refusals(&schema, document);
    assert!(
        problems.is_empty(),
        "{file} refuses the document:\n{}",
        problems.join("\n")
    );
}

/// What a schema has against a document, each with its place.
#[track_caller]
pub fn refusals(schema: &Value, document: &Value) -> Vec<String> {
    let validator = jsonschema::options()
        // Dates are part of the contract, and "format" alone promises nothing.
        .should_validate_formats(true)
        .build(schema)
        .unwrap_or_else(|error| panic!("no JSON Schema: {error}"));
    validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}
