//! The cue words: what a word or phrase does in a sentence about figures. A phrase may stand in several rows, and then
//! does all of it: "forecast" is what analysts make, what a company gives, and a verb of either.

mod bases;
mod changes;
mod links;
mod nouns;
mod outlook;
mod results;
mod speech;

/// What a phrase does. At most 64, so that a set of them is one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Cue {
    /// "To $2.1 billion": the level that was reached.
    To,
    /// "From $1.94 billion": the level before.
    From,
    /// "Of $48.4 billion".
    Of,
    /// "By 8%": the size of a change.
    By,
    /// "At $5 billion".
    At,
    /// "In revenue", "in the quarter".
    In,
    /// "For the year".
    For,
    /// "On sales of $424 million".
    On,
    /// "Or $8.02 per share".
    Or,
    /// "And".
    And,
    /// Begins another statement: "while", "but", "as", "though".
    While,
    /// "With": another figure of the same time.
    With,
    /// A form of to be, and what stands for it: "was", "totaled", "came in".
    Be,
    /// "To be", "will be", "should come": not yet so.
    Will,
    /// Goes up, in any form.
    Rise,
    /// Goes down, in any form.
    Fall,
    /// With [`Cue::Rise`] or [`Cue::Fall`]: a verb in the past, "rose".
    Past,
    /// With them: a verb in its base form, or a participle: "rise", "rising".
    Base,
    /// With them: an adverb, "up", "higher".
    Adverb,
    /// With them: a noun, "increase".
    Noun,
    /// Sets one figure against another: "vs", "compared with".
    Versus,
    /// "Expected", "forecast", whoever does it.
    Expect,
    /// Who estimates: "analysts", "Wall Street", "the consensus".
    Analyst,
    /// "Estimates", "expectations", "view".
    EstimateNoun,
    /// The company looks ahead: "expects", "sees", "plans to".
    Guide,
    /// "Guidance", "outlook", "forecast", "target".
    GuideNoun,
    /// Of before: "previous", "prior", "earlier".
    Prior,
    /// The company states a result: "reported", "posted".
    Report,
    /// "Earned": net income, or EPS, without naming it.
    Earn,
    /// "Lost": the same, negative.
    Lose,
    /// Makes a figure a loss: "loss", "net loss".
    Loss,
    /// Makes it a gain again: "profit".
    Profit,
    /// "Adjusted", "non-GAAP", "underlying".
    Adjusted,
    /// "GAAP", "reported", "statutory".
    Gaap,
    /// "At constant currency".
    ConstantCurrency,
    /// "Organic".
    Organic,
    /// Begins a clause on what is left out: "excluding items,".
    Excluding,
    /// Better than: "beat", "topped", "ahead of".
    Beat,
    /// Worse than: "missed", "below".
    Miss,
    /// "In line with".
    InLine,
    /// Guidance was lifted.
    Raise,
    /// Guidance was cut.
    Lower,
    /// Its ends were brought together.
    Narrow,
    /// It was left as it was.
    Reaffirm,
    /// It was taken back.
    Withdraw,
    /// It was given for the first time.
    Issue,
    /// Figures about it are no results: "shares", "price target", "inflation".
    Block,
    /// "Segment", "division", "unit".
    SegmentNoun,
    /// "The", "a", "its".
    Determiner,
    /// Stands for a subject of before: "it", "that", "which".
    Pronoun,
    /// "Respectively".
    Respectively,
    /// Part of a whole: "accounted for", "representing".
    Share,
    /// "Midpoint".
    Midpoint,
    /// A plain adjective or adverb that may stand between a figure and its metric: "total", "quarterly", "record".
    Filler,
    /// "Said", "told": somebody speaks.
    Say,
    /// "Opened", "closed": stores come and go by this many.
    Opened,
    /// The same with minus: "closed", "cut".
    Closed,
    /// "Declared", "authorized": goes with dividends and buybacks.
    Declared,
    /// "Spend", "invest".
    Spend,
    /// A metric, of the metric vocabulary.
    Metric,
    /// A period.
    Period,
    /// A company.
    Company,
    /// A quantity.
    Quantity,
    /// A word that no table knows.
    Plain,
}

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueSet(u64);

impl CueSet {
    /// None.
    pub const NONE: Self = Self(0);

    /// These.
    pub const fn of(cues: &[Cue]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < cues.len() {
            bits |= 1 << cues[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    /// Whether this cue is in the set.
    pub const fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u8) != 0
    }

    /// Whether the two sets share a cue.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of it is in the other set.
    pub const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether it is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Phrases that do the same.
pub struct CueRow {
    /// What they do.
    pub cues: &'static [Cue],
    /// The phrases, lower-case; hyphens count as blanks.
    pub phrases: &'static [&'static str],
}

static TABLES: [&[CueRow]; 7] =
    [links::ROWS, changes::ROWS, speech::ROWS, outlook::ROWS, results::ROWS, bases::ROWS, nouns::ROWS];

/// Every row of the cue vocabulary.
pub(crate) fn rows() -> impl Iterator<Item = &'static CueRow> {
    TABLES.iter().flat_map(|table| table.iter())
}

#[cfg(test)]
mod tests {
    use super::{Cue, CueRow, CueSet, rows};
    use crate::parser::vocabulary::metrics;
    use std::collections::HashSet;

    #[test]
    fn phrases_are_lower_case_and_each_row_does_something() {
        for row in rows() {
            assert!(!row.cues.is_empty() && !row.phrases.is_empty());
            for phrase in row.phrases {
                assert_eq!(*phrase, phrase.to_lowercase());
                assert!(!phrase.contains('-'), "'{phrase}': hyphens count as blanks");
            }
        }
    }

    #[test]
    fn words_of_bases_and_losses_swallow_no_metric() {
        let blanks = |words: &str| words.replace('-', " ");
        let named: HashSet<String> =
            metrics::all().iter().flat_map(|metric| metric.row().words).map(|words| blanks(words)).collect();
        let telling = |row: &&CueRow| row.cues.iter().any(|cue| [Cue::Adjusted, Cue::Loss, Cue::Profit].contains(cue));
        for phrase in rows().filter(telling).flat_map(|row| row.phrases) {
            let ends = phrase.rsplit_once(' ').is_some_and(|(_, last)| named.contains(last));
            assert!(!ends || named.contains(&blanks(phrase)), "'{phrase}' ends with a metric and is none");
        }
    }

    #[test]
    fn sets_hold_what_was_put_in() {
        let set = CueSet::of(&[Cue::To, Cue::Plain]);
        assert!(set.has(Cue::To) && set.has(Cue::Plain) && !set.has(Cue::From));
        assert!(set.meets(CueSet::of(&[Cue::Plain])) && !set.meets(CueSet::NONE) && CueSet::NONE.is_empty());
    }
}
