//! Drafts to facts with their evidence, and loose quantities to the list of what is unlinked. Nothing disappears here.

use std::sync::Arc;

use crate::model::{Claim, Evidence, Fact, Period, Span, Unlinked};
use crate::parser::company::Companies;
use crate::parser::lexer::token::Lexed;
use crate::parser::linker::{self, Draft, Loose};
use crate::parser::sentence::Sentence;
use crate::parser::table;

/// What has been put together so far.
pub struct Assembly<'a> {
    text: &'a str,
    companies: &'a Companies,
    /// Offsets of the first byte of each line.
    lines: Vec<usize>,
    /// The last offset whose column was counted, and how many characters of its line stand before it: a line of a
    /// hundred megabytes is counted once.
    reached: (usize, usize),
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
    /// Nothing yet.
    pub fn new(text: &'a str, companies: &'a Companies) -> Self {
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Self {
            text,
            companies,
            lines,
            reached: (0, 0),
            names: Vec::new(),
            facts: Vec::new(),
            claims: Vec::new(),
            unlinked: Vec::new(),
        }
    }

    /// Adds what was read of one sentence.
    pub fn add(&mut self, sentence: Sentence, lexed: &Lexed, drafts: Vec<Draft>, loose: Vec<Loose>) {
        for draft in drafts {
            self.fact(sentence, lexed, draft);
        }
        for Loose { quantity, reason } in loose {
            let Some(mention) = lexed.quantities.get(quantity).filter(|_| linker::is_listed(lexed, quantity)) else {
                continue;
            };
            let evidence = self.evidence(sentence.span, mention.span);
            self.unlinked.push(Unlinked { quantity: mention.quantity.clone(), reason, evidence });
        }
    }

    /// Adds what a cell of a table says.
    pub fn cell(&mut self, reading: table::Reading) {
        let evidence = self.evidence(reading.row, reading.span);
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
                    quantity: fact.quantity,
                    action: fact.action,
                    source: None,
                    evidence,
                    rule: Fact::TABLE_RULE,
                });
            }
            Err((quantity, reason)) => self.unlinked.push(Unlinked { quantity, reason, evidence }),
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

    fn fact(&mut self, sentence: Sentence, lexed: &Lexed, draft: Draft) {
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
            quantity: draft.quantity,
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
        let line = self.lines.partition_point(|start| *start <= span.start).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        let (from, known) = if (start..=span.start).contains(&self.reached.0) { self.reached } else { (start, 0) };
        let before = known + Span::new(from, span.start).of(self.text).chars().count();
        self.reached = (span.start, before);
        Evidence { span, sentence, line, column: before + 1 }
    }
}
