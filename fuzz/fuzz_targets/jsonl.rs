//! A stream of JSON lines through the whole run: what comes out is a report or a failure for every line, in order.
#![no_main]

use std::io::Cursor;
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use topline::batch::{self, Event, Settings};
use topline::input::{InputFormat, Options, Source, parcels};
use topline::renderer::{Format, View};

fuzz_target!(|bytes: &[u8]| {
    let input = Arc::new(Options { format: InputFormat::Jsonl, limit: 1 << 16, ..Options::default() });
    let Ok(source) = Source::stream(Box::new(Cursor::new(bytes.to_vec())), InputFormat::Jsonl) else { return };
    let settings = Settings {
        input: Arc::clone(&input),
        renderer: Format::Jsonl.renderer(View::default()).into(),
        jobs: 1,
        line_buffered: false,
        several: true,
        sort: None,
        top: None,
    };
    let (mut out, mut failures) = (Vec::new(), 0);
    let tally = batch::run(parcels(vec![source], input), &settings, &mut out, &mut |event| {
        failures += usize::from(matches!(event, Event::Failed(_)));
    });
    let tally = tally.expect("memory takes every byte");
    assert_eq!(usize::try_from(tally.failed).ok(), Some(failures));
    let out = String::from_utf8(out).expect("output is UTF-8");
    assert_eq!(out.lines().count(), usize::try_from(tally.documents).unwrap_or(usize::MAX));
    assert!(out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
});
