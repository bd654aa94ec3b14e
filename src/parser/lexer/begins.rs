//! What may begin with a word, for all readers in one look-up: with most words nothing does that any of them looks for.

use std::sync::LazyLock;

use crate::parser::lexer::{period, phrase, quantity};
use crate::parser::vocabulary::lexicon::{Lexicon, WordId};

/// What may begin with a word, as far as the word alone tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Begins(u8);

impl Begins {
    /// A number, in digits or in words.
    pub const NUMBER: Self = Self(1);
    /// An expression of time.
    pub const PERIOD: Self = Self(2);
    /// A phrase of the vocabulary.
    pub const PHRASE: Self = Self(4);
    /// Nothing.
    pub const NOTHING: Self = Self(0);
    /// What may begin with digits.
    pub const DIGITS: Self = Self::NUMBER.and(Self::PERIOD);

    /// The one and the other.
    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of these may.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let (numbers, periods) = (quantity::starts(), period::openers());
    let begins = |id: WordId| {
        [
            (numbers.has(id), Begins::NUMBER),
            (periods.has(id), Begins::PERIOD),
            (phrase::begins_with(id), Begins::PHRASE),
        ]
        .into_iter()
        .filter(|(may, _)| *may)
        .fold(Begins::NOTHING, |all, (_, one)| all.and(one))
    };
    Beginnings(Lexicon::get().ids().map(begins).collect())
});

/// What may begin with each word of the lexicon.
pub(super) struct Beginnings(Vec<Begins>);

impl Beginnings {
    /// The table, made at first use.
    pub(super) fn get() -> &'static Self {
        &BEGINNINGS
    }

    /// What may begin with this one.
    pub(super) fn of(&self, id: WordId) -> Begins {
        self.0.get(id.index()).copied().unwrap_or_default()
    }
}
