//! The checksum's canonical form is that of RFC 8785, as another implementation writes it.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;
use so_tay::json::canonical;

use crate::arbitrary;

/// Any JSON without decimals, which no file of ours may hold.
fn json() -> impl Strategy<Value = Value> {
    let text = || prop_oneof![arbitrary::text(), any::<String>()];
    let number = -(1_i64 << 53) + 1..1_i64 << 53;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number.prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(text(), inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn agrees_with_another_implementation(value in json()) {
        let other = serde_json_canonicalizer::to_string(&value).expect("JSON");
        prop_assert_eq!(canonical(&value.into()), other);
    }
}

#[test]
fn keys_are_sorted_by_utf16() {
    let value: Value =
        serde_json::from_str(r#"{"\ue000":1,"\ud83c\udf3e":2,"a":3,"B":4}"#).expect("JSON");
    assert_eq!(
        canonical(&value.into()),
        "{\"B\":4,\"a\":3,\"🌾\":2,\"\u{e000}\":1}"
    );
}
