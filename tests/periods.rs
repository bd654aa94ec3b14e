//! The reported period and the periods of figures, measured on articles and transcripts that people have read.
//! Without those texts at hand the tests say so and pass.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;
use topline::Document;
use topline::model::Period;
use topline::parser::calendar::Calendar;
use topline::parser::lexer::period::{self, PeriodMention};
use topline::parser::lexer::word;
use topline::parser::sentence::{self, Sentence};

/// The folder of texts and gold, beside the repository.
fn gold_folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    if !folder.is_dir() {
        eprintln!("skipped: no gold texts at {}", folder.display());
        return None;
    }
    Some(folder)
}

struct Read {
    sentences: Vec<Sentence>,
    mentions: Vec<(usize, PeriodMention)>,
    calendar: Calendar,
}

fn read(document: &Document) -> Read {
    let sentences = sentence::split(&document.text);
    let (mut words, mut found, mut mentions) = (Vec::new(), Vec::new(), Vec::new());
    for (index, sentence) in sentences.iter().enumerate() {
        words.clear();
        word::read(&document.text, sentence.span, &mut words);
        period::read(&document.text, &words, &mut found);
        mentions.extend(found.drain(..).map(|mention| (index, mention)));
    }
    let calendar = Calendar::new(document, &mentions);
    Read { sentences, mentions, calendar }
}

fn shown(period: Option<Period>) -> String {
    period.map_or("null".to_owned(), |period| period.to_string())
}

fn lines(path: &Path) -> Vec<Value> {
    std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Prints the misses (seen with `--nocapture`) and requires a share of hits.
#[track_caller]
fn require(what: &str, hits: usize, misses: &[String], share: usize) {
    let mut report = String::new();
    for miss in misses {
        writeln!(report, "  {miss}").unwrap();
    }
    let total = hits + misses.len();
    eprintln!("{what}: {hits} of {total}\n{report}");
    assert!(hits * 100 >= total * share, "{what}: {hits} of {total}, less than {share} %");
}

/// An annotated article, read with its date of publication.
fn article(folder: &Path, gold: &Value) -> Read {
    let id = gold["id"].as_str().unwrap();
    let text = std::fs::read_to_string(folder.join("news/texts").join(id)).unwrap();
    let date = gold["date"].as_str().and_then(|date| date.parse().ok());
    read(&Document { date, ..Document::new(id, text) })
}

#[test]
fn articles_report_on_the_right_period() {
    let Some(folder) = gold_folder() else { return };
    let (mut hits, mut misses) = (0, Vec::new());
    for gold in lines(&folder.join("news/gold.jsonl")) {
        let got = shown(article(&folder, &gold).calendar.reporting());
        let want = gold["period"].as_str().unwrap_or("null");
        if got == want { hits += 1 } else { misses.push(format!("{}: {got}, not {want}", gold["id"])) }
    }
    require("reported period of articles", hits, &misses, 95);
}

#[test]
fn figures_of_articles_get_the_right_period() {
    let Some(folder) = gold_folder() else { return };
    let (mut hits, mut misses) = (0, Vec::new());
    for gold in lines(&folder.join("news/gold.jsonl")) {
        let found = article(&folder, &gold);
        for fact in gold["facts"].as_array().unwrap() {
            let Some((said, got)) = only_period(&found, fact) else { continue };
            let want = fact["period"].as_str().unwrap_or("null");
            if got == want {
                hits += 1;
            } else {
                let id = gold["id"].as_str().unwrap();
                misses.push(format!("{id:.20} {said} -> {got}, not {want} [{}] {}", fact["role"], fact["context"]));
            }
        }
    }
    require("periods of figures in sentences that name one or none", hits, &misses, 83);
}

/// What the one expression of the figure's sentence means; the reported period where there is none.
fn only_period(found: &Read, fact: &Value) -> Option<(String, String)> {
    let start = usize::try_from(fact["start"].as_u64()?).ok()?;
    let index =
        found.sentences.iter().position(|sentence| (sentence.span.start..sentence.span.end).contains(&start))?;
    let said = found.mentions.iter().filter(|(sentence, mention)| *sentence == index && !mention.expr.is_comparison());
    let periods: Vec<_> = said.map(|(_, mention)| mention.expr).collect();
    match periods[..] {
        [] => Some(("none".to_owned(), shown(found.calendar.reporting()))),
        [expr] if expr.is_base() => None,
        [expr] => {
            let future = fact["role"] != "actual" && (fact["role"] != "estimate" || !expr.is_weak());
            Some((format!("{expr:?}"), shown(found.calendar.resolve(expr, future))))
        }
        _ => None,
    }
}

#[test]
fn transcripts_report_on_the_period_of_their_file() {
    let Some(folder) = gold_folder() else { return };
    let (mut hits, mut quarters, mut misses) = (0, 0, Vec::new());
    for gold in lines(&folder.join("transcripts/gold.jsonl")) {
        let id = gold["id"].as_str().unwrap();
        let text = std::fs::read_to_string(folder.join("transcripts/texts").join(format!("{id}.txt"))).unwrap();
        let mut parts = id.rsplit('_');
        let (year, quarter) = (parts.next().unwrap(), parts.next().unwrap().to_uppercase());
        let got = shown(read(&Document::new(id, text)).calendar.reporting());
        quarters += usize::from(got.ends_with(&quarter));
        if got == format!("{year}-{quarter}") { hits += 1 } else { misses.push(format!("{id}: {got}")) }
    }
    eprintln!("the quarter alone: {quarters} of {}", hits + misses.len());
    require("reported period of transcripts", hits, &misses, 84);
}

#[test]
fn releases_report_on_the_right_period() {
    let Some(folder) = gold_folder() else { return };
    let (mut hits, mut misses) = (0, Vec::new());
    for gold in lines(&folder.join("releases/gold_releases.jsonl")) {
        let id = gold["id"].as_str().unwrap();
        let Some(want) = gold["period"].as_str() else { continue };
        let text = std::fs::read_to_string(folder.join("releases/texts").join(id)).unwrap();
        let got = shown(read(&Document::new(id, text)).calendar.reporting());
        if got == want { hits += 1 } else { misses.push(format!("{id}: {got}, not {want}")) }
    }
    require("reported period of releases", hits, &misses, 94);
}
