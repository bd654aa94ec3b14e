//! The binary as a user meets it: what it prints, what it refuses, how it ends.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

mod support;

use serde_json::Value;
use support::{Folder, Run};
use topline::renderer::SCHEMA_VERSION;

const ARTICLE: &str = "Acme reported revenue of $48.4 billion for the fourth quarter of 2024, up 21%.\n";

#[test]
fn one_file_gives_one_object_and_several_an_array() {
    let folder = Folder::with(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    let one: Value = folder.topline(&["a.txt", "-f", "json"]).succeeds().json();
    assert_eq!(one["source"]["path"], "a.txt");
    let two: Value = folder.topline(&["a.txt", "b.txt", "-f", "json"]).succeeds().json();
    assert_eq!(
        two.as_array().unwrap().iter().map(|report| &report["source"]["path"]).collect::<Vec<_>>(),
        ["a.txt", "b.txt"]
    );
    let lines = folder.topline(&["a.txt", "b.txt", "-f", "jsonl"]).succeeds().stdout.clone();
    assert_eq!(lines.lines().count(), 2);
}

#[test]
fn standard_input_is_read_by_a_dash_or_a_pipe() {
    let folder = Folder::with(&[]);
    for arguments in [&["-f", "json", "-"][..], &["-f", "json"]] {
        let report = folder.topline_reading(arguments, ARTICLE).succeeds().json();
        assert_eq!(report["source"]["path"], "-");
    }
}

#[test]
fn json_lines_keep_ids_and_order_and_name_a_bad_line() {
    let folder = Folder::with(&[]);
    let feed = "{\"id\": \"z\", \"text\": \"Revenue rose.\", \"date\": null, \"more\": [1]}\n\nnonsense\n{\"id\": 7, \"text\": \"Revenue fell.\"}\n";
    let run = folder.topline_reading(&["--input-format", "jsonl", "-f", "jsonl"], feed);
    run.fails(1, "topline: cannot read standard input, line 3: it is not JSON (expected ident at column 2); write one object a line");
    let ids: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["source"]["path"].clone()).collect();
    assert_eq!(ids, ["z", "7"]);
    let array =
        folder.topline_reading(&["-f", "json"], "{\"id\": \"only\", \"text\": \"Revenue rose.\"}").succeeds().json();
    assert_eq!(array[0]["source"]["path"], "only", "JSON lines give an array, even where there is one line");
}

#[test]
fn what_cannot_be_read_is_one_line_and_the_rest_is_done() {
    let folder = Folder::with(&[("good.txt", ARTICLE), ("empty.txt", ""), ("report.pdf", "%PDF-1.7 ...")]);
    folder.write("binary.txt", b"\x7fELF\x02\x01\x00\x00\x00");
    for (name, why) in [
        ("missing.txt", "no such file or folder; check the path"),
        ("empty.txt", "it is empty; give a file with text in it"),
        ("binary.txt", "it is not text in UTF-8; convert it first, for instance with iconv"),
        ("report.pdf", "it is a PDF file; take the text out first, for instance with pdftotext"),
    ] {
        let message = format!("topline: cannot read {name}: {why}");
        let alone = folder.topline(&[name, "-f", "json"]);
        alone.fails(1, &message);
        assert_eq!(alone.stdout, "", "nothing half-written");
        let both = folder.topline(&[name, "good.txt", "-f", "jsonl"]);
        both.fails(1, &message);
        assert_eq!(both.stdout.lines().count(), 1);
    }
}

#[test]
fn what_is_marked_as_utf8_and_is_not_is_replaced_with_a_warning() {
    let folder = Folder::with(&[]);
    folder.write("latin.txt", b"\xEF\xBB\xBFUmsatz in M\xFCnchen rose.");
    let report = folder.topline(&["latin.txt", "-f", "json"]).succeeds().json();
    assert_eq!(report["warnings"][0], "1 byte was not UTF-8 and was replaced");
}

#[test]
fn permission_denied_is_told() {
    let folder = Folder::with(&[("secret.txt", ARTICLE)]);
    if !folder.forbid("secret.txt") {
        eprintln!("skipped: this user may read everything");
        return;
    }
    folder
        .topline(&["secret.txt"])
        .fails(1, "topline: cannot read secret.txt: permission denied; check the rights of the file and its folder");
}

#[test]
fn wrong_usage_is_one_line_and_exit_2() {
    let folder = Folder::with(&[("a.txt", ARTICLE)]);
    for (arguments, message) in [
        (&["--frmat", "json"][..], "topline: there is no option '--frmat'; did you mean '--format'?"),
        (&["-f", "jsn", "a.txt"], "topline: 'jsn' is no value of --format; did you mean 'json'?"),
        (
            &["-m", "revenu", "a.txt"],
            "topline: --metric: there is no metric 'revenu'; did you mean 'revenue'? --metrics lists them",
        ),
    ] {
        folder.topline(arguments).fails(2, message);
    }
    let over_itself = folder.topline(&["a.txt", "-o", "./a.txt"]);
    over_itself
        .fails(2, &format!("topline: {} is also an input; choose another --output", folder.path("a.txt").display()));
    assert_eq!(folder.read("a.txt"), ARTICLE);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = Folder::with(&[]);
    let feed: String = (0..20_000).map(|n| format!("{{\"id\": {n}, \"text\": \"Revenue rose.\"}}\n")).collect();
    folder.write("feed.jsonl", feed.as_bytes());
    let run = folder.topline_closing(&["feed.jsonl", "-f", "jsonl"]);
    run.succeeds();
    assert_eq!(run.stderr, "");
}

#[test]
fn output_appears_whole_or_not_at_all() {
    let folder = Folder::with(&[("a.txt", ARTICLE), ("b.txt", ARTICLE), ("old.csv", "old")]);
    folder.topline(&["a.txt", "b.txt", "-f", "csv", "-o", "old.csv"]).succeeds();
    assert_eq!(folder.read("old.csv").lines().count(), 3);
    folder
        .topline(&["missing.txt", "-o", "new.txt"])
        .fails(1, "topline: cannot read missing.txt: no such file or folder; check the path");
    folder
        .topline(&["a.txt", "-o", "no/such/folder.txt"])
        .fails(1, "topline: cannot write no/such/folder.txt: no such file or folder; check the path");
    folder.topline(&["a.txt", "-o", "."]).fails(1, "topline: cannot write .: it is a folder; name a file in it");
    assert_eq!(folder.names(), ["a.txt", "b.txt", "old.csv"], "nothing is left behind");
}

#[test]
fn csv_has_one_header_and_no_formulas() {
    let folder = Folder::with(&[]);
    let feed = "{\"id\": \"=cmd|'/c calc'!A0\", \"text\": \"Revenue rose.\"}\n{\"id\": \"plain, with a comma\", \"text\": \"Revenue rose.\"}\n";
    let run = folder.topline_reading(&["-f", "csv"], feed);
    let mut reader = csv::Reader::from_reader(run.succeeds().stdout.as_bytes());
    assert_eq!(
        reader.headers().unwrap().iter().take(4).collect::<Vec<_>>(),
        ["document", "company", "ticker", "period"]
    );
    let names: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
    assert_eq!(names, ["'=cmd|'/c calc'!A0", "plain, with a comma"]);
}

#[test]
fn the_schema_holds_for_what_is_written() {
    let folder = Folder::with(&[("a.txt", ARTICLE)]);
    let schema = folder.topline(&["--schema"]).succeeds().json();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let run = folder.topline(&["a.txt", fixtures, "--glob", "article.txt", "-f", "jsonl", "--include-unlinked"]);
    for line in run.succeeds().stdout.lines() {
        let report: Value = serde_json::from_str(line).unwrap();
        let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", report["source"]["path"]);
    }
}

#[test]
fn metrics_and_version_are_listed() {
    let folder = Folder::with(&[]);
    let metrics = folder.topline(&["--metrics"]).succeeds().stdout.clone();
    assert!(metrics.lines().any(|line| line.starts_with("net_income ")), "{metrics}");
    let version = format!("topline {} (JSON contract {SCHEMA_VERSION})\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(folder.topline(&["--version"]).succeeds().stdout, version);
}

#[test]
fn tables_are_ascii_where_the_locale_is() {
    let folder = Folder::with(&[("a.txt", ARTICLE)]);
    assert!(folder.topline(&["a.txt"]).succeeds().stdout.contains('·'));
    let plain = Run::of(folder.command(&["a.txt"]).env("LC_ALL", "C"), "");
    assert!(plain.succeeds().stdout.is_ascii());
}

/// The figures of a report, without their places: those differ with the line ends.
fn figures(report: &Value) -> Value {
    let mut facts = report["facts"].clone();
    facts.as_array_mut().unwrap().iter_mut().for_each(|fact| fact["evidence"] = fact["evidence"]["line"].clone());
    let without = |key: &str| report[key].clone();
    Value::from(vec![facts, without("line_items"), without("ratios"), without("checks"), without("warnings")])
}

#[test]
fn line_ends_of_windows_change_no_figure() {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for fixture in std::fs::read_dir(fixtures).unwrap() {
        let Ok(article) = std::fs::read_to_string(fixture.unwrap().path().join("article.txt")) else { continue };
        let folder = Folder::with(&[("a.txt", &article.replace("\r\n", "\n"))]);
        let unix = folder.topline(&["a.txt", "-f", "json"]).json();
        folder.write("a.txt", article.replace("\r\n", "\n").replace('\n', "\r\n").as_bytes());
        let windows = folder.topline(&["a.txt", "-f", "json"]).json();
        assert_eq!(figures(&windows), figures(&unix), "{article}");
    }
}
