//! Speed over texts made from the fixtures, in bytes a second: `cargo bench`.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use topline::renderer::{Format, View};
use topline::{Document, analyze};

fn main() {
    divan::main();
}

/// Bytes of the texts, at least: a brief, an article, a call.
const SIZES: [usize; 3] = [1_000, 5_000, 50_000];

#[divan::bench(args = SIZES)]
fn analysis(bencher: Bencher<'_, '_>, size: usize) {
    let document = document(size);
    bencher.counter(BytesCount::of_str(&document.text)).bench(|| analyze(black_box(&document)));
}

#[divan::bench(args = SIZES)]
fn analysis_to_json(bencher: Bencher<'_, '_>, size: usize) {
    let document = document(size);
    let renderer = Format::Jsonl.renderer(View::default());
    bencher.counter(BytesCount::of_str(&document.text)).bench(|| {
        let mut line = Vec::new();
        renderer.report(&analyze(black_box(&document)), &mut line);
        line
    });
}

/// All fixtures one after the other, each a document of its own.
#[divan::bench]
fn every_fixture(bencher: Bencher<'_, '_>) {
    let documents: Vec<Document> = articles().into_iter().map(|text| Document::new("bench", text)).collect();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| documents.iter().map(analyze).map(|report| report.facts.len()).sum::<usize>());
}

/// The articles of the fixtures in turn, until there are `size` bytes.
fn document(size: usize) -> Document {
    let articles = articles();
    let mut text = String::new();
    for article in articles.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text += article;
        text += "\n";
    }
    Document::new("bench.txt", text)
}

fn articles() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_dir());
    paths.sort();
    paths.iter().map(|folder| std::fs::read_to_string(folder.join("article.txt")).unwrap()).collect()
}
