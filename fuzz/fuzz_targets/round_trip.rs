//! Text to report to JSON: valid against the schema, its evidence the text itself, the same twice.
#![no_main]

#[allow(dead_code, reason = "each target uses some of the laws")]
#[path = "../../tests/support/laws.rs"]
mod laws;

use std::sync::LazyLock;

use jsonschema::Validator;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use topline::Document;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(&topline::renderer::schema()).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
});

fuzz_target!(|text: &str| {
    let document = Document::new("fuzz", text);
    let json = laws::json(&laws::read(&document));
    let value: Value = serde_json::from_str(&json).expect("the report is JSON");
    if let Err(error) = SCHEMA.validate(&value) {
        panic!("{error}");
    }
    for list in ["facts", "unlinked"] {
        for one in value[list].as_array().into_iter().flatten() {
            let evidence = &one["evidence"];
            let at = |key: &str| evidence[key].as_u64().and_then(|at| usize::try_from(at).ok());
            let (start, end) = at("start").zip(at("end")).expect("evidence has a place");
            assert_eq!(evidence["text"].as_str(), text.get(start..end));
        }
    }
    assert_eq!(json, laws::json(&topline::analyze(&document)));
});
