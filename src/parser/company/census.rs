//! Every name in the beginning of a document, and what was seen beside it.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::model::Span;
use crate::parser::company::evidence::{self, Evidence};
use crate::parser::company::hints::Hints;
use crate::parser::company::name::{self, Name};
use crate::parser::lexer::word::{self, Word, WordKind};
use crate::parser::sentence::{Block, Sentence};
use crate::parser::vocabulary::companies::Hint;
use crate::parser::vocabulary::lexicon::Fnv;

/// Sentences that count as the beginning.
const LEAD: usize = 4;

/// One spelling of a name, and what was seen beside it.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    /// The short name.
    pub name: &'a str,
    /// Where it was first seen.
    pub at: usize,
    /// The full name, where it was seen with a legal form: "Meta Platforms, Inc.".
    pub full: Option<&'a str>,
    /// Whether every word is a place, as in "American": a name only within a longer one.
    pub place: bool,
    /// Whether every word is one of those that business lines are called by.
    pub common: bool,
    /// Weight for standing in the headline and in the first sentences.
    pub prominence: u16,
    /// Whether the headline has it.
    pub headline: bool,
    /// Whether the headline has it before any other.
    pub first: bool,
    /// Whether it was seen in title case or capitals only, where a name may have run on.
    pub titled: bool,
    /// The ticker, as the text prints it.
    pub ticker: Option<&'a str>,
    pub evidence: Evidence,
}

/// Takes the census of the first `limit` bytes.
pub(super) fn take<'a>(text: &'a str, sentences: &[Sentence], limit: usize) -> Vec<Candidate<'a>> {
    let mut census =
        Census { text, hints: Hints::get(), candidates: Vec::new(), by_name: HashMap::default(), prominent: 0 };
    let mut words = Vec::new();
    let mut headline = Vec::new();
    for (number, sentence) in sentences.iter().take_while(|sentence| sentence.span.start < limit).enumerate() {
        words.clear();
        word::read(text, sentence.span, &mut words);
        let titled = sentence.block == Block::Heading && is_titled(text, &words);
        let next = sentences.get(number + 1);
        if !next.is_some_and(|next| begins_with_wire(next.span.of(text))) {
            census.sentence(&words, number, titled);
        }
        if next.is_some_and(|next| next.span.of(text).starts_with("(Exact name of registrant")) {
            census.register(&words);
        }
        if headline.is_empty() && sentence.block == Block::Heading || number == 0 {
            headline.clone_from(&words);
        }
    }
    census.credit_headline(&headline);
    census.candidates
}

/// Whether a heading is set in title case or capitals, so that capitals say nothing.
fn is_titled(text: &str, words: &[Word]) -> bool {
    let mut long = words.iter().filter(|word| word.kind == WordKind::Letters && word.span.end - word.span.start > 3);
    let capitals = long.clone().filter(|word| name::has_capital(text, word)).count();
    long.by_ref().count() <= capitals + 1 && words.len() > 3
}

struct Census<'a> {
    text: &'a str,
    hints: Hints,
    candidates: Vec<Candidate<'a>>,
    by_name: HashMap<&'a str, usize, BuildHasherDefault<Fnv>>,
    prominent: u16,
}

impl<'a> Census<'a> {
    fn sentence(&mut self, words: &[Word], number: usize, titled: bool) {
        let mut at = after_dateline(self.text, words);
        let start = at;
        self.prominent = 0;
        while let Some(mut name) = name::next(self.text, words, at, self.hints) {
            if titled {
                self.cut(words, &mut name);
            }
            let evidence = evidence::gather(self.text, words, &name, self.hints);
            let past = evidence.ticker.map_or(0, |ticker| words.partition_point(|word| word.span.start < ticker.end));
            at = name.end.max(past).max(at + 1);
            let proven = evidence.ticker.is_some_and(|ticker| ticker.certain) || name.legal;
            let first = name.words.start == start;
            let known = words.get(name.words.start).is_some_and(|word| word.id.is_known());
            let accident = evidence.opening > 0 && name.words.len() == 1 && known && evidence.owns == 0;
            if name.words.is_empty() || (titled && !first && !proven && evidence.owns == 0) {
                continue;
            }
            self.note(words, &name, evidence, number, (accident && !proven, titled));
        }
    }

    /// The name that a filing gives on a line of its own.
    fn register(&mut self, words: &[Word]) {
        if let Some(name) = name::next(self.text, words, 0, self.hints) {
            let evidence = Evidence { announces: 1, inside: 1, legal: u16::from(name.legal), ..Evidence::default() };
            self.note(words, &name, evidence, LEAD, (false, false));
        }
    }

    /// In a title every word is a capital: the name ends where the words of headlines begin.
    fn cut(&self, words: &[Word], name: &mut Name) {
        let headline = Hint::HEADLINE.and(Hint::REPORTS).and(Hint::SAYS);
        let ends = name.words.clone().skip(1).find(|at| self.hints.any(words.get(*at), headline));
        if let Some(end) = ends {
            *name = Name { words: name.words.start..end, end, legal: false };
        }
    }

    fn note(
        &mut self,
        words: &[Word],
        name: &Name,
        mut evidence: Evidence,
        number: usize,
        (accident, titled): (bool, bool),
    ) {
        let Some((short, end)) = self.spelling(words, name) else { return };
        if accident {
            evidence.opening = 0;
        }
        let text = self.text;
        let all = |hint: Hint| name.words.clone().all(|at| self.hints.any(words.get(at), hint));
        let (place, common) = (all(Hint::PLACE), all(Hint::COMMON.and(Hint::PLACE).and(Hint::HEADLINE)));
        let full = name.legal.then(|| text.get(short.start..end)).flatten();
        let spelled = short.of(text);
        let count = self.candidates.len();
        let index = *self.by_name.entry(spelled).or_insert(count);
        if index == count {
            let evidence = Evidence::default();
            let at = short.start;
            self.candidates.push(Candidate {
                name: spelled,
                at,
                full,
                place,
                common,
                prominence: 0,
                headline: false,
                first: false,
                titled: true,
                ticker: None,
                evidence,
            });
        }
        let Some(candidate) = self.candidates.get_mut(index) else { return };
        candidate.full = candidate.full.or(full);
        candidate.evidence.add(&evidence);
        candidate.ticker = candidate.evidence.ticker.and_then(|ticker| text.get(ticker.span.start..ticker.span.end));
        candidate.titled &= titled;
        if number <= LEAD && !accident {
            let rank = self.prominent;
            self.prominent += 1;
            candidate.prominence += if rank == 0 && number <= 2 { 4 } else { 1 };
            candidate.prominence += 3 * u16::from(evidence.legal > 0) + 3 * u16::from(evidence.ticker.is_some());
        }
    }

    /// The short name and where the full one ends; "McDonald's Corp" is a name of its own.
    fn spelling(&self, words: &[Word], name: &Name) -> Option<(Span, usize)> {
        let first = words.get(name.words.start)?;
        let last = words.get(name.words.end.checked_sub(1)?)?;
        let end = words.get(name.end.checked_sub(1)?)?;
        Some((Span::new(first.span.start, last.span.end), end.span.end))
    }

    /// Weighs whatever the headline names, in whatever case.
    fn credit_headline(&mut self, headline: &[Word]) {
        let text = self.text;
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (index, candidate) in self.candidates.iter().enumerate() {
            let position = headline.iter().position(|word| {
                let rest = text.get(word.span.start..word.span.start + candidate.name.len());
                let after = text.as_bytes().get(word.span.start + candidate.name.len());
                name::has_capital(text, word)
                    && rest.is_some_and(|rest| rest.eq_ignore_ascii_case(candidate.name))
                    && !after.is_some_and(u8::is_ascii_alphanumeric)
            });
            found.extend(position.map(|position| (position, index)));
        }
        found.sort_unstable();
        let first = found
            .iter()
            .find(|(_, index)| self.candidates.get(*index).is_some_and(|c| !c.place && c.evidence.person == 0));
        let first = first.map(|(position, _)| *position);
        for (position, index) in found {
            if let Some(candidate) = self.candidates.get_mut(index) {
                candidate.headline = true;
                candidate.first = Some(position) == first;
            }
        }
    }
}

/// Wires that name themselves in brackets before a story.
static WIRES: &[&str] = &["Reuters", "AP", "AFP", "RTTNews", "AFX", "WIRE", "NEWSWIRE"];

/// Whether the text begins "(AP) _": the sentence before is where it was written.
fn begins_with_wire(text: &str) -> bool {
    text.strip_prefix('(').is_some_and(|rest| WIRES.iter().any(|wire| rest.starts_with(wire)))
}

/// Index of the first word behind the last "SAN FRANCISCO (Reuters) -".
fn after_dateline(text: &str, words: &[Word]) -> usize {
    let wire = |word: &Word| WIRES.contains(&word.span.of(text));
    let closes = words.iter().take(24).enumerate().filter(|(_, word)| word.is(')'));
    closes
        .filter(|(close, _)| close.checked_sub(1).and_then(|at| words.get(at)).is_some_and(wire))
        .last()
        .map_or(0, |(close, _)| close + 1)
}
