//! What single words can say in a table: over its columns, in its unit line, in a date. Each word is looked up once, when it
//! is read, and most say nothing.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use crate::model::Currency;
use crate::parser::vocabulary::statements::{HEADS, HeadTerm, MONTHS, SCALES, UNIT_CURRENCIES};

/// What one word can say.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The number of a month.
    pub(super) month: Option<u8>,
    /// The power of ten that it stands for in a unit line.
    pub(super) scale: Option<u32>,
    /// The money that it names in a unit line.
    pub(super) currency: Option<Currency>,
    /// The phrases over columns that begin with it, longest first.
    pub(super) phrases: Vec<Phrase>,
}

/// The words of a phrase over a column, and what it says.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) words: Vec<&'static str>,
    pub(super) term: HeadTerm,
}

/// What a word in lower case can say; nothing for most.
pub(super) fn known(word: &str) -> Option<&'static Known> {
    static WORDS: LazyLock<HashMap<&str, Known>> = LazyLock::new(words);
    WORDS.get(word)
}

fn words() -> HashMap<&'static str, Known> {
    let mut words: HashMap<&str, Known> = HashMap::new();
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
    words.values_mut().for_each(|word| word.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len())));
    words
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
