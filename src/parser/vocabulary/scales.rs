//! Scales: "million", "bn", "lakh crore".

/// How a scale is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    /// "million": may stand behind any number.
    Word,
    /// "m": stands right behind the digits, or behind money.
    Letter,
}

/// One scale.
#[derive(Debug)]
pub(crate) struct ScaleRow {
    /// The power of ten.
    pub(crate) exponent: i32,
    /// Whole words.
    pub(crate) words: &'static [&'static str],
    /// Letters.
    pub(crate) letters: &'static [&'static str],
    /// Texts whose one quantity has this scale.
    #[cfg_attr(not(test), expect(dead_code, reason = "the proof of the row, read by its test"))]
    pub(crate) reads: &'static [&'static str],
}

/// Every scale.
pub(crate) static ROWS: &[ScaleRow] = &[
    ScaleRow {
        exponent: 3,
        words: &["thousand"],
        letters: &["k"],
        reads: &["Costs of $1 thousand.", "Costs of $1K.", "Costs of one thousand dollars."],
    },
    ScaleRow { exponent: 5, words: &["lakh", "lakhs", "lac", "lacs"], letters: &[], reads: &["A fee of Rs 1 lakh."] },
    ScaleRow {
        exponent: 6,
        words: &["million", "millions", "mln", "mn", "mio", "milion", "millon"],
        letters: &["m", "mm", "mil"],
        reads: &["Sales of $1 million.", "Sales of $1m.", "Sales of $1MM.", "Sales of 1 mln euros."],
    },
    ScaleRow { exponent: 7, words: &["crore", "crores"], letters: &["cr"], reads: &["Sales of Rs 1 cr."] },
    ScaleRow {
        exponent: 9,
        words: &["billion", "billions", "billon", "bn", "bln", "mrd"],
        letters: &["b"],
        reads: &["Sales of $1 billion.", "Sales of $1 billon.", "Sales of €1bn.", "Sales of $1B."],
    },
    ScaleRow {
        exponent: 12,
        words: &["trillion", "trillions", "tn", "trn", "tln", "trln"],
        letters: &["t"],
        reads: &["Sales of 1 trillion yen.", "Assets of $1T.", "Assets of $1tn."],
    },
];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    ROWS.iter().flat_map(|row| row.words.iter().chain(row.letters)).copied()
}
