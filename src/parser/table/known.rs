//! What single words can say in a table: over its columns, in its unit line, in a date. Each word is looked up once, when it
//! is read, and most say nothing.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::model::Currency;
use crate::parser::table::cell;
use crate::parser::vocabulary::lexicon::{Lexicon, WordId};
use crate::parser::vocabulary::statements::{HEADS, HeadTerm, MONTHS, SCALES, UNIT_CURRENCIES};

/// What one word can say.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Whether it may lead to a cell, or stand for one: "approximately", "n/m".
    pub(super) leads: bool,
    /// Whether a number after it is no cell: "Phase 3".
    pub(super) numbered: bool,
    /// Whether two digits after it are a year: "Q4 23".
    pub(super) label: bool,
    /// Whether a number before it is a length of time: "13 weeks".
    pub(super) length: bool,
    /// The number of a month.
    pub(super) month: Option<u8>,
    /// The power of ten that it stands for in a unit line.
    pub(super) scale: Option<u32>,
    /// The money that it names in a unit line.
    pub(super) currency: Option<Currency>,
    /// The phrases over columns that begin with it, longest first.
    pub(super) phrases: Vec<Phrase>,
    /// Whether it, or a phrase that begins with it, tells a time, or what was expected before.
    pub(super) tells: bool,
}

/// The words of a phrase over a column, and what it says.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) words: Vec<&'static str>,
    pub(super) term: HeadTerm,
}

/// Words after which a number is no cell: "Phase 3", "Exhibit 99.1".
const NUMBERED: [&str; 18] = [
    "phase", "note", "notes", "item", "page", "exhibit", "section", "rule", "form", "level", "tier", "class", "series",
    "step", "part", "appendix", "schedule", "table",
];

/// Words after which two digits are a year: "Q4 23", "FY 22".
const LABELS: [&str; 9] = ["q1", "q2", "q3", "q4", "fy", "h1", "h2", "1h", "2h"];

/// Words that make a number before them a length of time: "13 weeks".
const LENGTHS: [&str; 10] =
    ["weeks", "months", "week", "month", "weeks'", "months'", "days", "week's", "quarters", "years"];

/// What a word in lower case can say; nothing for most.
pub(super) fn known(word: &str) -> Option<&'static Known> {
    of(WORDS.lexicon.id(word.as_bytes()))
}

/// Where the letters end that begin at `at`, in any case, and what they can say, if a blank or a mark stands behind them
/// that is never within a word. Nothing for some that are so, too: they are to be read in another way.
pub(super) fn letters(text: &[u8], at: usize) -> Option<(usize, Option<&'static Known>)> {
    WORDS.lexicon.usual_word(text, at).map(|(end, id)| (end, of(id)))
}

fn of(id: WordId) -> Option<&'static Known> {
    WORDS.known.get(id.index())?.as_ref()
}

/// Every such word, and what it can say by its number.
struct Words {
    lexicon: Lexicon,
    known: Vec<Option<Known>>,
}

/// How many places for words there are, as a power of two.
const PLACES_BITS: u32 = 10;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = words();
    let lexicon = Lexicon::of(words.keys().copied(), PLACES_BITS);
    let mut known = Vec::new();
    for (word, means) in words {
        let at = lexicon.id(word.as_bytes()).index();
        known.resize_with(known.len().max(at + 1), || None);
        known[at] = Some(means);
    }
    Words { lexicon, known }
});

fn words() -> HashMap<&'static str, Known> {
    let mut words: HashMap<&str, Known> = HashMap::new();
    cell::WORDS.iter().for_each(|word| words.entry(word).or_default().leads = true);
    NUMBERED.iter().for_each(|word| words.entry(word).or_default().numbered = true);
    LABELS.iter().for_each(|word| words.entry(word).or_default().label = true);
    LENGTHS.iter().for_each(|word| words.entry(word).or_default().length = true);
    for (names, month) in MONTHS.iter().zip(1..) {
        names.iter().for_each(|name| words.entry(name).or_default().month = Some(month));
    }
    for (word, power) in SCALES {
        words.entry(word).or_default().scale = Some(*power);
    }
    for (word, code) in UNIT_CURRENCIES {
        words.entry(word).or_default().currency = Currency::new(code);
    }
    for (term, phrase) in HEADS.iter().flat_map(|(term, phrases)| phrases.iter().map(move |phrase| (*term, *phrase))) {
        let phrase = Phrase { words: phrase.split(' ').collect(), term };
        if let Some(first) = phrase.words.first() {
            words.entry(first).or_default().phrases.push(phrase);
        }
    }
    for word in words.values_mut() {
        word.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        word.tells = word.month.is_some() || word.phrases.iter().any(|phrase| tells(phrase.term));
    }
    words
}

/// Whether a phrase over a column tells a time, or what was expected before.
fn tells(term: HeadTerm) -> bool {
    match term {
        HeadTerm::Months(_) | HeadTerm::Quarter(_) | HeadTerm::Half(_) | HeadTerm::Year | HeadTerm::ToDate => true,
        HeadTerm::Prior => true,
        HeadTerm::Change | HeadTerm::Share | HeadTerm::On(_) | HeadTerm::Guidance | HeadTerm::Filler => false,
    }
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn months_by_name() {
        for (word, expected) in
            [("june", Some(6)), ("sept", Some(9)), ("dec", Some(12)), ("may", Some(5)), ("ma", None), ("marks", None)]
        {
            assert_eq!(known(word).and_then(|known| known.month), expected, "{word}");
        }
    }
}
