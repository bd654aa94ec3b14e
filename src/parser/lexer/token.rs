//! The tokens of a sentence: its mentions and what is left between them, in order. Where two readers claim the same
//! words, the longer mention wins.

use std::ops::Range;

use crate::model::{Metric, Span};
use crate::parser::company::{Companies, CompanyMention};
use crate::parser::lexer::period::{self, PeriodMention};
use crate::parser::lexer::phrase::{self, Meaning};
use crate::parser::lexer::quantity::{self, QuantityMention};
use crate::parser::lexer::word::{Word, WordKind};
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
    /// Whether it is a mark that says nothing: a quote, an apostrophe, a hyphen within a word, a full stop.
    pub mark: bool,
}

/// What the lexer finds in one sentence.
#[derive(Clone, Copy)]
pub struct Lexed<'a> {
    /// The quantities.
    pub quantities: &'a [QuantityMention],
    /// The periods.
    pub periods: &'a [PeriodMention],
    /// The companies.
    pub companies: &'a [CompanyMention],
    /// Everything in order.
    pub tokens: &'a [Token],
    /// What any of the tokens does.
    pub cues: CueSet,
}

/// What the lexer finds in a document: the finds of a kind lie in one list, so that no sentence has lists of its own.
pub struct Finds {
    /// The quantities of every sentence that was kept.
    pub quantities: Vec<QuantityMention>,
    amounts: quantity::Room,
    periods: Vec<PeriodMention>,
    companies: Vec<CompanyMention>,
    tokens: Vec<Token>,
    /// The sentences that were kept: where the finds of each end, and what its tokens do.
    kept: Vec<(Ends, CueSet)>,
}

/// Where the finds of a sentence end in the lists of a document.
#[derive(Clone, Copy, Default)]
struct Ends {
    quantities: usize,
    periods: usize,
    companies: usize,
    tokens: usize,
}

/// Room is made at once for what a text of so many bytes usually has, and no more than for this long a one.
const USUAL_TEXT: usize = 64 * 1024;

impl Finds {
    /// Nothing yet, with room for what a text of so many bytes has.
    pub fn with_room_for(bytes: usize) -> Self {
        let bytes = bytes.min(USUAL_TEXT);
        Self {
            quantities: Vec::with_capacity(bytes / 200),
            amounts: quantity::Room::default(),
            periods: Vec::with_capacity(bytes / 200),
            companies: Vec::with_capacity(bytes / 400),
            tokens: Vec::with_capacity(bytes / 12),
            kept: Vec::with_capacity(bytes / 200),
        }
    }

    /// Begins a sentence: its quantities and periods. One that was begun before and not kept is forgotten.
    pub fn begin(&mut self, text: &str, words: &[Word]) {
        let ends = self.ends();
        self.quantities.truncate(ends.quantities);
        self.periods.truncate(ends.periods);
        quantity::read_in(&mut self.amounts, text, words, &mut self.quantities);
        period::read(text, words, &mut self.periods);
    }

    /// The quantities and periods of the sentence that was begun.
    pub fn begun(&self) -> (&[QuantityMention], &[PeriodMention]) {
        let ends = self.ends();
        let quantities = self.quantities.get(ends.quantities..).unwrap_or_default();
        (quantities, self.periods.get(ends.periods..).unwrap_or_default())
    }

    /// Keeps the sentence that was begun, with its companies and tokens.
    pub fn keep(&mut self, text: &str, words: &[Word], companies: &Companies) {
        let Ends { companies: first_company, .. } = self.ends();
        companies.read(text, words, &mut self.companies);
        let of_house = companies.is_house();
        let mut tokens = std::mem::take(&mut self.tokens);
        let (quantities, periods) = self.begun();
        let companies = self.companies.get(first_company..).unwrap_or_default();
        let cues =
            Tokenizer { words, quantities, periods, companies, of_house, tokens: &mut tokens, cues: CueSet::NONE }
                .tokenize();
        self.tokens = tokens;
        self.close(cues);
    }

    /// Keeps it without them.
    pub fn keep_bare(&mut self) {
        self.close(CueSet::NONE);
    }

    fn close(&mut self, cues: CueSet) {
        let ends = Ends {
            quantities: self.quantities.len(),
            periods: self.periods.len(),
            companies: self.companies.len(),
            tokens: self.tokens.len(),
        };
        self.kept.push((ends, cues));
    }

    /// The sentences that were kept, in order.
    pub fn sentences(&self) -> impl Iterator<Item = Lexed<'_>> {
        let mut first = Ends::default();
        self.kept.iter().map(move |(ends, cues)| {
            let from = std::mem::replace(&mut first, *ends);
            Lexed {
                quantities: self.quantities.get(from.quantities..ends.quantities).unwrap_or_default(),
                periods: self.periods.get(from.periods..ends.periods).unwrap_or_default(),
                companies: self.companies.get(from.companies..ends.companies).unwrap_or_default(),
                tokens: self.tokens.get(from.tokens..ends.tokens).unwrap_or_default(),
                cues: *cues,
            }
        })
    }

    fn ends(&self) -> Ends {
        self.kept.last().map(|(ends, _)| *ends).unwrap_or_default()
    }
}

/// The words of a sentence, and the mentions over them.
struct Tokenizer<'a> {
    words: &'a [Word],
    quantities: &'a [QuantityMention],
    periods: &'a [PeriodMention],
    companies: &'a [CompanyMention],
    /// Whether the document is on the results of a house whose analysts others tell of.
    of_house: bool,
    tokens: &'a mut Vec<Token>,
    /// What any of the tokens does.
    cues: CueSet,
}

impl Tokenizer<'_> {
    /// Pushes the tokens, and gives what any of them does.
    fn tokenize(mut self) -> CueSet {
        let (mut at, mut quantity) = (0, 0);
        let (mut period, mut company) = (0, 0);
        let (mut next_period, mut next_company) = (self.period(0).start, self.company(0).start);
        while at < self.words.len() {
            let limit = self.quantities.get(quantity).map_or(self.words.len(), |q| q.words.start);
            if limit < at {
                self.nested(quantity);
                quantity += 1;
                continue;
            }
            if let Some(found) = self.quantities.get(quantity).filter(|_| limit == at) {
                let (end, span) = (found.words.end.max(at + 1), found.span);
                self.push(TokenKind::Quantity(quantity), CueSet::of(&[Cue::Quantity]), span, false);
                (at, quantity) = (end, quantity + 1);
                continue;
            }
            if self.is_either(at) {
                at += phrase::EITHER;
                continue;
            }
            while next_period < at {
                period += 1;
                next_period = self.period(period).start;
            }
            while next_company < at {
                company += 1;
                next_company = self.company(company).start;
            }
            let phrase = phrase::longest(self.words, at, limit);
            let begun = next_period == at || next_company == at;
            at = if begun { self.mention(at, phrase, period, company) } else { self.phrase(at, phrase) };
        }
        while quantity < self.quantities.len() {
            self.nested(quantity);
            quantity += 1;
        }
        self.cues
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

    /// The words of a period; nowhere where there is no such period.
    fn period(&self, number: usize) -> Range<usize> {
        self.periods.get(number).map_or(usize::MAX..usize::MAX, |mention| mention.words.clone())
    }

    /// The words of a company; nowhere where there is no such company.
    fn company(&self, number: usize) -> Range<usize> {
        self.companies.get(number).map_or(usize::MAX..usize::MAX, |mention| mention.words.clone())
    }

    /// Pushes the phrase that begins at word `at`, or the word alone, and gives the index of the word after it.
    fn phrase(&mut self, at: usize, phrase: Option<(&Meaning, usize)>) -> usize {
        let end = phrase.map_or(at + 1, |(_, end)| end);
        if let (Some(first), Some(last)) = (self.words.get(at), self.words.get(end - 1)) {
            let (kind, cues) = phrase.map_or_else(|| lone(first.kind), |(meaning, _)| self.said(meaning));
            self.push(kind, cues, Span::new(first.span.start, last.span.end), first.capital);
        }
        end
    }

    /// Pushes the longest of what begins at word `at`, and gives the index of the word after it.
    fn mention(&mut self, at: usize, phrase: Option<(&Meaning, usize)>, period: usize, company: usize) -> usize {
        let phrase_end = phrase.map_or(at, |(_, end)| end);
        let begun = |words: Range<usize>| if words.start == at { words.end } else { at };
        let (period_end, company_end) = (begun(self.period(period)), begun(self.company(company)));
        let end = phrase_end.max(period_end).max(company_end).max(at + 1).min(self.words.len());
        let (Some(first), Some(last)) = (self.words.get(at), self.words.get(end - 1)) else { return at + 1 };
        let (span, capital, word) = (Span::new(first.span.start, last.span.end), first.capital, first.kind);
        let meaning = phrase.map(|(meaning, _)| *meaning).unwrap_or_default();
        let (kind, cues) = if company_end == end && company_end > at && !(meaning.metric.is_some() && phrase_end == end)
        {
            (TokenKind::Company(company), CueSet::of(&[Cue::Company]).with(self.opinion(&meaning)))
        } else if period_end == end && period_end > at {
            (TokenKind::Period(period), CueSet::of(&[Cue::Period]))
        } else if phrase_end == end && phrase_end > at {
            self.said(&meaning)
        } else {
            lone(word)
        };
        self.push(kind, cues, span, capital);
        end
    }

    /// What else a company does: its analysts speak, where it is such a house and the text is on another.
    fn opinion(&self, meaning: &Meaning) -> CueSet {
        if phrase::is_house(meaning) && !self.of_house { CueSet::of(&[Cue::Analyst]) } else { CueSet::NONE }
    }

    /// What a phrase is, and does: a house whose analysts are told of by its name is analysts, unless the text is on one.
    fn said(&self, meaning: &Meaning) -> (TokenKind, CueSet) {
        let kind = meaning.metric.map_or(TokenKind::Word, TokenKind::Metric);
        let cues = match (phrase::is_house(meaning), self.of_house) {
            (true, true) => CueSet::of(&[Cue::Plain]),
            (true, false) => CueSet::of(&[Cue::Analyst]),
            (false, _) => meaning.cues,
        };
        (kind, cues)
    }

    /// Whether the other sign of the result before it stands here in brackets, which says nothing of the figure's own: the
    /// "(loss)" of "net income (loss) of $3 million".
    fn is_either(&self, at: usize) -> bool {
        let result = CueSet::of(&[Cue::Metric, Cue::Profit]);
        phrase::is_either(self.words, at) && self.tokens.last().is_some_and(|last| last.cues.meets(result))
    }

    fn push(&mut self, kind: TokenKind, cues: CueSet, span: Span, capital: bool) {
        self.cues = self.cues.with(cues);
        self.tokens.push(token(kind, cues, span, capital));
    }
}

/// What a word is, and does, that begins nothing.
fn lone(word: WordKind) -> (TokenKind, CueSet) {
    match word {
        WordKind::Symbol(symbol) => (TokenKind::Symbol(symbol), CueSet::NONE),
        WordKind::Letters | WordKind::Number => (TokenKind::Word, CueSet::of(&[Cue::Plain])),
    }
}

fn token(kind: TokenKind, cues: CueSet, span: Span, capital: bool) -> Token {
    let mark =
        matches!(kind, TokenKind::Symbol('"' | '“' | '”' | '\'' | '-' | '*' | '^' | '‑' | '‐' | '[' | ']' | '.'));
    Token { kind, cues, span, capital, mark }
}
