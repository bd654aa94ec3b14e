//! Every word that any table knows, numbered, so that the readers compare numbers and never letters.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::parser::vocabulary::{
    asides, bounds, changes, companies, cues, currencies, measures, metrics, nouns, numbers, periods, scales,
};

/// A word's number in the lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u16);

impl WordId {
    /// The number of every word that no table knows.
    pub const UNKNOWN: Self = Self(0);

    /// Its place in a table of all words.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Whether some table knows the word.
    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }
}

/// The words of all tables.
pub struct Lexicon {
    ids: HashMap<Box<[u8]>, WordId, BuildHasherDefault<Fnv>>,
    longest: usize,
}

/// The words of every table; a phrase gives each of its words.
fn phrases() -> impl Iterator<Item = &'static str> {
    let metrics = metrics::all().iter().flat_map(|metric| metric.row().words.iter().copied());
    let cues = cues::rows().flat_map(|row| row.phrases.iter().copied());
    metrics
        .chain(cues)
        .chain(asides::words())
        .chain(bounds::words())
        .chain(changes::words())
        .chain(companies::words())
        .chain(currencies::words())
        .chain(measures::words())
        .chain(nouns::words())
        .chain(numbers::words())
        .chain(periods::words())
        .chain(scales::words())
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { ids: HashMap::default(), longest: 0 };
    for word in phrases().flat_map(split) {
        let next = WordId(u16::try_from(lexicon.ids.len() + 1).unwrap_or_default());
        lexicon.longest = lexicon.longest.max(word.len());
        lexicon.ids.entry(word.to_ascii_lowercase().as_bytes().into()).or_insert(next);
    }
    lexicon
});

impl Lexicon {
    /// The lexicon, built at first use.
    pub fn get() -> &'static Self {
        &LEXICON
    }

    /// The number of a word as it stands in the text, in any case.
    pub fn id(&self, word: &[u8]) -> WordId {
        let mut folded = [0_u8; 32];
        let Some(folded) = folded.get_mut(..word.len()).filter(|_| word.len() <= self.longest) else {
            return WordId::UNKNOWN;
        };
        for (to, from) in folded.iter_mut().zip(word) {
            *to = from.to_ascii_lowercase();
        }
        self.ids.get(&*folded).copied().unwrap_or_default()
    }

    /// How many numbers are given, the unknown one included: the length of a [`WordTable`].
    fn len(&self) -> usize {
        self.ids.len() + 1
    }
}

/// The words of a phrase: parted at blanks, hyphens and commas, as the lexer parts them.
pub fn split(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '-', ',', '/']).filter(|word| !word.is_empty())
}

/// What single words mean to one reader, by number.
pub struct WordTable<T: 'static>(Vec<Option<T>>);

impl<T: Copy> WordTable<T> {
    /// The table of these words, each of which must be in the lexicon; a word said twice keeps its first meaning.
    pub fn new(rows: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let lexicon = Lexicon::get();
        let mut table = vec![None; lexicon.len()];
        for (word, meaning) in rows {
            let id = lexicon.id(word.as_bytes());
            debug_assert!(id.is_known(), "'{word}' is not in the lexicon");
            if let Some(slot) = table.get_mut(usize::from(id.0)).filter(|slot| slot.is_none() && id.is_known()) {
                *slot = Some(meaning);
            }
        }
        Self(table)
    }

    /// What the word means, if anything.
    pub fn get(&self, id: WordId) -> Option<T> {
        self.0.get(usize::from(id.0)).copied().flatten()
    }
}

/// Fowler, Noll and Vo's hash, 64 bits, variant 1a: short for short words.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, WordId};

    #[test]
    fn knows_words_in_any_case() {
        let lexicon = Lexicon::get();
        assert!(lexicon.id(b"revenue").is_known());
        assert_eq!(lexicon.id(b"Revenue"), lexicon.id(b"REVENUE"));
        assert_eq!(lexicon.id(b"flibbertigibbet"), WordId::UNKNOWN);
        assert_eq!(lexicon.id(&[b'a'; 500]), WordId::UNKNOWN);
        assert!(lexicon.len() < usize::from(u16::MAX));
    }
}
