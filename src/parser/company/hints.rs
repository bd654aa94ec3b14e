//! What the vocabulary says of single words, by their number.

use std::sync::LazyLock;

use crate::parser::lexer::word::{Word, WordKind};
use crate::parser::vocabulary::companies::{HINTS, Hint};
use crate::parser::vocabulary::lexicon::{self, WordTable};
use crate::parser::vocabulary::metrics;

static TABLE: LazyLock<WordTable<Hint>> = LazyLock::new(|| {
    let words = |line: &&'static str| line.split(' ');
    let all = HINTS.iter().flat_map(|(hint, lines)| lines.iter().flat_map(words).map(|word| (word, *hint)));
    WordTable::merged(all, Hint::and)
});

/// The words that can begin the name of a metric: "revenue", "net".
static METRICS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let phrases = metrics::all().iter().flat_map(|metric| metric.row().words.iter());
    WordTable::new(phrases.filter_map(|phrase| Some((lexicon::split(phrase).next()?, ()))))
});

/// The hints, fetched once for a document.
#[derive(Clone, Copy)]
pub(super) struct Hints(&'static WordTable<Hint>);

impl Hints {
    pub(super) fn get() -> Self {
        Self(&TABLE)
    }

    /// What the word says.
    pub(super) fn of(self, word: &Word) -> Hint {
        self.0.get(word.id).unwrap_or_default()
    }

    /// Whether the word can begin the name of a metric.
    pub(super) fn is_metric(self, word: &Word) -> bool {
        METRICS.get(word.id).is_some()
    }

    /// Whether there is such a word, and it says any of these.
    pub(super) fn any(self, word: Option<&Word>, hints: Hint) -> bool {
        word.is_some_and(|word| self.of(word).any(hints))
    }
}

/// Whether there is such a word and it is this symbol.
pub(super) fn is(word: Option<&Word>, symbol: char) -> bool {
    word.is_some_and(|word| word.is(symbol))
}

/// Whether there is such a word and it is made of letters.
pub(super) fn is_letters(word: Option<&Word>) -> bool {
    word.is_some_and(|word| word.kind == WordKind::Letters)
}

/// Whether the word is the possessive "'s", and not an apostrophe alone.
pub(super) fn is_possessive(word: Option<&Word>) -> bool {
    word.is_some_and(|word| word.is('\'') && word.glued)
}
