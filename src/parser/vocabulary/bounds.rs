//! Words that open a figure to one side, or blur it: "at least", "nearly", "or more".

use crate::model::Bound;

/// One bound.
#[derive(Debug)]
pub(crate) struct BoundRow {
    /// What it does to the figure.
    pub(crate) bound: Bound,
    /// Phrases that stand right before the figure.
    pub(crate) before: &'static [&'static str],
    /// Phrases that stand right behind it.
    pub(crate) after: &'static [&'static str],
    /// Texts whose one quantity has this bound.
    #[cfg_attr(not(test), expect(dead_code, reason = "the proof of the row, read by its test"))]
    pub(crate) reads: &'static [&'static str],
}

/// Every bound.
pub(crate) static ROWS: &[BoundRow] = &[
    BoundRow {
        bound: Bound::AtLeast,
        before: &[
            "at least", "more than", "greater than", "a little more than", "slightly more than", "just more than",
            "well more than", "over", "just over", "well over", "slightly over", "a little over", "above",
            "just above", "well above", "slightly above", "a bit above", "in excess of", "excess of", "north of",
            "just north of", "upwards of", "upward of", "minimum of", "a minimum of", "minimum", "no less than",
            "not less than", "no fewer than", "as low as", "as little as", "as few as", "beyond", "topped", "topping",
            "tops", "exceeded", "exceeding", "exceeds", "exceed", "surpassed", "surpassing", "surpass", "surpasses",
            "crossed", "crossing", "passed", "eclipsed",
        ],
        after: &[
            "or more", "or higher", "or greater", "or above", "or better", "and above", "and more", "at least",
            "at a minimum",
        ],
        reads: &[
            "Costs of more than $5.", "Costs of just over $5.", "Sales topped $5.", "Costs of $5 or more.",
            "Costs of no less than $5.", "Costs of $5+ are likely.", "Costs of $5-plus.",
        ],
    },
    BoundRow {
        bound: Bound::AtMost,
        before: &[
            "up to", "as much as", "as many as", "as high as", "less than", "slightly less than", "just less than",
            "a little less than", "fewer than", "under", "just under", "slightly under", "a little under",
            "well under", "below", "just below", "slightly below", "well below", "at most", "no more than",
            "not more than", "no greater than", "maximum of", "a maximum of", "just shy of", "shy of", "just short of",
            "south of", "sub",
        ],
        after: &["or less", "or lower", "or below", "or fewer", "or under", "at most", "at the most"],
        reads: &[
            "Costs of up to $5.", "Costs of just under $5.", "Costs of $5 or less.", "Costs of no more than $5.",
            "Costs of at most $5.",
        ],
    },
    BoundRow {
        bound: Bound::About,
        before: &[
            "about", "around", "roughly", "nearly", "almost", "approximately", "approximate", "approx", "some",
            "circa", "ca", "c", "close to", "closer to", "near", "nearing", "approaching", "virtually",
            "in the neighborhood of", "in the vicinity of", "on the order of", "in the order of", "in the region of",
            "in the area of", "somewhere around", "somewhere near", "an estimated",
        ],
        after: &["or so", "or thereabouts", "approximately", "give or take", "odd", "ish"],
        reads: &[
            "Costs of about $5.", "Costs of ~$5.", "Costs of approx. $5.", "Costs of c.$5.", "Costs of $5 or so.",
            "Costs of close to $5.",
        ],
    },
];

/// Words that compare when they stand behind another figure: "87 per cent over Rs 1,529 crore".
pub(crate) static COMPARING: &[&str] =
    &["more than", "less than", "greater than", "fewer than", "over", "under", "above", "below"];

/// Words that compare where they open an aside: "$5 million, well below $6 million a year ago".
pub(crate) static COMPARATIVES: &[&str] = &["above", "below", "over", "under"];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let rows = ROWS.iter().flat_map(|row| row.before.iter().chain(row.after));
    rows.chain([COMPARING, COMPARATIVES].into_iter().flatten()).copied()
}
