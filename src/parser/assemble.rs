//! Drafts to facts with their evidence, and loose quantities to the list of what is unlinked. Nothing disappears here.

use std::sync::Arc;

use crate::model::{Claim, Currency, Evidence, Fact, Period, Quantity, Span, Unit, Unlinked};
use crate::parser::company::Companies;
use crate::parser::lexer::token::Lexed;
use crate::parser::linker::{self, Draft, Links, Loose};
use crate::parser::sentence::Sentence;
use crate::parser::table;

/// What has been put together so far.
pub struct Assembly<'a> {
    text: &'a str,
    companies: &'a Companies,
    /// Whose dollars a bare "$" is, where it is not American.
    home: Option<Currency>,
    /// The last place that was counted. The next is counted from there, so that a line of a hundred megabytes is
    /// counted once.
    reached: Place,
    /// The place of the last figure: the next one of its sentence or row is counted from there.
    figure: Place,
    /// Names already made, so that a segment said a hundred times is kept once.
    names: Vec<(Span, Arc<str>)>,
    /// The facts, in the order of the text.
    pub facts: Vec<Fact>,
    /// The verdicts that the text states.
    pub claims: Vec<Claim>,
    /// The quantities in no fact.
    pub unlinked: Vec<Unlinked>,
}

impl<'a> Assembly<'a> {
    /// Nothing yet, with room for the facts of so many quantities.
    pub fn new(text: &'a str, (companies, home): (&'a Companies, Option<Currency>), quantities: usize) -> Self {
        Self {
            text,
            companies,
            home,
            reached: Place::default(),
            figure: Place::default(),
            names: Vec::new(),
            facts: Vec::with_capacity(quantities),
            claims: Vec::new(),
            unlinked: Vec::new(),
        }
    }

    /// Adds what was read of one sentence.
    pub fn add(&mut self, sentence: Sentence, lexed: &Lexed, links: &Links) {
        for draft in &links.drafts {
            self.fact(sentence, lexed, draft);
        }
        for &Loose { quantity, reason } in &links.loose {
            let Some(mention) = lexed.quantities.get(quantity).filter(|_| linker::is_listed(lexed, quantity)) else {
                continue;
            };
            let evidence = self.evidence(sentence.span, mention.span);
            self.unlinked.push(Unlinked { quantity: mention.quantity.clone(), reason, evidence });
        }
    }

    /// Adds what the cells of tables say, each where it stands among the figures of sentences.
    pub fn cells(&mut self, tables: Vec<Vec<table::Reading>>) {
        if tables.is_empty() {
            return;
        }
        let all = tables.iter().map(Vec::len).sum::<usize>();
        let told = tables.iter().flatten().filter(|reading| reading.fact.is_ok()).count();
        let facts = std::mem::replace(&mut self.facts, Vec::with_capacity(told));
        let unlinked = std::mem::replace(&mut self.unlinked, Vec::with_capacity(all - told));
        tables.into_iter().flatten().for_each(|reading| self.cell(reading));
        self.facts = merged(std::mem::take(&mut self.facts), facts, |fact| &fact.evidence);
        self.unlinked = merged(std::mem::take(&mut self.unlinked), unlinked, |unlinked| &unlinked.evidence);
        (0..).zip(&mut self.facts).for_each(|(id, fact)| fact.id = id);
    }

    fn cell(&mut self, reading: table::Reading) {
        let evidence = self.evidence(near(self.text, reading.row, reading.span), reading.span);
        match reading.fact {
            Ok(fact) => {
                let segment = fact.segment.map(|span| self.name(span));
                self.facts.push(Fact {
                    id: self.facts.len(),
                    metric: fact.metric,
                    role: fact.role,
                    measure: fact.measure,
                    comparison: fact.comparison,
                    company: self.companies.main().map(|main| self.companies.name(main).clone()),
                    segment,
                    period: fact.period,
                    basis: fact.basis,
                    quantity: self.at_home(fact.quantity),
                    action: fact.action,
                    source: None,
                    evidence,
                    rule: Fact::TABLE_RULE,
                });
            }
            Err((quantity, reason)) => self.unlinked.push(Unlinked { quantity, reason, evidence }),
        }
    }

    /// A figure of a table whose dollars are those of the home country.
    fn at_home(&self, quantity: Quantity) -> Quantity {
        match (quantity.unit(), self.home) {
            (Unit::Money(Currency::USD), Some(home)) => quantity.with_unit(Unit::Money(home)),
            (Unit::PerShare(Currency::USD), Some(home)) => quantity.with_unit(Unit::PerShare(home)),
            _ => quantity,
        }
    }

    /// Adds the verdicts that a sentence states, of the last figure's company and period, or the document's own.
    pub fn claims(&mut self, sentence: Sentence, lexed: &Lexed, reporting: Option<Period>) {
        for (verdict, metric, span) in linker::claims(self.text, sentence, lexed) {
            let evidence = self.evidence(sentence.span, span);
            let own = || self.companies.main().map(|main| self.companies.name(main).clone());
            let last = self.facts.last().map(|fact| (fact.company.clone(), fact.period));
            let (company, period) = last.unwrap_or_else(|| (own(), reporting));
            self.claims.push(Claim { verdict, metric, company, period, evidence });
        }
    }

    fn fact(&mut self, sentence: Sentence, lexed: &Lexed, draft: &Draft) {
        let Some(mention) = lexed.quantities.get(draft.index) else { return };
        let evidence = self.evidence(sentence.span, mention.span);
        let fact = Fact {
            id: self.facts.len(),
            metric: draft.metric,
            role: draft.role,
            measure: draft.measure,
            comparison: draft.comparison,
            company: draft.company.map(|company| self.companies.name(company).clone()),
            segment: draft.segment.map(|span| self.name(span)),
            period: draft.period,
            basis: draft.basis,
            quantity: draft.quantity.clone(),
            action: draft.action,
            source: draft.source.map(|span| self.name(span)),
            evidence,
            rule: draft.rule,
        };
        self.facts.push(fact);
    }

    fn name(&mut self, span: Span) -> Arc<str> {
        let recent = self.names.iter().rev().take(8).find(|(known, _)| known.of(self.text) == span.of(self.text));
        if let Some((_, name)) = recent {
            return name.clone();
        }
        let name: Arc<str> = linker::squeezed(self.text, span).into();
        self.names.push((span, name.clone()));
        name
    }

    fn evidence(&mut self, sentence: Span, span: Span) -> Evidence {
        let start = sentence.start.min(span.start);
        let goes_on = (start..=span.start).contains(&self.figure.offset);
        let from = if goes_on { self.figure } else { self.reach(start) };
        self.figure = from.past(Span::new(from.offset, span.start).of(self.text));
        Evidence { span, sentence, line: self.figure.line + 1, column: self.figure.before + 1 }
    }

    /// The place of an offset, counted from the last one.
    fn reach(&mut self, offset: usize) -> Place {
        let Place { offset: from, line, .. } = self.reached;
        self.reached = if offset >= from {
            self.reached.past(Span::new(from, offset).of(self.text))
        } else {
            let line = line.saturating_sub(breaks(Span::new(offset, from).of(self.text)));
            Place { line, ..Place::default().past(Span::new(0, offset).of(self.text)) }
        };
        self.reached
    }
}

/// What was read of cells and what was read of sentences, in the order of the text.
fn merged<T>(cells: Vec<T>, said: Vec<T>, evidence: impl Fn(&T) -> &Evidence) -> Vec<T> {
    let mut merged = Vec::with_capacity(cells.len() + said.len());
    let mut cells = cells.into_iter().peekable();
    for one in said {
        while let Some(cell) = cells.next_if(|cell| evidence(cell).span.start < evidence(&one).span.start) {
            merged.push(cell);
        }
        merged.push(one);
    }
    merged.extend(cells);
    merged
}

/// A place in the text.
#[derive(Clone, Copy, Default)]
struct Place {
    offset: usize,
    /// Number of its line, from 0.
    line: usize,
    /// How many characters of the line stand before it.
    before: usize,
}

impl Place {
    /// The place behind a stretch of text that begins here.
    fn past(self, text: &str) -> Self {
        let offset = self.offset + text.len();
        // From figure to figure of a row nearly all is plain.
        if is_plain(text) {
            return Self { offset, before: self.before + text.len(), ..self };
        }
        match memchr::memrchr(b'\n', text.as_bytes()) {
            Some(end) => {
                let before = text.get(end + 1..).unwrap_or_default().chars().count();
                Self { offset, line: self.line + breaks(text), before }
            }
            None => Self { offset, before: self.before + text.chars().count(), ..self },
        }
    }
}

/// Whether it is a part of one line in ASCII, told many bytes at a time. Long ones mostly are not, and so not looked at.
fn is_plain(text: &str) -> bool {
    text.len() < FAR && text.bytes().fold(true, |plain, byte| plain & byte.is_ascii() & (byte != b'\n'))
}

/// No two figures of a line are so far apart, in bytes, but in running text.
const FAR: usize = 256;

fn breaks(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

/// So many bytes of a row are shown before and behind a cell.
const BESIDE: usize = 1000;

/// The row around a cell: all of it, unless thousands of cells stand in it, each of which would show all others.
fn near(text: &str, row: Span, cell: Span) -> Span {
    let start = text.floor_char_boundary(cell.start.saturating_sub(BESIDE));
    let end = text.floor_char_boundary(cell.end.saturating_add(BESIDE));
    Span::new(row.start.max(start), row.end.min(end))
}
