//! The tokens of a sentence: its mentions and what is left between them, in order. Where two readers claim the same
//! words, the longer mention wins.

use crate::model::{Metric, Span};
use crate::parser::company::{Companies, CompanyMention};
use crate::parser::lexer::period::{self, PeriodMention};
use crate::parser::lexer::phrase;
use crate::parser::lexer::quantity::{self, QuantityMention};
use crate::parser::lexer::word::{self, Word};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// What a token is. Mentions carry their index in the sentence's list of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or phrase, known or not.
    Word,
    /// A character that is neither letter nor digit.
    Symbol(char),
    /// The name of a metric.
    Metric(Metric),
    /// A quantity.
    Quantity(usize),
    /// A period.
    Period(usize),
    /// A company.
    Company(usize),
}

/// A mention, a phrase, a word or a symbol.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// What it does; tokens that are mentions have the cue of their kind as well.
    pub cues: CueSet,
    /// Its place in the article.
    pub span: Span,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// All that the lexer finds in one sentence. Kept and filled anew for each, so that nothing is allocated twice.
#[derive(Default)]
pub struct Lexed {
    /// The words.
    pub words: Vec<Word>,
    /// The quantities.
    pub quantities: Vec<QuantityMention>,
    /// The periods.
    pub periods: Vec<PeriodMention>,
    /// The companies.
    pub companies: Vec<CompanyMention>,
    /// Everything in order.
    pub tokens: Vec<Token>,
}

impl Lexed {
    /// Reads the sentence that covers `span`.
    pub fn read(&mut self, text: &str, span: Span, companies: &Companies) {
        self.words.clear();
        self.quantities.clear();
        self.periods.clear();
        self.companies.clear();
        self.tokens.clear();
        word::read(text, span, &mut self.words);
        quantity::read(text, &self.words, &mut self.quantities);
        period::read(text, &self.words, &mut self.periods);
        let lead = text.get(span.start..span.end).is_some_and(|line| line.len() < 400);
        if !self.quantities.is_empty() || lead {
            companies.read(text, &self.words, &mut self.companies);
            self.tokenize();
        }
    }

    fn tokenize(&mut self) {
        let (mut at, mut quantity, mut period, mut company) = (0, 0, 0, 0);
        while at < self.words.len() {
            while self.quantities.get(quantity).is_some_and(|q| q.words.start < at) {
                self.nested(quantity);
                quantity += 1;
            }
            if let Some(found) = self.quantities.get(quantity).filter(|q| q.words.start == at) {
                let (end, span) = (found.words.end.max(at + 1), found.span);
                self.push(TokenKind::Quantity(quantity), CueSet::of(&[Cue::Quantity]), span, false);
                (at, quantity) = (end, quantity + 1);
                continue;
            }
            let limit = self.quantities.get(quantity).map_or(self.words.len(), |q| q.words.start);
            while self.periods.get(period).is_some_and(|p| p.words.start < at) {
                period += 1;
            }
            while self.companies.get(company).is_some_and(|c| c.words.start < at) {
                company += 1;
            }
            at = self.mention(at, limit, period, company);
        }
        while quantity < self.quantities.len() {
            self.nested(quantity);
            quantity += 1;
        }
    }

    /// A quantity inside another, as the amount in brackets of "43 billion euros ($49 billion) and 45 billion euros".
    fn nested(&mut self, quantity: usize) {
        if let Some(found) = self.quantities.get(quantity) {
            let span = found.span;
            self.push(TokenKind::Symbol('('), CueSet::NONE, Span::new(span.start, span.start), false);
            self.push(TokenKind::Quantity(quantity), CueSet::of(&[Cue::Quantity]), span, false);
            self.push(TokenKind::Symbol(')'), CueSet::NONE, Span::new(span.end, span.end), false);
        }
    }

    /// Pushes the longest of what begins at word `at`, and gives the index of the word after it.
    fn mention(&mut self, at: usize, limit: usize, period: usize, company: usize) -> usize {
        let phrase = phrase::longest(&self.words, at, limit);
        let phrase_end = phrase.map_or(at, |(_, end)| end);
        let period_end = self.periods.get(period).filter(|p| p.words.start == at).map_or(at, |p| p.words.end);
        let company_end = self.companies.get(company).filter(|c| c.words.start == at).map_or(at, |c| c.words.end);
        let end = phrase_end.max(period_end).max(company_end).max(at + 1).min(self.words.len());
        let (Some(first), Some(last)) = (self.words.get(at), self.words.get(end - 1)) else { return at + 1 };
        let (span, capital, word) = (Span::new(first.span.start, last.span.end), first.capital, first.kind);
        let meaning = phrase.map(|(meaning, _)| meaning).unwrap_or_default();
        let (kind, cues) = if company_end == end && company_end > at {
            (TokenKind::Company(company), CueSet::of(&[Cue::Company]))
        } else if period_end == end && period_end > at {
            (TokenKind::Period(period), CueSet::of(&[Cue::Period]))
        } else if phrase_end == end && phrase_end > at {
            (meaning.metric.map_or(TokenKind::Word, TokenKind::Metric), meaning.cues)
        } else if let word::WordKind::Symbol(symbol) = word {
            (TokenKind::Symbol(symbol), CueSet::NONE)
        } else {
            (TokenKind::Word, CueSet::of(&[Cue::Plain]))
        };
        self.push(kind, cues, span, capital);
        end
    }

    fn push(&mut self, kind: TokenKind, cues: CueSet, span: Span, capital: bool) {
        self.tokens.push(Token { kind, cues, span, capital });
    }
}
