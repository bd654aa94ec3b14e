//! One sentence as the linker sees it, and the ways to walk over its tokens.

use std::cell::Cell;

use crate::model::{Metric, Unit};
use crate::parser::company::CompanyMention;
use crate::parser::lexer::period::PeriodExpr;
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::lexer::token::{Lexed, Token, TokenKind};
use crate::parser::sentence::Sentence;
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Words that part one statement of a sentence from the next.
pub(super) const BREAKS: CueSet = CueSet::of(&[Cue::While]);
/// Words that lead to a noun phrase.
pub(super) const PREPOSITIONS: CueSet =
    CueSet::of(&[Cue::In, Cue::From, Cue::For, Cue::At, Cue::Of, Cue::On, Cue::By, Cue::With, Cue::To]);
/// Words that may stand before a noun without changing what it is.
pub(super) const MODIFIERS: CueSet = CueSet::of(&[
    Cue::Determiner,
    Cue::Filler,
    Cue::Adjusted,
    Cue::Gaap,
    Cue::Organic,
    Cue::ConstantCurrency,
    Cue::Period,
    Cue::Prior,
]);

/// One sentence.
pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    pub(super) lexed: &'a Lexed<'a>,
    pub(super) sentence: Sentence,
    tokens: &'a [Token],
    /// The statement that was asked for last, from its first place to the break that ends it.
    statement: Cell<(usize, usize)>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(text: &'a str, lexed: &'a Lexed<'a>, sentence: Sentence) -> Self {
        Self { text, lexed, sentence, tokens: lexed.tokens, statement: Cell::default() }
    }

    /// Whether any token of the sentence does one of these: soon told, and often that nothing need be looked for.
    pub(super) fn has_any(&self, cues: CueSet) -> bool {
        self.lexed.cues.meets(cues)
    }

    pub(super) fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The cues at a place; none beyond the ends.
    pub(super) fn cues(&self, at: usize) -> CueSet {
        self.token(at).map_or(CueSet::NONE, |token| token.cues)
    }

    pub(super) fn has(&self, at: usize, cue: Cue) -> bool {
        self.cues(at).has(cue)
    }

    pub(super) fn symbol(&self, at: usize) -> Option<char> {
        match self.token(at)?.kind {
            TokenKind::Symbol(symbol) => Some(symbol),
            _ => None,
        }
    }

    /// The quantity at a place.
    pub(super) fn quantity(&self, at: usize) -> Option<&'a QuantityMention> {
        match self.token(at)?.kind {
            TokenKind::Quantity(index) => self.lexed.quantities.get(index),
            _ => None,
        }
    }

    /// The index of the quantity at a place among the sentence's quantities.
    pub(super) fn quantity_index(&self, at: usize) -> Option<usize> {
        match self.token(at)?.kind {
            TokenKind::Quantity(index) => Some(index),
            _ => None,
        }
    }

    /// The metric at a place.
    pub(super) fn metric(&self, at: usize) -> Option<Metric> {
        match self.token(at)?.kind {
            TokenKind::Metric(metric) => Some(metric),
            _ => None,
        }
    }

    /// The period at a place.
    pub(super) fn period(&self, at: usize) -> Option<PeriodExpr> {
        match self.token(at)?.kind {
            TokenKind::Period(index) => self.lexed.periods.get(index).map(|mention| mention.expr),
            _ => None,
        }
    }

    /// The company at a place, as an index into the document's companies.
    pub(super) fn company(&self, at: usize) -> Option<usize> {
        match self.token(at)?.kind {
            TokenKind::Company(index) => self.lexed.companies.get(index).map(|mention| mention.company),
            _ => None,
        }
    }

    /// The company at a place that owns the figures behind it.
    pub(super) fn owner(&self, at: usize) -> Option<&'a CompanyMention> {
        match self.token(at)?.kind {
            TokenKind::Company(index) => self.lexed.companies.get(index).filter(|mention| mention.owner),
            _ => None,
        }
    }

    /// Whether the quantity at a place is one side of an equation: "$1 = 0.7352 pounds".
    pub(super) fn equated(&self, at: usize) -> bool {
        let equals = |place: Option<usize>| place.is_some_and(|place| self.symbol(place) == Some('='));
        equals(self.left(at)) || equals(self.right(at))
    }

    /// Whether a place is a mark that says nothing.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.mark)
    }

    /// Whether a place is a dash between blanks, which parts what stands around it: "$5 million - a record".
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.kind == TokenKind::Symbol('-')) else { return false };
        let blank = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
        let bytes = self.text.as_bytes();
        blank(token.span.start.checked_sub(1).and_then(|before| bytes.get(before))) && blank(bytes.get(token.span.end))
    }

    /// The nearest place left of `at` that is no mark.
    pub(super) fn left(&self, at: usize) -> Option<usize> {
        let mut place = at.checked_sub(1)?;
        while self.token(place)?.mark {
            place = place.checked_sub(1)?;
        }
        Some(place)
    }

    /// The nearest place right of `at` that is no mark.
    pub(super) fn right(&self, at: usize) -> Option<usize> {
        let mut place = at + 1;
        while self.token(place)?.mark {
            place += 1;
        }
        Some(place)
    }

    /// The nearest place left of `at` that is neither a mark nor one of these.
    pub(super) fn left_past(&self, at: usize, skip: CueSet) -> Option<usize> {
        let mut place = at.checked_sub(1)?;
        while self.token(place)?.is_passed(skip) {
            place = place.checked_sub(1)?;
        }
        Some(place)
    }

    /// The same to the right.
    pub(super) fn right_past(&self, at: usize, skip: CueSet) -> Option<usize> {
        let mut place = at + 1;
        while self.token(place)?.is_passed(skip) {
            place += 1;
        }
        Some(place)
    }

    /// Whether a place opens an item of a list that was run together: "-Revenue: $5 million -Profit: $1 million".
    pub(super) fn opens_item(&self, at: usize) -> bool {
        let Some(token) = self.token(at).filter(|token| token.kind == TokenKind::Symbol('-')) else { return false };
        let before = token.span.start.checked_sub(1).and_then(|before| self.text.as_bytes().get(before));
        let item = self.token(at + 1).is_some_and(|next| next.capital && next.span.start == token.span.end);
        item && before.is_none_or(u8::is_ascii_whitespace)
    }

    /// Whether a place parts statements: "; ", "while".
    pub(super) fn is_break(&self, at: usize) -> bool {
        self.cues(at).meets(BREAKS) || matches!(self.symbol(at), Some(';' | '|')) || self.opens_item(at)
    }

    /// The place just after the nearest break left of `at`; 0 where there is none.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        self.statement(at).0
    }

    /// The place of the nearest break right of `at`; the end where there is none.
    pub(super) fn clause_end(&self, at: usize) -> usize {
        self.statement(at).1
    }

    /// Both at once; of one quantity they are asked for over and over.
    #[inline]
    fn statement(&self, at: usize) -> (usize, usize) {
        let known = self.statement.get();
        if (known.0..known.1).contains(&at) { known } else { self.find_statement(at) }
    }

    fn find_statement(&self, at: usize) -> (usize, usize) {
        let start = (0..at).rev().find(|place| self.is_break(*place)).map_or(0, |place| place + 1);
        let end = (at + 1..self.tokens().len()).find(|place| self.is_break(*place)).unwrap_or(self.tokens().len());
        if !self.is_break(at) {
            self.statement.set((start, end));
        }
        (start, end)
    }

    /// The place of the closing bracket that belongs to the opening one at `at`.
    pub(super) fn closing(&self, at: usize) -> Option<usize> {
        (at + 1..self.tokens().len()).find(|place| self.symbol(*place) == Some(')'))
    }

    /// The words at a place; nothing behind the end.
    pub(super) fn words(&self, place: usize) -> &'a str {
        self.token(place).map_or("", |token| token.span.of(self.text))
    }

    /// Whether the words at a place are one of these, in whatever case.
    pub(super) fn is_one_of(&self, place: usize, list: &[&str]) -> bool {
        let words = self.words(place);
        list.iter().any(|known| words.eq_ignore_ascii_case(known))
    }

    /// Whether two quantities can be of one kind.
    pub(super) fn same_kind(&self, one: usize, other: usize) -> bool {
        match (self.quantity(one), self.quantity(other)) {
            (Some(a), Some(b)) => family(a) == family(b),
            _ => false,
        }
    }
}

impl Token {
    /// Whether it is a mark, or does one of these and names no metric.
    fn is_passed(&self, skip: CueSet) -> bool {
        self.mark || (self.cues.meets(skip) && !self.cues.has(Cue::Metric))
    }
}

/// Money, per share, per cent or count, without the currency.
fn family(mention: &QuantityMention) -> u8 {
    match (mention.quantity.unit(), mention.form) {
        (_, Form::MinorMoney | Form::PerShare) => 1,
        (Unit::Money(_) | Unit::PerShare(_), _) => 0,
        (Unit::Percent | Unit::Points | Unit::BasisPoints, _) => 2,
        (Unit::Count, _) => 3,
    }
}
