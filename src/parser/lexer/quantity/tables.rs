//! The tables of the vocabulary, laid out by word number, and the reader that looks words up in them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::{Bound, Currency};
use crate::parser::lexer::word::{Word, WordKind};
use crate::parser::vocabulary::lexicon::{Lexicon, WordId, WordSet, WordTable, split};
use crate::parser::vocabulary::measures::Share;
use crate::parser::vocabulary::numbers::{NumberWord, Place};
use crate::parser::vocabulary::scales::Writing;
use crate::parser::vocabulary::{asides, bounds, changes, currencies, measures, nouns, numbers, scales};

/// Sets of words: each is one bit.
pub(super) mod set {
    /// Words that a number may begin with.
    pub(crate) const START: u32 = 1;
    pub(crate) const CHANGE: u32 = 1 << 1;
    pub(crate) const FALLING: u32 = 1 << 2;
    pub(crate) const RISING: u32 = 1 << 3;
    pub(crate) const MONTH: u32 = 1 << 4;
    pub(crate) const MEASURE: u32 = 1 << 5;
    pub(crate) const MEASURE_ADJECTIVE: u32 = 1 << 6;
    pub(crate) const HEAD: u32 = 1 << 7;
    pub(crate) const CUE: u32 = 1 << 8;
    pub(crate) const STOP: u32 = 1 << 9;
    pub(crate) const POINTS: u32 = 1 << 10;
    pub(crate) const SHARE_ADJECTIVE: u32 = 1 << 11;
    pub(crate) const SHARE: u32 = 1 << 12;
    pub(crate) const UNIT: u32 = 1 << 13;
    pub(crate) const WEIGHED: u32 = 1 << 14;
    pub(crate) const COMPARATIVE: u32 = 1 << 15;
    pub(crate) const EVEN: u32 = 1 << 16;
    pub(crate) const FORECAST: u32 = 1 << 17;
}

/// A scale word.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    pub(super) exponent: i32,
    pub(super) writing: Writing,
}

/// A currency's name behind a number: "dollars", "cents".
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) currency: Currency,
    pub(super) minor: bool,
}

/// A currency's letters beside a number: "USD", "MEUR".
#[derive(Clone, Copy)]
pub(super) struct Code {
    letters: &'static str,
    pub(super) currency: Currency,
    pub(super) scale: Option<i32>,
    /// Whether the letters stand before "$" only.
    pub(super) dollar: bool,
}

/// The numbers of the small words that the readers name.
pub(super) struct Particles {
    pub(super) a: WordId,
    pub(super) an: WordId,
    pub(super) and: WordId,
    pub(super) between: WordId,
    pub(super) by: WordId,
    pub(super) each: WordId,
    pub(super) from: WordId,
    pub(super) half: WordId,
    pub(super) hundred: WordId,
    pub(super) minus: WordId,
    pub(super) negative: WordId,
    pub(super) of: WordId,
    pub(super) oh: WordId,
    pub(super) or: WordId,
    pub(super) per: WordId,
    pub(super) plus: WordId,
    pub(super) point: WordId,
    pub(super) positive: WordId,
    pub(super) range: WordId,
    pub(super) ranging: WordId,
    pub(super) sub: WordId,
    pub(super) the: WordId,
    pub(super) to: WordId,
    pub(super) up: WordId,
}

pub(super) struct Tables {
    pub(super) sets: WordTable<u32>,
    /// The words that make an amount of a number before them, or a span of time.
    pub(super) tails: WordSet,
    pub(super) numbers: WordTable<NumberWord>,
    pub(super) places: WordTable<Place>,
    pub(super) scales: WordTable<Scale>,
    pub(super) shares: Phrases<(Share, Writing)>,
    pub(super) names: Phrases<Name>,
    pub(super) codes: Phrases<Code>,
    pub(super) before: Phrases<Bound>,
    pub(super) comparing: Phrases<()>,
    pub(super) after: Phrases<Bound>,
    pub(super) nouns: Phrases<()>,
    pub(super) say: Particles,
}

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    sets: sets(),
    tails: tails(),
    numbers: WordTable::new(numbers::ROWS.iter().copied()),
    places: WordTable::new(numbers::PLACES.iter().copied()),
    scales: WordTable::new(scale_rows()),
    shares: Phrases::new(share_rows(), Direction::Forward),
    names: Phrases::new(name_rows(), Direction::Forward),
    codes: Phrases::new(code_rows().map(|code| (code.letters, code)), Direction::Forward),
    before: Phrases::new(bound_rows(|row| row.before), Direction::Backward),
    comparing: Phrases::new(bounds::COMPARING.iter().map(|words| (*words, ())), Direction::Backward),
    after: Phrases::new(bound_rows(|row| row.after), Direction::Forward),
    nouns: Phrases::new(nouns::words().map(|words| (words, ())), Direction::Forward),
    say: particles(),
});

/// The words that a number may begin with.
pub(in crate::parser::lexer) fn starts() -> WordSet {
    TABLES.sets.words(|sets| sets & set::START != 0)
}

fn sets() -> WordTable<u32> {
    let listed = [
        (changes::CHANGES, set::CHANGE),
        (changes::FALLING, set::FALLING),
        (changes::RISING, set::RISING),
        (changes::EVEN, set::EVEN),
        (changes::FORECASTS, set::FORECAST),
        (asides::MONTHS, set::MONTH),
        (asides::MEASURES, set::MEASURE),
        (asides::MEASURE_ADJECTIVES, set::MEASURE_ADJECTIVE),
        (asides::HEADS, set::HEAD),
        (asides::CUES, set::CUE),
        (asides::STOPS, set::STOP),
        (measures::POINTS, set::POINTS),
        (measures::SHARE_ADJECTIVES, set::SHARE_ADJECTIVE),
        (measures::SHARES, set::SHARE),
        (measures::UNITS, set::UNIT),
        (currencies::WEIGHED, set::WEIGHED),
        (bounds::COMPARATIVES, set::COMPARATIVE),
    ];
    let listed = listed.into_iter().flat_map(|(words, bit)| words.iter().map(move |word| (*word, bit)));
    let starts = numbers::ROWS.iter().map(|row| row.0).chain(scales::ROWS.iter().flat_map(|row| row.words).copied());
    WordTable::merged(listed.chain(starts.map(|word| (word, set::START))), |one, other| one | other)
}

fn tails() -> WordSet {
    let scales = scale_rows().map(|(word, _)| word).chain(share_rows().map(|(words, _)| words));
    let currencies = name_rows().map(|(words, _)| words).chain(code_rows().map(|code| code.letters));
    let spans = [asides::MEASURES, asides::MEASURE_ADJECTIVES].into_iter().flatten().copied();
    let first = scales.chain(currencies).chain(spans).filter_map(|words| split(words).next());
    WordSet::new(first.map(|word| Lexicon::get().id(word.as_bytes())))
}

fn scale_rows() -> impl Iterator<Item = (&'static str, Scale)> {
    scales::ROWS.iter().flat_map(|row| {
        let scale = |writing| Scale { exponent: row.exponent, writing };
        let words = row.words.iter().map(move |word| (*word, scale(Writing::Word)));
        words.chain(row.letters.iter().map(move |word| (*word, scale(Writing::Letter))))
    })
}

fn share_rows() -> impl Iterator<Item = (&'static str, (Share, Writing))> {
    measures::ROWS.iter().flat_map(|row| {
        let words = row.words.iter().map(|words| (*words, (row.share, Writing::Word)));
        words.chain(row.letters.iter().map(|words| (*words, (row.share, Writing::Letter))))
    })
}

fn bound_rows(side: fn(&bounds::BoundRow) -> &'static [&'static str]) -> impl Iterator<Item = (&'static str, Bound)> {
    bounds::ROWS.iter().flat_map(move |row| side(row).iter().map(|words| (*words, row.bound)))
}

fn name_rows() -> impl Iterator<Item = (&'static str, Name)> {
    currencies::ROWS.iter().filter_map(|row| Some((row, Currency::new(row.code)?))).flat_map(|(row, currency)| {
        let named =
            |words: &'static [&'static str], minor| words.iter().map(move |words| (*words, Name { currency, minor }));
        named(row.words, false).chain(named(row.minor, true))
    })
}

fn code_rows() -> impl Iterator<Item = Code> {
    let rows = currencies::ROWS.iter().filter_map(|row| Some((row, Currency::new(row.code)?)));
    let plain = rows.flat_map(|(row, currency)| {
        let code = move |letters, dollar| Code { letters, currency, scale: None, dollar };
        let letters = row.letters.iter().chain([&row.code]).map(move |letters| code(*letters, false));
        letters.chain(row.dollars.iter().map(move |letters| code(*letters, true)))
    });
    plain.chain(currencies::SCALED_CODES.iter().filter_map(|&(letters, code, scale)| {
        Some(Code { letters, currency: Currency::new(code)?, scale: Some(scale), dollar: false })
    }))
}

fn particles() -> Particles {
    let id = |word: &str| Lexicon::get().id(word.as_bytes());
    Particles {
        a: id("a"),
        an: id("an"),
        and: id("and"),
        between: id("between"),
        by: id("by"),
        each: id("each"),
        from: id("from"),
        half: id("half"),
        hundred: id("hundred"),
        minus: id("minus"),
        negative: id("negative"),
        of: id("of"),
        oh: id("oh"),
        or: id("or"),
        per: id("per"),
        plus: id("plus"),
        point: id("point"),
        positive: id("positive"),
        range: id("range"),
        ranging: id("ranging"),
        sub: id("sub"),
        the: id("the"),
        to: id("to"),
        up: id("up"),
    }
}

/// Which way phrases are matched from a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// The phrase begins at the place.
    Forward,
    /// The phrase ends before the place.
    Backward,
}

/// One phrase by the numbers of its words, the one that is met first in front.
type Phrase<T> = (Box<[WordId]>, T);

/// Phrases, the longest first, by the word that is met first.
pub(super) struct Phrases<T: 'static> {
    /// Small numbers, so that the tables of all phrases stay at hand.
    places: WordTable<u16>,
    groups: Vec<Vec<Phrase<T>>>,
}

impl<T: Copy> Phrases<T> {
    fn new(rows: impl Iterator<Item = (&'static str, T)>, direction: Direction) -> Self {
        let mut groups: Vec<(&'static str, Vec<Phrase<T>>)> = Vec::new();
        let mut places: BTreeMap<WordId, usize> = BTreeMap::new();
        for (phrase, meaning) in rows {
            let mut words: Vec<&'static str> = split(phrase).collect();
            if direction == Direction::Backward {
                words.reverse();
            }
            let ids: Box<[WordId]> = words.iter().map(|word| Lexicon::get().id(word.as_bytes())).collect();
            let (Some(word), Some(id)) = (words.first(), ids.first()) else { continue };
            let place = *places.entry(*id).or_insert(groups.len());
            if place == groups.len() {
                groups.push((*word, Vec::new()));
            }
            if let Some((_, group)) = groups.get_mut(place) {
                group.push((ids, meaning));
            }
        }
        let table = WordTable::new((0..).zip(&groups).map(|(place, (word, _))| (*word, place)));
        let sorted = groups.into_iter().map(|(_, mut group)| {
            group.sort_by_key(|(ids, _)| std::cmp::Reverse(ids.len()));
            group
        });
        Self { places: table, groups: sorted.collect() }
    }

    fn group(&self, id: WordId) -> &[Phrase<T>] {
        self.places.get(id).and_then(|place| self.groups.get(usize::from(place))).map_or(&[], Vec::as_slice)
    }

    /// The longest phrase that begins at `at`: where it ends, and its meaning.
    #[inline]
    pub(super) fn after(&self, words: &[Word], at: usize) -> Option<(usize, T)> {
        let first = words.get(at)?;
        self.group(first.id).iter().find_map(|(ids, meaning)| Some((end_of(words, at, ids)?, *meaning)))
    }

    /// The longest phrase that ends before `end` and begins at `floor` or later: where it begins, and its meaning.
    pub(super) fn before(&self, words: &[Word], end: usize, floor: usize) -> Option<(usize, T)> {
        let last = words.get(end.checked_sub(1)?)?;
        let found = |ids: &[WordId]| start_of(words, end, ids).filter(|start| *start >= floor);
        self.group(last.id).iter().find_map(|(ids, meaning)| Some((found(ids)?, *meaning)))
    }
}

fn end_of(words: &[Word], at: usize, ids: &[WordId]) -> Option<usize> {
    let mut next = at;
    for id in ids {
        if next > at && is_hyphen(words, next) {
            next += 1;
        }
        words.get(next).filter(|word| word.id == *id && word.kind == WordKind::Letters)?;
        next += 1;
    }
    Some(next)
}

fn start_of(words: &[Word], end: usize, ids: &[WordId]) -> Option<usize> {
    let mut next = end;
    for id in ids {
        if next < end && next > 0 && is_hyphen(words, next - 1) {
            next -= 1;
        }
        next = next.checked_sub(1)?;
        words.get(next).filter(|word| word.id == *id && word.kind == WordKind::Letters)?;
    }
    Some(next)
}

/// Whether a hyphen joins its neighbours here: "basis-point".
fn is_hyphen(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.glued && word.is_dash()) && words.get(at + 1).is_some_and(|word| word.glued)
}

/// A sentence's words with the tables to read them by. Any index may be asked for; there is nothing outside.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    pub(super) tables: &'static Tables,
}

impl Reader<'_> {
    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(super) fn is(&self, at: usize, symbol: char) -> bool {
        self.get(at).is_some_and(|word| word.is(symbol))
    }

    pub(super) fn symbol(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            WordKind::Symbol(symbol) => Some(symbol),
            WordKind::Letters | WordKind::Number => None,
        }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.glued)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.kind == WordKind::Number)
    }

    pub(super) fn is_letters(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.kind == WordKind::Letters)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.get(at).is_some_and(Word::is_dash)
    }

    /// Whether a hyphen joins its neighbours here: "1-cent".
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        is_hyphen(self.words, at)
    }

    pub(super) fn says(&self, at: usize, id: WordId) -> bool {
        self.get(at).is_some_and(|word| word.id == id && word.kind == WordKind::Letters)
    }

    pub(super) fn in_set(&self, at: usize, set: u32) -> bool {
        self.get(at).and_then(|word| self.tables.sets.get(word.id)).is_some_and(|sets| sets & set != 0)
    }

    pub(super) fn text_of(&self, at: usize) -> &str {
        self.get(at).map_or("", |word| word.span.of(self.text))
    }

    /// The currency code that stands here, in just this case.
    pub(super) fn code(&self, at: usize) -> Option<Code> {
        let word = self.get(at).filter(|word| word.kind == WordKind::Letters)?;
        let mut codes = self.tables.codes.group(word.id).iter().map(|(_, code)| *code);
        codes.find(|code| !code.dollar && code.letters == word.span.of(self.text))
    }

    /// Whether the word is a currency code in some case.
    pub(super) fn may_be_code(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| !self.tables.codes.group(word.id).is_empty())
    }

    /// The currency that these letters mean before "$".
    pub(super) fn dollar_code(&self, at: usize) -> Option<Currency> {
        let word = self.get(at).filter(|word| word.kind == WordKind::Letters)?;
        let mut codes = self.tables.codes.group(word.id).iter().map(|(_, code)| *code);
        let fits = |code: &Code| (code.dollar || code.scale.is_none()) && code.letters == word.span.of(self.text);
        codes.find(fits).map(|code| code.currency)
    }
}
