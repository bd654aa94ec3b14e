//! How well companies are read in real articles and releases, where the annotated ones are at hand.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use topline::Document;
use topline::parser::company::{Companies, CompanyMention};
use topline::parser::kind::kind;
use topline::parser::lexer::word;
use topline::parser::sentence::{self, Sentence};

struct Read {
    document: Document,
    sentences: Vec<Sentence>,
    companies: Companies,
}

impl Read {
    fn new(document: Document) -> Self {
        let sentences = sentence::split(&document.text);
        let companies = Companies::survey(&document, &sentences);
        Self { document, sentences, companies }
    }

    fn main(&self) -> &str {
        self.companies.main().map_or("", |main| self.companies.name(main))
    }

    fn mentions(&self, sentence: usize) -> Vec<CompanyMention> {
        let mut words = Vec::new();
        let mut mentions = Vec::new();
        word::read(&self.document.text, self.sentences[sentence].span, &mut words);
        self.companies.read(&self.document.text, &words, &mut mentions);
        mentions
    }

    fn sentence_of(&self, offset: usize) -> usize {
        self.sentences.iter().rposition(|sentence| sentence.span.start <= offset).unwrap()
    }
}

/// The gold lines of a set, each with its document; `None`, with a message, where the set is not at hand.
fn gold(set: &str, file: &str) -> Option<Vec<(Value, Read)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/eval").join(set);
    let Ok(lines) = fs::read_to_string(folder.join(file)) else {
        eprintln!("skipped: no annotated documents in {}", folder.display());
        return None;
    };
    let read = |line: &str| {
        let gold: Value = serde_json::from_str(line).unwrap();
        let id = gold["id"].as_str().unwrap();
        let text = fs::read_to_string(folder.join("texts").join(Path::new(id))).unwrap();
        let document = Document::new(id, text);
        (gold.clone(), Read::new(document))
    };
    Some(lines.lines().map(read).collect())
}

fn folded(name: &str) -> String {
    name.to_lowercase().replace('’', "'").replace('-', "")
}

/// Whether one name begins the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    !one.is_empty() && !other.is_empty() && (one.starts_with(&other) || other.starts_with(&one))
}

/// How many of the documents have their main company named as in the gold, and how many alike.
fn main_company(set: &str, gold: &[(Value, Read)]) -> (usize, usize) {
    let (mut strict, mut lenient) = (0, 0);
    for (line, read) in gold {
        let expected = line["company"].as_str().unwrap();
        strict += usize::from(folded(expected) == folded(read.main()));
        if alike(expected, read.main()) {
            lenient += 1;
        } else {
            eprintln!("{}: {expected} read as '{}'", read.document.name, read.main());
        }
    }
    eprintln!("{set}: main company of {} documents: {strict} strict, {lenient} alike", gold.len());
    (strict, lenient)
}

#[test]
fn main_companies_of_news() {
    let Some(gold) = gold("news", "gold.jsonl") else { return };
    let (strict, lenient) = main_company("news", &gold);
    assert!(strict * 100 >= gold.len() * 95 && lenient == gold.len());
}

#[test]
fn main_companies_of_releases() {
    let Some(gold) = gold("releases", "gold_releases.jsonl") else { return };
    let (_, lenient) = main_company("releases", &gold);
    for (line, read) in &gold {
        let ticker = read.companies.main().and_then(|main| read.companies.ticker(main));
        eprintln!("{}: '{}' {ticker:?} for {}", read.document.name, read.main(), line["ticker"]);
    }
    assert!(lenient == gold.len());
}

#[test]
fn others_are_named_before_their_figures() {
    let Some(gold) = gold("news", "gold.jsonl") else { return };
    let (mut all, mut near) = (0, 0);
    for (line, read) in &gold {
        for fact in line["facts"].as_array().unwrap() {
            let owner = fact["company"].as_str().unwrap();
            if owner == line["company"].as_str().unwrap() || fact["metric"] == "other" {
                continue;
            }
            all += 1;
            let at = read.sentence_of(usize::try_from(fact["start"].as_u64().unwrap()).unwrap());
            let owns = |mention: &CompanyMention| {
                let name = read.companies.name(mention.company);
                !mention.anaphor && mention.owner && alike(owner.split(' ').next().unwrap(), name)
            };
            let heads = read.companies.subject(read.sentences[at].span.start);
            let heads =
                heads.is_some_and(|company| alike(owner.split(' ').next().unwrap(), read.companies.name(company)));
            if heads || (at.saturating_sub(2)..=at).any(|sentence| read.mentions(sentence).iter().any(owns)) {
                near += 1;
            } else {
                eprintln!("{}: {owner} not named near {}", read.document.name, fact["context"]);
            }
        }
    }
    eprintln!("{near} of {all} figures of others have their company near");
    assert!(near * 100 >= all * 95);
}

#[test]
fn others_are_not_made_up_near_the_main_companys_figures() {
    let Some(gold) = gold("news", "gold.jsonl") else { return };
    let (mut sentences, mut wrong, mut named) = (0, 0, 0);
    for (line, read) in &gold {
        let facts = line["facts"].as_array().unwrap();
        let main = line["company"].as_str().unwrap();
        let of_main = facts.iter().filter(|fact| fact["company"].as_str().unwrap() == main);
        let offset = |fact: &Value| usize::try_from(fact["start"].as_u64().unwrap()).unwrap();
        let mut with_facts: Vec<usize> = of_main.map(|fact| read.sentence_of(offset(fact))).collect();
        with_facts.dedup();
        for sentence in with_facts {
            sentences += 1;
            let mentions = read.mentions(sentence);
            named += usize::from(mentions.iter().any(|mention| Some(mention.company) == read.companies.main()));
            for mention in mentions.iter().filter(|mention| Some(mention.company) != read.companies.main()) {
                let text = read.sentences[sentence].span.of(&read.document.text);
                let name = read.companies.name(mention.company);
                let figures = facts.iter().any(|fact| alike(fact["company"].as_str().unwrap(), name));
                wrong += usize::from(mention.owner && !figures);
                let owner = if mention.owner { "owner" } else { "aside" };
                eprintln!("{}: {owner} '{}' in: {text}", read.document.name, mention.span.of(&read.document.text));
            }
        }
    }
    eprintln!("{wrong} other owners in {sentences} sentences of the main one, which {named} of them name");
    assert!(wrong == 0);
}

/// The kinds of the texts in a folder, counted.
fn kinds(folder: &str) -> HashMap<&'static str, usize> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    let mut counts = HashMap::new();
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: no texts in {}", folder.display());
        return counts;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&path).unwrap();
        let document = Document::new(path.file_name().unwrap().to_string_lossy(), text);
        let kind = kind(&document, &sentence::split(&document.text));
        *counts.entry(kind.name()).or_default() += 1;
    }
    eprintln!("{}: {counts:?}", folder.display());
    counts
}

#[test]
fn kinds_of_texts() {
    for (folder, expected, percent) in [
        ("eval/news/texts/news", "article", 100),
        ("eval/releases/texts/releases", "press_release", 100),
        ("eval/transcripts/texts", "transcript", 99),
        ("corpus/news", "article", 99),
        ("corpus/briefs", "brief", 75),
    ] {
        let counts = kinds(folder);
        let all: usize = counts.values().sum();
        assert!(counts.get(expected).copied().unwrap_or_default() * 100 >= all * percent, "{folder}: {counts:?}");
    }
}

#[test]
fn texts_have_a_company() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/news");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: no texts in {}", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut with_company = 0;
    for path in &paths {
        let text = fs::read_to_string(path).unwrap();
        let read = Read::new(Document::new(path.file_name().unwrap().to_string_lossy(), text));
        let all: Vec<_> = read.companies.all().iter().map(|c| format!("{}/{:?}", c.name, c.ticker)).collect();
        eprintln!("{} {:?}: {}", read.document.name, kind(&read.document, &read.sentences), all.join(", "));
        with_company += usize::from(read.companies.main().is_some());
    }
    eprintln!("{with_company} of {} texts have a company", paths.len());
    assert!(with_company * 100 >= paths.len() * 95);
}
