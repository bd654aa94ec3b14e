//! Speed in bytes a second, stage by stage: `cargo bench`. Over texts made from the fixtures, and over the call
//! transcripts of the evaluation set, where those lie beside this folder.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // What is left out is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use topline::parser::{lexer, sentence};
use topline::renderer::{Format, View};
use topline::{Document, Report, analyze, parser};

fn main() {
    divan::main();
}

/// The texts that every stage is measured on.
const TEXTS: [&str; 4] = ["brief", "article", "call", "transcripts"];

/// Sentences to words, quantities and periods: every sentence, with or without a figure.
#[divan::bench(args = TEXTS)]
fn lexing(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, documents(name), lex);
}

/// Documents to facts.
#[divan::bench(args = TEXTS)]
fn parsing(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, documents(name), |document| parser::read(document).facts.len());
}

/// Documents to reports, with all that is calculated.
#[divan::bench(args = TEXTS)]
fn whole_analysis(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, documents(name), |document| analyze(document).facts.len());
}

/// Reports to JSON lines, in bytes of the documents, so that the stages add up.
#[divan::bench(args = TEXTS)]
fn rendering_json(bencher: Bencher<'_, '_>, name: &str) {
    let renderer = Format::Jsonl.renderer(View::default());
    let mut out = Vec::new();
    let reports: Vec<Report> = documents(name).iter().map(analyze).collect();
    bencher.counter(BytesCount::new(bytes(documents(name)))).bench_local(|| {
        reports.iter().for_each(|report| {
            out.clear();
            renderer.report(black_box(report), &mut out);
        });
    });
}

fn measure(bencher: Bencher<'_, '_>, documents: &[Document], stage: impl Fn(&Document) -> usize + Sync) {
    let all = || documents.iter().map(|document| stage(black_box(document))).sum::<usize>();
    bencher.counter(BytesCount::new(bytes(documents))).bench(all);
}

fn lex(document: &Document) -> usize {
    let text = &*document.text;
    let (mut words, mut quantities, mut periods) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in sentence::split(text) {
        words.clear();
        lexer::word::read(text, sentence.span, &mut words);
        lexer::quantity::read(text, &words, &mut quantities);
        lexer::period::read(text, &words, &mut periods);
    }
    quantities.len() + periods.len()
}

fn bytes(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}

/// The documents of that name; none where the transcripts are not there.
fn documents(name: &str) -> &'static [Document] {
    static BRIEF: LazyLock<Vec<Document>> = LazyLock::new(|| vec![of_fixtures(1_000)]);
    static ARTICLE: LazyLock<Vec<Document>> = LazyLock::new(|| vec![of_fixtures(5_000)]);
    static CALL: LazyLock<Vec<Document>> = LazyLock::new(|| vec![of_fixtures(50_000)]);
    static TRANSCRIPTS: LazyLock<Vec<Document>> = LazyLock::new(transcripts);
    match name {
        "brief" => &BRIEF,
        "article" => &ARTICLE,
        "call" => &CALL,
        _ => &TRANSCRIPTS,
    }
}

/// The articles of the fixtures in turn, until there are `size` bytes.
fn of_fixtures(size: usize) -> Document {
    let folders = files(&root().join("fixtures")).into_iter().filter(|path| path.is_dir());
    let articles: Vec<String> = folders
        .filter_map(|folder| fs::read_to_string(folder.join("article.txt")).ok())
        .map(|text| text + "\n")
        .collect();
    let mut text = String::new();
    for article in articles.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text += article;
    }
    Document::new("bench.txt", text)
}

/// How many of the transcripts are read: enough that the processor does not learn them by heart.
const MOST: usize = 100;

fn transcripts() -> Vec<Document> {
    let folder = root().join("../shared/eval/transcripts/texts");
    if !folder.is_dir() {
        eprintln!("skipped: there are no transcripts in {}", folder.display());
        return Vec::new();
    }
    let document = |path: &PathBuf| Document::new(path.to_string_lossy(), fs::read_to_string(path).unwrap());
    files(&folder).iter().take(MOST).map(document).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is in a folder, in the order of the names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
