//! The public contract: reports as JSON, one object, an array, or an object a line.

mod derived;
mod layout;
mod number;
mod report;
mod word;
mod write;

use std::io::{self, Write};

use crate::model;
use crate::renderer::json::layout::lay_out;
use crate::renderer::json::write::Json as _;
use crate::renderer::{Overview, Renderer, View};

pub(crate) use report::SCHEMA_VERSION;

/// One object over many lines for a person, or an array with one object a line.
pub(crate) struct Json {
    view: View,
}

impl Json {
    pub(crate) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Json {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.view.several { out.write_all(b"[\n") } else { Ok(()) }
    }

    fn report(&self, report: &model::Report, out: &mut Vec<u8>) {
        if self.view.several {
            report::Report::new(report, &self.view).write(out);
        } else {
            let mut compact = Vec::new();
            report::Report::new(report, &self.view).write(&mut compact);
            lay_out(&compact, out);
            out.push(b'\n');
        }
    }

    fn between(&self) -> &'static [u8] {
        b",\n"
    }

    fn finish(&self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        match (self.view.several, overview.tally.documents) {
            (true, 0) => out.write_all(b"]\n"),
            (true, _) => out.write_all(b"\n]\n"),
            (false, _) => Ok(()),
        }
    }
}

/// One object a line, as it comes.
pub(crate) struct Jsonl {
    view: View,
}

impl Jsonl {
    pub(crate) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Jsonl {
    fn report(&self, report: &model::Report, out: &mut Vec<u8>) {
        report::Report::new(report, &self.view).write(out);
        out.push(b'\n');
    }
}

/// The JSON Schema of a report.
pub(crate) fn schema() -> String {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<report::Report<'static>>();
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Json, Jsonl, schema};
    use crate::renderer::sample;
    use crate::renderer::{Overview, Renderer, View};
    use serde_json::Value;

    fn written(renderer: &dyn Renderer) -> String {
        let mut out = Vec::new();
        renderer.report(&sample::meta(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[track_caller]
    fn check(path: &str, expected: &str) {
        let value: Value = serde_json::from_str(&written(&Jsonl::new(View::default()))).unwrap();
        assert_eq!(value.pointer(path).map(Value::to_string).as_deref(), Some(expected), "{path}");
    }

    #[test]
    fn keys_are_those_of_the_contract() {
        check("/schema_version", "1");
        check("/source/path", "\"meta.txt\"");
        check("/source/kind", "\"article\"");
        check("/company/ticker", "null");
        check("/line_items/0/actual/high", "48400000000");
        check("/line_items/0/actual/fact", "0");
        check("/line_items/0/surprise/facts", "[0,2]");
        check("/line_items/0/estimate/source", "\"Wall Street\"");
        check("/line_items/0/guidance", "null");
        check("/line_items/0/surprise/verdict", "\"beat\"");
        check("/line_items/2/guidance/action", "\"reaffirmed\"");
        check("/facts/0/evidence/text", "\"$48.4 billion\"");
        check("/unlinked", "null");
        check("/warnings", "[]");
    }

    #[test]
    fn decimals_are_exact_and_derived_ones_rounded_outward() {
        let text = written(&Jsonl::new(View { include_unlinked: true, ..View::default() }));
        for part in [
            r#""interval":[2.8833,3.1181]"#,
            r#""low":0.1234567890123456789012345678"#,
            r#""value":8.02"#,
            r#""stated":21"#,
            r#""percent":3.0006"#,
        ] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
    }

    #[test]
    fn one_object_or_an_array() {
        let several = Json::new(View { several: true, ..View::default() });
        let mut out = Vec::new();
        several.begin(&mut out).unwrap();
        several.report(&sample::meta(), &mut out);
        out.extend_from_slice(several.between());
        several.report(&sample::meta(), &mut out);
        let mut overview = Overview::default();
        overview.tally.documents = 2;
        several.finish(&overview, &mut out).unwrap();
        assert_eq!(serde_json::from_slice::<Vec<Value>>(&out).unwrap().len(), 2);
        assert!(serde_json::from_str::<Value>(&written(&Json::new(View::default()))).unwrap().is_object());
    }

    #[test]
    fn what_is_written_follows_the_schema() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for view in [View::default(), View { include_unlinked: true, ..View::default() }] {
            let value: Value = serde_json::from_str(&written(&Jsonl::new(view))).unwrap();
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
        let mut wrong: Value = serde_json::from_str(&written(&Jsonl::new(View::default()))).unwrap();
        *wrong.pointer_mut("/facts/0/role").unwrap() = "rumour".into();
        assert!(!validator.is_valid(&wrong));
        wrong.as_object_mut().unwrap().remove("period");
        assert!(!validator.is_valid(&wrong), "absent values are null, not missing");
    }
}
