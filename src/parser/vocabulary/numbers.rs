//! Words that are numbers: "twenty-two", "half a", "hundreds of".

/// What a word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// "zero" to "nine".
    Digit(u8),
    /// "ten" to "nineteen".
    Teen(u8),
    /// "twenty" to "ninety".
    Tens(u8),
    /// "hundred".
    Hundred,
    /// "half a billion".
    Half,
    /// "a couple of million": two, give or take.
    Couple,
    /// "several hundred million": the order of magnitude alone.
    Several,
    /// "hundreds of billions": the power of ten.
    Plural(u8),
}

use NumberWord::{Couple, Digit, Half, Hundred, Plural, Several, Teen, Tens};

/// Every number word.
pub(crate) static ROWS: &[(&str, NumberWord)] = &[
    ("zero", Digit(0)),
    ("one", Digit(1)),
    ("two", Digit(2)),
    ("three", Digit(3)),
    ("four", Digit(4)),
    ("five", Digit(5)),
    ("six", Digit(6)),
    ("seven", Digit(7)),
    ("eight", Digit(8)),
    ("nine", Digit(9)),
    ("ten", Teen(10)),
    ("eleven", Teen(11)),
    ("twelve", Teen(12)),
    ("thirteen", Teen(13)),
    ("fourteen", Teen(14)),
    ("fifteen", Teen(15)),
    ("sixteen", Teen(16)),
    ("seventeen", Teen(17)),
    ("eighteen", Teen(18)),
    ("nineteen", Teen(19)),
    ("twenty", Tens(20)),
    ("thirty", Tens(30)),
    ("forty", Tens(40)),
    ("fifty", Tens(50)),
    ("sixty", Tens(60)),
    ("seventy", Tens(70)),
    ("eighty", Tens(80)),
    ("ninety", Tens(90)),
    ("hundred", Hundred),
    ("half", Half),
    ("couple", Couple),
    ("several", Several),
    ("few", Several),
    ("tens", Plural(1)),
    ("hundreds", Plural(2)),
    ("thousands", Plural(3)),
    ("millions", Plural(6)),
    ("billions", Plural(9)),
    ("trillions", Plural(12)),
];

/// Where in its ten a number lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// "The low 30 cents".
    Low,
    /// "The mid-30 cents".
    Mid,
    /// "The upper 30 cents".
    High,
}

/// Every word of place.
pub(crate) static PLACES: &[(&str, Place)] =
    &[("low", Place::Low), ("lower", Place::Low), ("mid", Place::Mid), ("high", Place::High), ("upper", Place::High)];

/// Small words that stand inside numbers and quantities.
pub(crate) static PARTICLES: &[&str] = &[
    "a", "an", "and", "of", "or", "point", "oh", "to", "up", "plus", "minus", "per", "each", "the", "between", "from",
    "range", "ranging", "by", "in", "us", "u.s.", "than", "for",
];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|row| row.0).chain(PLACES.iter().map(|row| row.0)).chain(PARTICLES.iter().copied())
}
