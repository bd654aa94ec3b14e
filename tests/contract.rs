//! The contract's page is what the schema says: one table for each object, with every key. `UPDATE_DOCS=1` renews it.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;

use serde_json::{Map, Value};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/contract.md");

/// The objects in reading order; the report comes before them.
const OBJECTS: [&str; 16] = [
    "Source", "Company", "LineItem", "Figure", "Estimate", "Guidance", "Growth", "ImpliedYearAgo", "Surprise",
    "GuidanceVsConsensus", "GuidanceChange", "Fact", "Evidence", "Ratio", "Check", "Unlinked",
];

#[test]
fn the_page_says_what_the_schema_says() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (preface, _) = page.split_once("-->\n").unwrap();
    let expected = format!("{preface}-->\n{}", tables());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, &expected).unwrap();
    } else {
        assert_eq!(page, expected, "UPDATE_DOCS=1 renews it");
    }
}

#[test]
fn every_object_has_a_table_and_every_key_a_meaning() {
    let (schema, definitions) = schema();
    let has_keys = |value: &Value| value.get("properties").is_some();
    let objects: Vec<&String> = definitions.iter().filter(|(_, value)| has_keys(value)).map(|(name, _)| name).collect();
    assert!(objects.iter().all(|name| OBJECTS.contains(&name.as_str())), "{objects:?}");
    for object in definitions.values().chain([&schema]).filter(|value| has_keys(value)) {
        for (key, property) in object["properties"].as_object().unwrap() {
            assert!(property.get("description").is_some(), "{key} of '{}' has no meaning", object["description"]);
        }
    }
}

fn schema() -> (Value, Map<String, Value>) {
    let schema: Value = serde_json::from_str(&topline::renderer::schema()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().clone();
    (schema, definitions)
}

fn tables() -> String {
    let (schema, definitions) = schema();
    let objects = OBJECTS.iter().map(|name| (*name, &definitions[*name]));
    let mut page = String::new();
    for (name, object) in std::iter::once(("Report", &schema)).chain(objects) {
        writeln!(page, "\n## {name}\n\n{}\n", text(&object["description"])).unwrap();
        page += "| key | value | meaning |\n| --- | --- | --- |\n";
        // Only this list has the order of the declaration.
        for key in object["required"].as_array().unwrap().iter().map(text) {
            let property = &object["properties"][key];
            let meaning = text(&property["description"]);
            writeln!(page, "| `{key}` | {} | {meaning} |", value(property, &definitions)).unwrap();
        }
    }
    page
}

/// What a key may hold, in words: `` `beat`, `missed` or null``, `array of [Fact](#fact)`.
fn value(property: &Value, definitions: &Map<String, Value>) -> String {
    if let Some(name) = property.get("$ref").map(|name| text(name).trim_start_matches("#/$defs/")) {
        return named(name, &definitions[name]);
    }
    if let Some(choices) = property.get("anyOf").and_then(Value::as_array) {
        let choices: Vec<String> = choices.iter().map(|choice| value(choice, definitions)).collect();
        return choices.join(" or ");
    }
    let types: Vec<&str> = match &property["type"] {
        Value::Array(types) => types.iter().map(text).collect(),
        single => vec![text(single)],
    };
    let spoken = types.iter().map(|one| match *one {
        "array" if property.get("minItems").is_some() => "pair of numbers".to_owned(),
        "array" => format!("array of {}", value(&property["items"], definitions)),
        one => one.to_owned(),
    });
    spoken.collect::<Vec<_>>().join(" or ")
}

/// A definition: its words where it is a closed set, its name where it has a pattern, else a link to its table.
fn named(name: &str, definition: &Value) -> String {
    match definition.get("enum").and_then(Value::as_array) {
        Some(words) => words.iter().map(|word| format!("`{}`", text(word))).collect::<Vec<_>>().join(", "),
        None if definition.get("pattern").is_some() => name.to_lowercase(),
        None => format!("[{name}](#{})", name.to_lowercase()),
    }
}

#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
