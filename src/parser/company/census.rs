//! Every name in the beginning of a document, and what was seen beside it.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::model::Span;
use crate::parser::company::evidence::{Evidence, Place};
use crate::parser::company::hints::Hints;
use crate::parser::company::name::{self, Name};
use crate::parser::lexer::phrase;
use crate::parser::lexer::word::{Opening, Word, WordKind};
use crate::parser::sentence::{Block, Sentence};
use crate::parser::vocabulary::companies::Hint;
use crate::parser::vocabulary::lexicon::Fnv;

/// Names that an article may have, so that their list seldom grows.
const NAMES: usize = 96;
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

impl<'a> Candidate<'a> {
    fn new(name: &'a str, at: usize, common: bool) -> Self {
        Self {
            name,
            at,
            place: false,
            common,
            full: None,
            prominence: 0,
            headline: false,
            first: false,
            titled: true,
            ticker: None,
            evidence: Evidence::default(),
        }
    }
}

/// A company's own heading: where it stands, and the name in it.
pub(super) type Section<'a> = (usize, &'a str);

/// Takes the census of the first `limit` bytes.
pub(super) fn take<'a>(
    text: &'a str,
    sentences: &[Sentence],
    opening: &Opening,
) -> (Vec<Candidate<'a>>, Vec<Section<'a>>) {
    let mut census = Census {
        text,
        hints: Hints::get(),
        candidates: Vec::with_capacity(NAMES),
        by_name: HashMap::with_capacity_and_hasher(NAMES, BuildHasherDefault::default()),
        sections: Vec::new(),
        prominent: 0,
    };
    for (number, sentence) in sentences.iter().enumerate() {
        let Some(words) = opening.of(number) else { break };
        let next = sentences.get(number + 1).map(|next| next.span.of(text)).unwrap_or_default();
        if next.starts_with("(Exact name of registrant") {
            census.register(words);
        } else if !begins_with_wire(next) {
            census.sentence(words, number, sentence.block);
        }
    }
    census.mark_surnames();
    census.credit_headline(opening.of(0).unwrap_or_default());
    (census.candidates, census.sections)
}

/// Whether a heading is set in title case or capitals, so that capitals say nothing.
fn is_titled(text: &str, words: &[Word]) -> bool {
    let long = words.iter().filter(|word| word.kind == WordKind::Letters && word.span.end - word.span.start > 3);
    let capitals = long.clone().filter(|word| name::has_capital(text, word)).count();
    let all = long.count();
    (all - capitals) * 5 <= all && words.len() > 3
}

struct Census<'a> {
    text: &'a str,
    hints: Hints,
    candidates: Vec<Candidate<'a>>,
    by_name: HashMap<&'a str, usize, BuildHasherDefault<Fnv>>,
    sections: Vec<Section<'a>>,
    prominent: u16,
}

/// A name where it was seen.
struct Sighting {
    name: Name,
    evidence: Evidence,
    /// Number of the sentence.
    sentence: usize,
    /// Whether it stands in title case or capitals.
    titled: bool,
}

impl<'a> Census<'a> {
    fn sentence(&mut self, words: &[Word], sentence: usize, block: Block) {
        let titled = block == Block::Heading && is_titled(self.text, words);
        let mut at = after_dateline(self.text, words);
        let start = at;
        let mut reported = false;
        self.prominent = 0;
        while let Some(mut name) = name::next(self.text, words, at, self.hints) {
            self.cut(words, &mut name, titled);
            let mut evidence = Place { text: self.text, words, hints: self.hints }.gather(&name);
            let past = evidence.ticker.map_or(0, |ticker| words.partition_point(|word| word.span.start < ticker.end));
            at = name.end.max(past).max(at + 1);
            let proven = evidence.ticker.is_some_and(|ticker| ticker.certain) || name.legal;
            let first = name.words.start == start;
            if self.is_accident(words, &name, &evidence, proven) || (titled && !first && !proven && evidence.owns == 0)
            {
                continue;
            }
            // "Acme reported 7%, whereas Emca came in at 4%".
            let contrast = name
                .words
                .start
                .checked_sub(1)
                .and_then(|at| words.get(at))
                .is_some_and(|word| self.hints.of(word).any(Hint::CONTRAST));
            evidence.rival += u16::from(reported && contrast && evidence.says > 0);
            reported |= evidence.reports > 0;
            let alone = block == Block::Heading && words.get(at).is_none();
            let article =
                name.words.start == start + 1 && words.get(start).is_some_and(|word| word.span.of(self.text) == "The");
            let dashed = (first || article) && evidence.ticker.is_some() && self.is_dash_behind(words, at);
            if first && alone || dashed {
                self.head(words, &name);
            }
            self.note(words, &Sighting { name, evidence, sentence, titled });
        }
    }

    /// Whether the capital, or the name, means nothing: "Revenue" at the start of a sentence, "Â".
    fn is_accident(&self, words: &[Word], name: &Name, evidence: &Evidence, proven: bool) -> bool {
        let few_letters = |at: usize| {
            words
                .get(at)
                .is_none_or(|word| word.span.of(self.text).chars().filter(|c| c.is_alphabetic()).nth(1).is_none())
        };
        let known = words.get(name.words.start).is_some_and(|word| word.id.is_known());
        let alone = evidence.opening > 0 && name.words.len() == 1;
        let common_word = alone && known && evidence.owns == 0 && !phrase::opens_with_house(words, name.words.start);
        let initials = || name.words.clone().all(few_letters);
        name.words.is_empty() || (!proven && (common_word || initials()))
    }

    /// The name that a filing gives on a line of its own.
    fn register(&mut self, words: &[Word]) {
        if let Some(name) = name::next(self.text, words, 0, self.hints) {
            let evidence = Evidence { announces: 1, inside: 1, legal: u16::from(name.legal), ..Evidence::default() };
            self.note(words, &Sighting { name, evidence, sentence: LEAD, titled: false });
        }
    }

    /// "Acme Inc. (ACM) -- The chain said": whether a dash follows the ticker that ends at `at`.
    fn is_dash_behind(&self, words: &[Word], at: usize) -> bool {
        let dash = words.get(at..).unwrap_or_default().iter().find(|word| !word.is(')'));
        dash.is_some_and(|word| ["-", "–", "—"].iter().any(|dash| word.span.of(self.text).starts_with(dash)))
    }

    /// A heading that is nothing but a name begins a section on that company, and so does a name with a dash behind it.
    fn head(&mut self, words: &[Word], name: &Name) {
        if let Some((short, _)) = spans(words, name) {
            self.sections.push((short.start, short.of(self.text)));
        }
    }

    /// Cuts off what the name ran into: a dateline before it, the words of a title-case headline behind it.
    fn cut(&self, words: &[Word], name: &mut Name, titled: bool) {
        let capitals =
            |at: usize| words.get(at).is_some_and(|w| w.span.of(self.text).bytes().all(|b| b.is_ascii_uppercase()));
        let place = |at: usize| self.hints.any(words.get(at), Hint::PLACE) && capitals(at);
        if !titled && name.words.end.checked_sub(1).is_some_and(|last| !capitals(last)) {
            let dateline = name.words.clone().take_while(|at| place(*at)).count();
            name.words.start += dateline;
        }
        let headline = Hint::HEADLINE.and(Hint::REPORTS).and(Hint::SAYS);
        if titled {
            name.words.start += name.words.clone().take_while(|at| self.hints.any(words.get(*at), headline)).count();
        }
        let ends = name.words.clone().skip(1).find(|at| titled && self.hints.any(words.get(*at), headline));
        if let Some(end) = ends {
            *name = Name { words: name.words.start..end, end, legal: false };
        }
    }

    fn note(&mut self, words: &[Word], sighting: &Sighting) {
        let Sighting { name, evidence, sentence, titled } = sighting;
        let Some((short, end)) = spans(words, name) else { return };
        let text = self.text;
        let full = name.legal.then(|| with_dot(text, short.start, end)).flatten();
        let count = self.candidates.len();
        let index = *self.by_name.entry(short.of(text)).or_insert(count);
        if index == count {
            let all = |hint: Hint| name.words.clone().all(|at| self.hints.any(words.get(at), hint));
            let common = all(Hint::COMMON.and(Hint::PLACE).and(Hint::HEADLINE));
            self.candidates.push(Candidate::new(short.of(text), short.start, common));
            if let Some(candidate) = self.candidates.last_mut() {
                candidate.place = all(Hint::PLACE);
            }
        }
        let Some(candidate) = self.candidates.get_mut(index) else { return };
        candidate.full = candidate.full.or(full);
        candidate.evidence.add(evidence);
        candidate.ticker = candidate.evidence.ticker.map(|ticker| ticker.span.of(text));
        candidate.place &= !name.legal && !evidence.ticker.is_some_and(|ticker| ticker.certain);
        candidate.titled &= titled;
        if *sentence <= LEAD {
            let first = self.prominent == 0 && *sentence <= 2;
            self.prominent += 1;
            candidate.prominence += if first { 4 } else { 1 };
            candidate.prominence += 3 * u16::from(evidence.legal > 0) + 3 * u16::from(evidence.ticker.is_some());
        }
    }

    /// "Mark Zuckerberg's mind" and "Zuckerberg said": a last word alone is a surname. Companies are cut at the end.
    fn mark_surnames(&mut self) {
        let business = |candidate: &Candidate<'_>| {
            let seen = &candidate.evidence;
            seen.ticker.is_some() || seen.legal + seen.reports + seen.sort + seen.announces > 0
        };
        let full = |name: &str| {
            let ends = |other: &&Candidate<'_>| {
                let first = other.name.strip_suffix(name).and_then(|first| first.strip_suffix(' '));
                first.is_some_and(|first| !first.contains(' ')) && !business(other)
            };
            self.candidates.iter().any(|other| ends(&other))
        };
        let surnames: Vec<usize> = (0..self.candidates.len())
            .filter(|at| self.candidates.get(*at).is_some_and(|one| !business(one) && full(one.name)))
            .collect();
        for at in surnames {
            if let Some(candidate) = self.candidates.get_mut(at) {
                candidate.evidence.person += candidate.evidence.says.max(1) * 3;
            }
        }
    }

    /// Weighs whatever the headline names, in whatever case.
    fn credit_headline(&mut self, headline: &[Word]) {
        let text = self.text;
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (index, candidate) in self.candidates.iter().enumerate() {
            let position = headline.iter().position(|word| {
                let end = word.span.start + candidate.name.len();
                let rest = || text.get(word.span.start..end);
                let after = || text.as_bytes().get(end);
                name::has_capital(text, word)
                    && rest().is_some_and(|rest| rest.eq_ignore_ascii_case(candidate.name))
                    && !after().is_some_and(u8::is_ascii_alphanumeric)
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

/// Where the short name stands, and where the full one ends.
fn spans(words: &[Word], name: &Name) -> Option<(Span, usize)> {
    let first = words.get(name.words.start)?;
    let last = words.get(name.words.end.checked_sub(1)?)?;
    let end = words.get(name.end.checked_sub(1)?)?;
    Some((Span::new(first.span.start, last.span.end), end.span.end))
}

/// The full name, with the full stop of its "Inc." where that ends the sentence.
fn with_dot(text: &str, start: usize, end: usize) -> Option<&str> {
    let name = text.get(start..end)?;
    let abbreviated = ["Inc", "Corp", "Co", "Ltd"].iter().any(|form| name.ends_with(form));
    let dotted = abbreviated && text.as_bytes().get(end) == Some(&b'.');
    text.get(start..end + usize::from(dotted))
}

/// Wires that name themselves in brackets before a story.
static WIRES: &[&str] = &["Reuters", "AP", "AFP", "RTTNews", "AFX", "WIRE", "NEWSWIRE"];

/// Whether the text begins "(AP) _": the sentence before is where it was written.
fn begins_with_wire(text: &str) -> bool {
    text.strip_prefix('(').is_some_and(|rest| WIRES.iter().any(|wire| rest.starts_with(wire)))
}

/// A dateline ends within so many words.
const DATELINE: usize = 24;

/// Index of the first word behind the last "SAN FRANCISCO (Reuters) -".
fn after_dateline(text: &str, words: &[Word]) -> usize {
    let wire = |word: &Word| WIRES.contains(&word.span.of(text));
    let head = words.get(..words.len().min(DATELINE)).unwrap_or_default();
    let closes = |pair: &[Word]| matches!(pair, [name, close] if close.is(')') && wire(name));
    head.windows(2).rposition(closes).map_or(0, |name| name + 2)
}
