//! Laws that hold for every text, tried on texts put together of phrases, numbers and noise.
#![allow(clippy::unwrap_used)]

#[path = "laws/generator.rs"]
mod generator;
#[path = "support/laws.rs"]
mod laws;

use std::sync::LazyLock;

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use topline::model::{LineItem, Report, Span};
use topline::{Document, analyze};

use generator::{document, statement};

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&serde_json::from_str(&topline::renderer::schema()).unwrap()).unwrap());

fn named(text: &str) -> Document {
    Document::new("laws.txt", text)
}

/// The figures of a report and where they stand.
fn figures(report: &Report) -> Vec<(Span, String)> {
    let facts = report.facts.iter().map(|fact| (fact.evidence.span, &fact.quantity));
    let unlinked = report.unlinked.iter().map(|unlinked| (unlinked.evidence.span, &unlinked.quantity));
    let mut all: Vec<_> = facts.chain(unlinked).map(|(span, quantity)| (span, format!("{quantity:?}"))).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Places, ids and accounts are right, whatever the text; twice the same; JSON as the schema has it.
    #[test]
    fn every_text_keeps_the_laws(text in document()) {
        let report = laws::read(&named(&text));
        laws::written(&report);
        let json = laws::json(&report);
        prop_assert_eq!(&json, &laws::json(&analyze(&named(&text))));
        let value = serde_json::from_str(&json).unwrap();
        prop_assert!(SCHEMA.validate(&value).is_ok(), "{:?}", SCHEMA.validate(&value));
        for one in ["facts", "unlinked"].iter().flat_map(|list| value[*list].as_array().unwrap()) {
            let at = |key: &str| usize::try_from(one["evidence"][key].as_u64().unwrap()).unwrap();
            prop_assert_eq!(one["evidence"]["text"].as_str(), text.get(at("start")..at("end")));
        }
    }

    /// So do bytes that are no text at all, as far as they are taken for one.
    #[test]
    fn every_file_keeps_the_laws(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in document()) {
        let mut whole = text.into_bytes();
        whole.extend(bytes);
        let parcel = topline::input::Parcel::Text { name: "laws.txt".to_owned(), bytes: whole };
        if let Ok(document) = parcel.open(&topline::input::Options::default()) {
            laws::written(&laws::read(&document));
        }
    }

    /// A sentence about something else, at the end, changes no figure before it.
    #[test]
    fn what_comes_after_changes_no_figure(text in document()) {
        let before = figures(&laws::read(&named(&text)));
        let longer = format!("{text}\n\nThe harbour was quiet that morning, and nobody spoke.\n");
        let after = figures(&laws::read(&named(&longer)));
        prop_assert_eq!(before, after);
    }

    /// Another number of the same form changes its own figure, and only what is derived from it.
    #[test]
    fn another_number_changes_only_what_follows_from_it(
        (before, figure, after) in statement(), one in 11_u32..99, other in 11_u32..99,
    ) {
        let read = |number: u32| laws::read(&named(&format!("{before}{}{after}", figure.replace('#', &number.to_string()))));
        let (one, other) = (read(one), read(other));
        let place = |span: Span| before.len() <= span.start && span.start < before.len() + figure.len();
        let rest = |report: &Report| figures(report).into_iter().filter(|(span, _)| !place(*span)).collect::<Vec<_>>();
        prop_assert_eq!(rest(&one), rest(&other));
        let metrics = |report: &Report| {
            let own = report.facts.iter().filter(|fact| place(fact.evidence.span));
            own.map(|fact| fact.metric.key()).collect::<Vec<_>>()
        };
        let touched = [metrics(&one), metrics(&other)].concat();
        let kept = |report: &Report| {
            let apart = |item: &&LineItem| !touched.contains(&item.metric.key());
            report.line_items.iter().filter(apart).map(|item| format!("{item:?}")).collect::<Vec<_>>()
        };
        prop_assert_eq!(kept(&one), kept(&other));
    }
}

/// Every beginning of every fixture in plain text is a text too: of the longer ones, every seventh.
#[test]
fn every_prefix_of_every_fixture_keeps_the_laws() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for folder in std::fs::read_dir(root).unwrap() {
        let Ok(text) = std::fs::read_to_string(folder.unwrap().path().join("article.txt")) else { continue };
        let step = if text.len() < 500 { 1 } else { 7 };
        for end in (0..text.len()).step_by(step).filter(|end| text.is_char_boundary(*end)) {
            laws::read(&named(&text[..end]));
        }
    }
}
