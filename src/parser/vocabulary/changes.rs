//! Words of change and of sign, which tell a range from two figures.

/// Words that say that a figure moved, and so make "from X to Y" two figures.
pub(crate) static CHANGES: &[&str] = &[
    "rise", "rises", "rose", "risen", "rising", "fall", "falls", "fell", "fallen", "falling", "up", "down", "increase",
    "increases", "increased", "increasing", "decrease", "decreases", "decreased", "decreasing", "decline", "declines",
    "declined", "declining", "grow", "grows", "grew", "grown", "growing", "climb", "climbs", "climbed", "climbing",
    "jump", "jumps", "jumped", "jumping", "surge", "surges", "surged", "surging", "soar", "soared", "soaring", "drop",
    "drops", "dropped", "dropping", "slip", "slips", "slipped", "slipping", "slide", "slid", "sliding", "sink", "sank",
    "plunge", "plunged", "tumble", "tumbled", "dip", "dipped", "shrink", "shrank", "shrunk", "contract", "contracted",
    "expand", "expands", "expanded", "expanding", "widen", "widened", "widening", "narrow", "narrowed", "narrowing",
    "improve", "improves", "improved", "improving", "improvement", "advance", "advanced", "gain", "gained", "gaining",
    "raise", "raises", "raised", "raising", "lift", "lifts", "lifted", "lifting", "lower", "lowers", "lowered",
    "lowering", "cut", "cuts", "cutting", "boost", "boosts", "boosted", "boosting", "hike", "hiked", "hiking", "trim",
    "trimmed", "trimming", "reduce", "reduces", "reduced", "reducing", "reduction", "slash", "slashed", "bump",
    "bumped", "bumping", "upped", "double", "doubled", "doubling", "triple", "tripled", "quadrupled", "halved",
    "swung", "swing", "swings", "moved", "move", "moving", "changed", "change", "went", "go", "goes", "going", "gone",
    "came", "ticked", "edged", "crept", "accelerate", "accelerated", "accelerating", "decelerated", "slowed",
    "slowing", "eased", "easing", "weakened", "strengthened", "revised", "adjusted", "updated", "leapt", "leaped",
    "rallied", "rebounded", "recovered", "deteriorated", "moderated", "compressed", "spiked", "ballooned", "swelled",
    "higher", "added", "adding", "reversed", "uptick", "leap", "upgraded", "downgraded", "pushed", "brought", "took",
    "taking", "bringing", "pushing", "nudged", "ramp", "ramped", "ramping", "scaled", "progressed", "plummet",
    "plummeted", "plummeting", "slump", "slumped", "slumping", "skidded", "retreated", "dived", "depressed",
    "depressing", "dented", "denting", "eroded", "crashed", "rocketed", "skyrocketed", "softened", "shed", "slimmed",
    "contracting", "plunging", "tumbling", "sinking", "swelling", "surpassed", "knocked", "pared",
];

/// Words that give a figure a sign where the other end of the range has the opposite one.
pub(crate) static FALLING: &[&str] = &[
    "loss", "losses", "down", "decline", "decrease", "drop", "fall", "deficit", "negative", "contraction", "minus",
    "outflow", "outflows",
];

/// See [`FALLING`].
pub(crate) static RISING: &[&str] = &[
    "profit", "profits", "earnings", "income", "gain", "up", "increase", "growth", "rise", "positive", "surplus",
    "plus", "inflow", "inflows",
];

/// Words for no change at all, the end of a range without a number: "flat to up 1%".
pub(crate) static EVEN: &[&str] = &["flat", "unchanged"];

/// Verbs right behind which "$1.70 and $2.70" are the ends of a range.
pub(crate) static FORECASTS: &[&str] = &[
    "forecast", "forecasts", "expect", "expects", "expected", "project", "projects", "projected", "predicted", "sees",
];

/// Signs that are written as words right before the figure.
pub(crate) static SIGNS: &[&str] = &["negative", "minus", "positive"];

/// The words of every table here.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    [CHANGES, FALLING, RISING, EVEN, FORECASTS, SIGNS].into_iter().flatten().copied()
}
