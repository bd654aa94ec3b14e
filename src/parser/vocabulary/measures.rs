//! What makes a number a percentage, or an amount for each share.

/// What kind of percentage a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    /// Hundredths of something.
    Percent,
    /// Hundredths that a percentage moved by.
    Points,
    /// Hundredths of a point.
    BasisPoints,
}

/// One unit.
#[derive(Debug)]
pub(crate) struct ShareRow {
    /// The kind.
    pub(crate) share: Share,
    /// What stands after the number.
    pub(crate) words: &'static [&'static str],
    /// Letters that stand right behind the digits only: "7.5pc".
    pub(crate) letters: &'static [&'static str],
    /// Texts whose one quantity is of this unit.
    #[cfg_attr(not(test), expect(dead_code, reason = "the proof of the row, read by its test"))]
    pub(crate) reads: &'static [&'static str],
}

/// Every unit of percentage; the sign "%" is known to the reader.
pub(crate) static ROWS: &[ShareRow] = &[
    ShareRow {
        share: Share::Percent,
        words: &["percent", "per cent", "pct", "percentage", "perc", "percents"],
        letters: &["pc"],
        reads: &["Up 5 percent.", "Up 5 per cent.", "Up 5 pct.", "Up 5pc.", "A 5-percent rise.", "Up five percent."],
    },
    ShareRow {
        share: Share::Points,
        words: &[
            "percentage points", "percentage point", "percent points", "percent point", "per cent points",
            "percentage pts", "ppt", "ppts", "pp", "pps", "pctg pts",
        ],
        letters: &[],
        reads: &["Up 2.5 percentage points.", "Up 2.5 ppt.", "A 2-percentage-point rise.", "Up 2% points."],
    },
    ShareRow {
        share: Share::BasisPoints,
        words: &["basis points", "basis point", "bps", "bp", "bips", "basis pts"],
        letters: &[],
        reads: &["Up 50 basis points.", "Up 50bps.", "Up 50 bp.", "A 50-basis-point rise."],
    },
];

/// What follows "%" and turns it into points: "2 %-points".
pub(crate) static POINTS: &[&str] = &["points", "point", "pts", "pt"];

/// What stands between "per" and the share: "per fully diluted common share".
pub(crate) static SHARE_ADJECTIVES: &[&str] = &[
    "diluted", "basic", "common", "ordinary", "fully", "class", "a", "b", "and", "american", "depositary",
    "depository", "stapled", "adjusted", "assuming", "dilution", "outstanding", "limited", "partner", "partnership",
    "preferred", "preference", "equity",
];

/// The share itself. A "unit" counts only behind an adjective: "per common unit".
pub(crate) static SHARES: &[&str] = &["share", "shares", "shr", "ads", "adr", "adss", "gds", "cdi"];

/// See [`SHARES`].
pub(crate) static UNITS: &[&str] = &["unit", "units", "stock", "receipt", "interest"];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let rows = ROWS.iter().flat_map(|row| row.words.iter().chain(row.letters));
    rows.chain([POINTS, SHARE_ADJECTIVES, SHARES, UNITS].into_iter().flatten()).copied()
}
