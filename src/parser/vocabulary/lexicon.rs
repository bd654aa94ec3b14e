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
    /// The number of every word that no table knows and that may be the code of a period: "Q4", "FY26".
    pub const CODE: Self = Self(1);

    /// Its place in a table of all words.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Whether some table knows the word.
    pub fn is_known(self) -> bool {
        self > Self::CODE
    }
}

/// The words of all tables.
///
/// A word of up to sixteen bytes is one number, `folded`, and lies in an open table: a look-up multiplies twice and
/// compares once, and most words that no table knows are told by their mark alone.
pub struct Lexicon {
    /// Where each short word's hash leads: its mark and its number, else nothing. At most half full.
    places: Vec<(u16, WordId)>,
    /// How many bits of a hash are not of a place.
    beside: u32,
    /// The short words by number; 0 for the long ones and for the words that no table knows.
    short: Vec<u128>,
    /// The words that are longer.
    long: HashMap<Box<[u8]>, WordId, BuildHasherDefault<Fnv>>,
}

/// How many places there are, as a power of two.
const PLACES_BITS: u32 = 13;
/// How many bytes a short word may have.
const SHORT: usize = size_of::<u128>();
/// Half as many.
const HALF: usize = SHORT / 2;

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

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(phrases().flat_map(split), PLACES_BITS));

impl Lexicon {
    /// The lexicon, built at first use.
    pub fn get() -> &'static Self {
        &LEXICON
    }

    /// A lexicon of its own, for readers whose words those of sentences shall not know, with so many places for words,
    /// as a power of two.
    pub(crate) fn of<'a>(words: impl IntoIterator<Item = &'a str>, places: u32) -> Self {
        let nothing = (0, WordId::UNKNOWN);
        let (beside, places) = (u64::BITS - places, vec![nothing; 1 << places]);
        let mut lexicon = Self { places, beside, short: vec![0; 2], long: HashMap::default() };
        words.into_iter().for_each(|word| lexicon.add(word));
        lexicon
    }

    fn add(&mut self, word: &str) {
        if self.id(word.as_bytes()).is_known() {
            return;
        }
        let id = WordId(u16::try_from(self.len()).unwrap_or_default());
        let key = padded(word.as_bytes()).map(folded);
        self.short.push(key.unwrap_or_default());
        let Some(key) = key else {
            self.long.insert(word.to_ascii_lowercase().as_bytes().into(), id);
            return;
        };
        let (mut at, mark) = self.hash(key);
        while self.places.get(at).is_some_and(|(_, id)| id.is_known()) {
            at = (at + 1) % self.places.len();
        }
        if let Some(place) = self.places.get_mut(at) {
            *place = (mark, id);
        }
    }

    /// The number of a word as it stands in the text, in any case.
    pub fn id(&self, word: &[u8]) -> WordId {
        match padded(word) {
            Some(word) => self.short_id(folded(word)),
            None => self.long_id(word),
        }
    }

    /// The number of the word at `text[start..end]`. Quicker than [`Lexicon::id`], as it may look beyond the word.
    pub fn id_at(&self, text: &[u8], start: usize, end: usize) -> WordId {
        let length = end.saturating_sub(start);
        match text.get(start..).and_then(<[u8]>::first_chunk::<SHORT>) {
            Some(chunk) if (1..=SHORT).contains(&length) => {
                let beyond = 8 * u32::try_from(SHORT - length).unwrap_or_default();
                self.short_id(folded(u128::from_le_bytes(*chunk) & (u128::MAX >> beyond)))
            }
            _ => self.id(text.get(start..end).unwrap_or_default()),
        }
    }

    /// The word of ASCII letters at `text[at]`, where it is of the usual kind and a blank or a mark ends it that is never
    /// within a word: where that is, and the word's number. Most words are, and are soonest read so.
    #[inline(always)]
    pub fn usual_word(&self, text: &[u8], at: usize) -> Option<(usize, WordId)> {
        let rest = text.get(at..)?;
        let few = rest.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))?;
        // Two ways for one thing: most words are short, and reckoned in half the steps.
        let length = few_letters(few);
        if length < HALF {
            let key = (few | HALF_SMALL) & !(u64::MAX << (8 * length));
            let behind = (few >> (8 * length)) as u8;
            return ends_word(length, behind).then(|| (at + length, self.short_id(u128::from(key))));
        }
        let many = rest.first_chunk().map(|chunk| u128::from_le_bytes(*chunk))?;
        let length = letters_of(many);
        let key = (many | SMALL) & !u128::MAX.checked_shl(8 * length as u32)?;
        let behind = *rest.get(length)?;
        ends_word(length, behind).then(|| (at + length, self.short_id(key)))
    }

    #[inline(always)]
    fn short_id(&self, key: u128) -> WordId {
        let (mut at, mark) = self.hash(key);
        while let Some((found, id)) = self.places.get(at).filter(|(_, id)| id.is_known()) {
            if *found == mark && self.short.get(id.index()) == Some(&key) {
                return *id;
            }
            at = (at + 1) % self.places.len();
        }
        WordId::UNKNOWN
    }

    fn long_id(&self, word: &[u8]) -> WordId {
        let mut folded = [0_u8; 32];
        let Some(folded) = folded.get_mut(..word.len()) else { return WordId::UNKNOWN };
        folded.copy_from_slice(word);
        folded.make_ascii_lowercase();
        self.long.get(&*folded).copied().unwrap_or_default()
    }

    /// Where a short word's search begins, and what marks it there.
    fn hash(&self, key: u128) -> (usize, u16) {
        let (high, low) = ((key >> 64) as u64, key as u64);
        let mixed = (low ^ high.wrapping_mul(0xff51_afd7_ed55_8ccd)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed >> self.beside) as usize, (mixed >> 24) as u16)
    }

    /// The short words of this sort, as they are folded.
    pub fn short_words(&self, is_wanted: impl Fn(&[u8]) -> bool) -> impl Iterator<Item = WordId> {
        let short = (0..).map(WordId).zip(&self.short).filter(|(_, key)| **key != 0);
        let short = short.map(|(id, key)| (id, key.to_le_bytes(), SHORT - key.leading_zeros() as usize / 8));
        short.filter(move |(_, word, length)| word.get(..*length).is_some_and(&is_wanted)).map(|(id, ..)| id)
    }

    /// The numbers of all words, the unknown ones included.
    pub fn ids(&self) -> impl Iterator<Item = WordId> {
        (0..).map(WordId).take(self.len())
    }

    /// How many numbers are given, the unknown one included: the length of a [`WordTable`].
    fn len(&self) -> usize {
        self.short.len()
    }
}

/// Whether a word of so many letters surely ends where this byte stands behind it.
fn ends_word(length: usize, behind: u8) -> bool {
    match behind {
        b' ' | b',' | b'\n' | b'-' | b'/' | b':' | b';' | b'%' | b'(' | b')' | b'!' | b'?' | b'"' => length > 0,
        // That of "U.S." is within the word.
        b'.' => length > 1,
        _ => false,
    }
}

/// A word of up to sixteen bytes as one number, the first byte lowest.
fn padded(word: &[u8]) -> Option<u128> {
    let mut bytes = [0; SHORT];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    Some(u128::from_le_bytes(bytes))
}

/// How many ASCII letters stand at `text[at..]`, counted all at once as far as sixteen.
pub fn letters(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let Some(chunk) = rest.first_chunk::<SHORT>() else {
        return rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    };
    letters_of(u128::from_le_bytes(*chunk))
}

/// How many of sixteen bytes are ASCII letters, up to the first that is none.
fn letters_of(bytes: u128) -> usize {
    let small = bytes | SMALL;
    let low = small & !HIGH;
    let letter = (low + (0x80 - 0x61) * ONES) & !(low + (0x80 - 0x7b) * ONES) & !small & HIGH;
    (!letter & HIGH).trailing_zeros() as usize / 8
}

/// The same for eight.
fn few_letters(bytes: u64) -> usize {
    let small = bytes | HALF_SMALL;
    let low = small & !HALF_HIGH;
    let letter = (low + (0x80 - 0x61) * HALF_ONES) & !(low + (0x80 - 0x7b) * HALF_ONES) & !small & HALF_HIGH;
    (!letter & HALF_HIGH).trailing_zeros() as usize / 8
}

/// The lowest bit of each of sixteen bytes.
const ONES: u128 = u128::from_le_bytes([1; SHORT]);
/// The highest bit of each.
const HIGH: u128 = 0x80 * ONES;
/// The bit of each that makes a letter a small one.
const SMALL: u128 = 0x20 * ONES;
/// The same of eight bytes.
const HALF_ONES: u64 = ONES as u64;
const HALF_HIGH: u64 = HIGH as u64;
const HALF_SMALL: u64 = SMALL as u64;

/// The same word with its ASCII capitals made small, all sixteen bytes at once.
fn folded(word: u128) -> u128 {
    let low = word & !HIGH;
    let from_a = low + (0x80 - 0x41) * ONES;
    let past_z = low + (0x80 - 0x5b) * ONES;
    let capital = from_a & !past_z & !word & HIGH;
    word | (capital >> 2)
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
        Self::merged(rows, |first, _| first)
    }

    /// The same, where a word said twice gets what `merge` makes of its meanings.
    pub fn merged(rows: impl IntoIterator<Item = (&'static str, T)>, merge: impl Fn(T, T) -> T) -> Self {
        let lexicon = Lexicon::get();
        let mut table = vec![None; lexicon.len()];
        for (word, meaning) in rows {
            let id = lexicon.id(word.as_bytes());
            debug_assert!(id.is_known(), "'{word}' is not in the lexicon");
            if let Some(slot) = table.get_mut(id.index()).filter(|_| id.is_known()) {
                *slot = Some(slot.map_or(meaning, |known| merge(known, meaning)));
            }
        }
        Self(table)
    }

    /// What another reader makes of the meanings.
    pub fn map<U: Copy>(&self, of: impl Fn(T) -> U) -> WordTable<U> {
        WordTable(self.0.iter().map(|meaning| meaning.map(&of)).collect())
    }

    /// The words whose meaning is of this sort.
    pub fn words(&self, is_wanted: impl Fn(T) -> bool) -> WordSet {
        let wanted = |meaning: &Option<T>| meaning.is_some_and(&is_wanted);
        let places = self.0.iter().enumerate().filter(|(_, meaning)| wanted(meaning));
        WordSet::new(places.filter_map(|(place, _)| u16::try_from(place).ok()).map(WordId))
    }

    /// What the word means, if anything.
    pub fn get(&self, id: WordId) -> Option<T> {
        self.0.get(usize::from(id.0)).copied().flatten()
    }
}

/// A set of words by number, small enough to stay at hand: most words are in none.
pub struct WordSet(Vec<u64>);

impl WordSet {
    /// The set of these words.
    pub fn new(ids: impl IntoIterator<Item = WordId>) -> Self {
        let mut bits = vec![0; Lexicon::get().len().div_ceil(64)];
        for id in ids {
            if let Some(word) = bits.get_mut(id.index() / 64) {
                *word |= 1 << (id.index() % 64);
            }
        }
        Self(bits)
    }

    /// Whether the word is in the set.
    pub fn has(&self, id: WordId) -> bool {
        self.0.get(id.index() / 64).is_some_and(|word| word >> (id.index() % 64) & 1 != 0)
    }
}

/// Fowler, Noll and Vo's hash, 64 bits, variant 1a: short for short words. A number is taken in whole.
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

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
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
        let found: Vec<_> = lexicon.short_words(|word| word == b"revenue").collect();
        assert_eq!(found, [lexicon.id(b"revenue")]);
        assert!(2 * lexicon.len() < lexicon.places.len() && lexicon.places.len() < usize::from(u16::MAX));
    }

    #[test]
    fn a_word_has_one_number_wherever_it_stands() {
        let lexicon = Lexicon::get();
        for word in super::phrases().flat_map(super::split) {
            let (id, text) = (lexicon.id(word.as_bytes()), format!("{}, é and more of it", word.to_ascii_uppercase()));
            assert!(id.is_known(), "{word}");
            assert_eq!(lexicon.id_at(text.as_bytes(), 0, word.len()), id, "{word}");
            assert_eq!(lexicon.id_at(word.as_bytes(), 0, word.len()), id, "{word}");
            if word.len() < super::SHORT && super::letters(word.as_bytes(), 0) == word.len() {
                assert_eq!(lexicon.usual_word(text.as_bytes(), 0), Some((word.len(), id)), "{word}");
            }
        }
        assert_eq!(lexicon.id_at(b"revenue", 3, 3), WordId::UNKNOWN);
        for unusual in
            ["U.S. sales and more", "S&P of New York, N.Y.", "Q4 2024 and after that", "5 billion, so much", "EPS"]
        {
            assert_eq!(lexicon.usual_word(unusual.as_bytes(), 0), None, "{unusual}");
        }
    }

    #[test]
    fn only_ascii_capitals_are_folded() {
        let all: Vec<u8> = (0..=255).collect();
        for chunk in all.chunks(16) {
            let folded = super::padded(chunk).map(super::folded).map(u128::to_le_bytes);
            assert_eq!(folded.map(|bytes| bytes.to_vec()), Some(chunk.to_ascii_lowercase()));
        }
        let counted = |at: &usize| super::letters(&all, *at) == usize::from(all[*at].is_ascii_alphabetic());
        assert!((0..256).filter(|at| !all[*at].is_ascii_alphabetic()).all(|at| counted(&at)));
        assert_eq!([super::letters(b"aZ", 0), super::letters(b"abcdefghijklmnopq", 0)], [2, 16]);
        assert_eq!([super::letters(b"aZ[ and some more", 0), super::letters(b"Az{@`\xc3\xa9 and more", 0)], [2, 2]);
    }
}
