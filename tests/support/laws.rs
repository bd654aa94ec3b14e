//! What holds for every report, whatever the text: shared by the property tests and the fuzz targets.

use std::collections::HashSet;

use topline::model::{Document, Evidence, Report, Span, Unit};
use topline::parser::lexer::quantity::{self, Form, QuantityMention};
use topline::parser::table::Tables;
use topline::parser::{lexer::word, sentence};
use topline::renderer::{Format, Rows, View};

/// Reads a document and holds its report against the laws.
#[track_caller]
pub(crate) fn read(document: &Document) -> Report {
    let report = topline::analyze(document);
    places(&report);
    ids(&report);
    accounts(&report);
    report
}

/// The quantities that the lexer finds in the sentences of a text, settled. What stands in tables is read by others.
pub(crate) fn mentions(text: &str) -> Vec<QuantityMention> {
    let (mut words, mut found) = (Vec::new(), Vec::new());
    let mut end = 0;
    let prose = Tables::find(text).blanked(text);
    for sentence in sentence::split(prose.as_deref().unwrap_or(text)) {
        assert!(sentence.span.start >= end, "sentences overlap");
        end = sentence.span.end;
        words.clear();
        word::read(text, sentence.span, &mut words);
        let ends = words.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        assert!(ends && words.iter().all(|word| is_in(text, word.span)), "words overlap or are no text");
        let first = found.len();
        quantity::read(text, &words, &mut found);
        for mention in &found[first..] {
            assert!(is_in(text, mention.span), "a quantity is no text");
            assert!(mention.words.end <= words.len(), "a quantity has words that are not there");
            assert!(mention.quantity.low() <= mention.quantity.high(), "a quantity is upside down");
        }
    }
    let home = quantity::home(text);
    quantity::settle(text, &mut found.iter_mut().collect::<Vec<_>>(), home);
    found
}

/// Every output format of a report.
pub(crate) fn written(report: &Report) -> Vec<String> {
    let mut all = Vec::new();
    for format in Format::ALL {
        for rows in Rows::ALL {
            let view = View { rows: *rows, include_unlinked: true, ..View::default() };
            let mut out = Vec::new();
            format.renderer(view).report(report, &mut out);
            all.push(String::from_utf8(out).expect("output is UTF-8"));
        }
    }
    all
}

/// The report as one line of JSON, with all that it has.
pub(crate) fn json(report: &Report) -> String {
    let mut out = Vec::new();
    Format::Jsonl.renderer(View { include_unlinked: true, ..View::default() }).report(report, &mut out);
    String::from_utf8(out).expect("output is UTF-8")
}

fn is_in(text: &str, span: Span) -> bool {
    span.start < span.end && text.get(span.start..span.end).is_some()
}

/// Evidence lies inside the text and its sentence, and each kind stands in the order of the text.
#[track_caller]
fn places(report: &Report) {
    let text = report.text();
    let facts = report.facts.iter().map(|fact| &fact.evidence).collect::<Vec<_>>();
    let unlinked = report.unlinked.iter().map(|unlinked| &unlinked.evidence).collect::<Vec<_>>();
    for evidence in facts.iter().chain(&unlinked) {
        assert!(is_in(text, evidence.span) && is_in(text, evidence.sentence), "{evidence:?} is no text");
        let inside = evidence.sentence.start <= evidence.span.start && evidence.span.end <= evidence.sentence.end;
        assert!(inside, "{evidence:?} is not in its sentence");
    }
    for list in [facts, unlinked] {
        let ordered = list.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start);
        assert!(ordered, "out of order");
        lines(text, &list);
    }
}

/// Lines and columns are where the spans are, counted here in one go.
#[track_caller]
fn lines(text: &str, list: &[&Evidence]) {
    let (mut at, mut line, mut column) = (0, 1, 1);
    for evidence in list {
        for c in text.get(at..evidence.span.start).unwrap_or_default().chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        at = evidence.span.start;
        assert_eq!((evidence.line, evidence.column), (line, column), "{evidence:?}");
    }
}

/// Facts are numbered, and nothing refers to one that is not there.
#[track_caller]
fn ids(report: &Report) {
    assert!(report.facts.iter().enumerate().all(|(at, fact)| fact.id == at), "facts are misnumbered");
    let items = report.line_items.iter().flat_map(|item| {
        let figures = [&item.actual, &item.estimate, &item.guidance, &item.prior_guidance, &item.year_ago];
        let growth = item.growth.iter().flat_map(|growth| growth.facts.iter().copied());
        let surprise = item.surprise.iter().flat_map(|surprise| surprise.facts.iter().copied());
        let implied = item.implied_year_ago.iter().flat_map(|implied| implied.facts.iter().copied());
        figures.into_iter().flatten().map(|figure| figure.fact).chain(growth).chain(surprise).chain(implied)
    });
    let ratios = report.ratios.iter().flat_map(|ratio| ratio.facts.iter().copied());
    let checks = report.checks.iter().flat_map(|check| check.facts.iter().copied());
    assert!(items.chain(ratios).chain(checks).all(|id| id < report.facts.len()), "a fact is not there");
}

/// Every quantity that the lexer finds is in a fact or in the list of what is unlinked, plain numbers that nothing
/// names aside, and nothing else is.
#[track_caller]
fn accounts(report: &Report) {
    let facts = report.facts.iter().map(|fact| fact.evidence.span);
    let told: Vec<Span> = facts.chain(report.unlinked.iter().map(|unlinked| unlinked.evidence.span)).collect();
    let accounted: HashSet<Span> = told.iter().copied().collect();
    let repeated = report.facts.iter().filter(|fact| fact.rule == "row of a table").count();
    assert!(told.len() <= accounted.len() + repeated, "a figure is told of twice");
    let found = mentions(report.text());
    let lost = found.iter().find(|mention| is_listed(mention) && !accounted.contains(&mention.span));
    assert!(lost.is_none(), "{lost:?} is lost: {:?}", lost.map(|lost| lost.span.of(report.text())));
    let found: HashSet<Span> = found.iter().map(|mention| mention.span).collect();
    let prose = Tables::find(report.text()).blanked(report.text());
    let in_table = |span: &Span| prose.as_deref().is_some_and(|prose| span.of(prose) != span.of(report.text()));
    let strange = told.iter().find(|span| !found.contains(span) && !in_table(span));
    assert!(strange.is_none(), "{strange:?} is told of and not there");
}

fn is_listed(mention: &QuantityMention) -> bool {
    mention.quantity.unit() != Unit::Count || mention.form == Form::Scaled || mention.noun.is_some()
}
