//! Every fixture folder, through the library and through the binary.
//!
//! `article.txt` or `article.html` is read; `facts.json` says what a careful reader finds in it and is never changed to suit the program;
//! `table.txt` is what the binary printed last time, renewed with `UPDATE_FIXTURES=1` and read in review.
#![allow(clippy::unwrap_used)]

mod truth;

use serde_json::Value;
use topline::model::{Action, Basis, Comparison, Measure, Period, Role};
use topline::parser::vocabulary::metrics;
use truth::fixture::{self, Fixture};
use truth::{compare, derived, scan, snapshot, sound};

/// Runs `look` over every fixture and fails with all that it found, folder by folder.
#[track_caller]
fn nothing_is_found_by(look: impl Fn(&Fixture) -> Vec<String>) {
    let mut message = String::new();
    let (mut lines, mut folders) = (0, 0);
    for fixture in fixture::all() {
        let found = look(&fixture);
        if found.is_empty() {
            continue;
        }
        (lines, folders) = (lines + found.len(), folders + 1);
        message += &format!("\nfixtures/{}: {}\n", fixture.name, found.len());
        found.iter().for_each(|line| message += &format!("  {line}\n"));
    }
    assert!(lines == 0, "{lines} differences in {folders} fixtures\n{message}");
}

#[test]
fn the_facts_are_those_of_a_careful_reader() {
    nothing_is_found_by(|fixture| compare::differences(fixture, &fixture.report()));
}

#[test]
fn what_follows_from_the_facts_is_found() {
    nothing_is_found_by(|fixture| derived::differences(fixture, &fixture.report()));
}

#[test]
fn nothing_disappears() {
    nothing_is_found_by(|fixture| {
        let lost = scan::lost(&fixture.report());
        let show = |at: usize| {
            let around = fixture.text[at..].split('\n').next().unwrap_or_default();
            format!(
                "line {}: in no fact and not unlinked: {}",
                fixture.line(at),
                around.chars().take(40).collect::<String>()
            )
        };
        lost.into_iter().map(|span| show(span.start)).collect()
    });
}

#[test]
fn every_report_is_sound_and_the_same_each_time() {
    nothing_is_found_by(|fixture| {
        let report = fixture.report();
        let mut faults = sound::faults(&report);
        if format!("{report:?}") != format!("{:?}", fixture.report()) {
            faults.push("the second reading differs from the first".into());
        }
        faults
    });
}

#[test]
fn a_text_that_breaks_off_gives_a_sound_report() {
    nothing_is_found_by(|fixture| {
        let ends = fixture.text.char_indices().map(|(at, _)| at).step_by(29);
        let report = |end: usize| topline::analyze(&topline::Document::new("cut.txt", &fixture.text[..end]));
        ends.flat_map(|end| sound::faults(&report(end)).into_iter().map(move |fault| format!("cut at {end}: {fault}")))
            .collect()
    });
}

#[test]
fn the_tables_are_as_they_were() {
    nothing_is_found_by(|fixture| snapshot::difference(fixture).into_iter().collect());
}

#[test]
fn the_json_quotes_the_article() {
    nothing_is_found_by(|fixture| {
        let printed = snapshot::run(fixture, &["--format", "json", "--include-unlinked"]);
        let Ok(report) = serde_json::from_str::<Value>(&printed) else {
            return vec![format!("no JSON: {:?}", printed.chars().take(60).collect::<String>())];
        };
        let list = |key: &str| report[key].as_array().cloned().unwrap_or_default();
        let figures = list("facts").into_iter().chain(list("unlinked"));
        figures.filter_map(|figure| misquote(fixture, &figure["evidence"])).collect()
    });
}

fn misquote(fixture: &Fixture, evidence: &Value) -> Option<String> {
    let end = |key: &str| evidence[key].as_u64().and_then(|at| usize::try_from(at).ok());
    let slice = end("start").zip(end("end")).and_then(|(start, end)| fixture.text.get(start..end));
    (slice.is_none() || slice != evidence["text"].as_str()).then(|| format!("{evidence} quotes {slice:?}"))
}

#[test]
fn the_truth_is_written_in_known_words() {
    nothing_is_found_by(|fixture| {
        let truth = &fixture.truth;
        let mut faults = Vec::new();
        let mut starts = Vec::new();
        for expected in &truth.facts {
            let known = |names: &[&str], name: &str| names.contains(&name);
            let optional =
                |names: &[&str], name: &Option<String>| name.as_deref().is_none_or(|name| known(names, name));
            let periods = expected.period.as_deref().is_none_or(|period| period.parse::<Period>().is_ok());
            let place = fixture.find(&expected.quote, expected.nth);
            starts.extend(place.map(|span| span.start));
            let claims = [
                ("quote", place.is_some_and(|span| !cuts_a_number(&fixture.text, span.start))),
                ("metric", metrics::by_key(&expected.metric).is_some()),
                ("role", known(&Role::ALL.iter().map(|role| role.name()).collect::<Vec<_>>(), &expected.role)),
                ("measure", known(&Measure::ALL.iter().map(|m| m.name()).collect::<Vec<_>>(), &expected.measure)),
                ("bound", known(&["point", "range", "about", "at_least", "at_most"], &expected.bound)),
                ("basis", optional(&Basis::ALL.iter().map(|b| b.name()).collect::<Vec<_>>(), &expected.basis)),
                ("action", optional(&Action::ALL.iter().map(|a| a.name()).collect::<Vec<_>>(), &expected.action)),
                ("period", periods),
                ("low and high", expected.low() <= expected.high()),
                (
                    "comparison",
                    optional(&Comparison::ALL.iter().map(|c| c.name()).collect::<Vec<_>>(), &expected.comparison)
                        && (expected.measure == "change" || expected.comparison.is_none()),
                ),
            ];
            let wrong = claims.iter().filter(|(_, holds)| !holds);
            faults.extend(wrong.map(|(field, _)| format!("`{}` ({}): {field}", expected.quote, expected.nth)));
        }
        let quotes = truth.neutral.iter().filter(|neutral| fixture.find(&neutral.quote, neutral.nth).is_none());
        faults.extend(quotes.map(|neutral| format!("neutral `{}` is not in the article", neutral.quote)));
        if !starts.is_sorted() {
            faults.push("the facts are not in the order of the text".into());
        }
        faults
    });
}

/// Whether a quote that begins at `start` leaves out the first digits of its number.
fn cuts_a_number(text: &str, start: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    text[start..].starts_with(digit) && text[..start].trim_end_matches(['.', ',']).ends_with(digit)
}
