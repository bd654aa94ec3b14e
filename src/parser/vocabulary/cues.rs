//! The cue words: what a word or phrase does in a sentence about figures. A phrase may stand in several rows, and then
//! does all of it: "forecast" is what analysts make, what a company gives, and a verb of either.

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

use Cue::{
    Adjusted, Adverb, Analyst, And, At, Base, Be, Beat, Block, By, Closed, ConstantCurrency, Declared, Determiner,
    Earn, EstimateNoun, Excluding, Expect, Fall, Filler, For, From, Gaap, Guide, GuideNoun, In, InLine, Issue, Lose,
    Loss, Lower, Midpoint, Miss, Narrow, Noun, Of, On, Opened, Or, Organic, Past, Prior, Profit, Pronoun, Raise,
    Reaffirm, Report, Respectively, Rise, Say, SegmentNoun, Share, Spend, To, Versus, While, Will, With, Withdraw,
};

/// Rows of the cue vocabulary.
pub(crate) static ROWS: &[CueRow] = &[
    CueRow { cues: &[To], phrases: &["to", "reaching", "to reach", "hitting"] },
    CueRow { cues: &[From], phrases: &["from", "on top of", "over the"] },
    CueRow {
        cues: &[Of],
        phrases: &[
            "of", "to the tune of", "ranging from", "range from", "ranges from", "ranged from", "to range from",
            "to range between", "ranging between",
        ],
    },
    CueRow { cues: &[By], phrases: &["by", "by as much as", "by about"] },
    CueRow { cues: &[At], phrases: &["at", "worth"] },
    CueRow { cues: &[In], phrases: &["in", "within", "across", "throughout"] },
    CueRow { cues: &[For], phrases: &["for", "during"] },
    CueRow { cues: &[On], phrases: &["on", "upon"] },
    CueRow { cues: &[Or], phrases: &["or", "or a", "or an"] },
    CueRow { cues: &[And], phrases: &["and", "as well as", "along with", "plus", "followed by"] },
    CueRow {
        cues: &[While],
        phrases: &[
            "while", "but", "as", "though", "although", "however", "whereas", "because", "after", "despite", "even as",
            "since", "when", "if", "yet", "thanks to", "due to", "driven by", "helped by", "on the back of",
            "partly due to", "before", "where", "who", "whose", "until", "amid", "offset by", "including",
            "which included", "whereby",
        ],
    },
    CueRow { cues: &[With], phrases: &["with", "alongside"] },
    CueRow {
        cues: &[Be],
        phrases: &[
            "is", "are", "was", "were", "been", "came in", "came in at", "came to", "comes in", "come in", "came",
            "coming in at", "stood", "stood at", "totaled", "totalled", "totaling", "totalling", "total a", "reached",
            "hit", "amounted to", "amounting to", "equaled", "equal to", "ended", "ended the quarter with", "ended at",
            "finished at", "turned in", "settled at", "remained at", "were at", "was at", "is at", "arrived at",
            "landed at", "clocked in at", "averaged", "improved to", "equates to", "equating to", "represents",
            "sat at", "surpassed", "exceeded", "topped", "crossed",
        ],
    },
    CueRow {
        cues: &[Will],
        phrases: &[
            "will", "will be", "to be", "should", "should be", "would", "would be", "could", "could be", "may",
            "might", "going to", "is likely to", "likely", "shall", "can be", "to come in", "will likely", "ought to",
            "is set to", "are set to", "is on track", "on track", "on track to", "is expected", "are expected",
            "is expected to", "are expected to", "is projected", "are projected", "is forecast", "are forecast",
            "is anticipated", "are anticipated", "was expected to", "is estimated", "are estimated", "expected to be",
            "projected to", "expected to", "forecast to", "is projected to be", "are projected to be", "is targeted",
            "are planned", "is planned", "still expected to", "is now expected", "are now expected",
            "is now expected to be", "are now expected to be", "is now projected to be", "continue to expect",
            "is guided to", "are likely to", "expected in the range of", "expected to total", "are projected to",
            "is projected to",
        ],
    },
    // Changes.
    CueRow {
        cues: &[Rise, Past],
        phrases: &[
            "rose", "grew", "increased", "climbed", "jumped", "surged", "soared", "gained", "advanced", "improved",
            "expanded", "widened", "accelerated", "rallied", "swelled", "ballooned", "leapt", "leaped", "ticked up",
            "edged up", "inched up", "went up", "picked up", "rocketed", "spiked", "shot up", "has risen",
            "have risen", "risen", "grown", "was up", "were up", "is up", "are up", "added", "climbed up",
            "edged higher", "nudged up", "moved up", "rebounded", "strengthened", "skyrocketed", "came in higher",
            "was higher", "were higher", "finished up", "ended up", "popped", "has grown", "have grown", "lifted",
            "rises", "grows", "increases", "climbs", "jumps", "surges", "soars", "gains", "improves", "expands",
            "widens", "swells",
        ],
    },
    CueRow {
        cues: &[Fall, Past],
        phrases: &[
            "fell", "dropped", "declined", "decreased", "slid", "slipped", "dipped", "shrank", "contracted", "sank",
            "plunged", "tumbled", "narrowed", "eased", "edged down", "edged lower", "inched down", "ticked down",
            "went down", "slumped", "plummeted", "weakened", "compressed", "deteriorated", "retreated", "lost ground",
            "has fallen", "have fallen", "fallen", "was down", "were down", "is down", "are down", "shed", "dived",
            "dove", "skidded", "softened", "moderated", "slowed", "reduced", "crashed", "was lower", "were lower",
            "nosedived", "slimmed", "shrunk", "falls", "drops", "declines", "decreases", "slides", "slips", "sinks",
            "plunges", "tumbles", "dips", "slumps", "shrinks", "plummets", "eases", "narrows",
        ],
    },
    CueRow {
        cues: &[Rise, Base],
        phrases: &[
            "rise", "grow", "climb", "jump", "surge", "soar", "advance", "improve", "expand", "widen", "accelerate",
            "rising", "growing", "increasing", "climbing", "jumping", "surging", "soaring", "improving", "expanding",
            "gaining", "adding", "to increase", "increase", "ticking up", "go up", "rebound", "moving up", "leaping",
            "be up", "lifts",
        ],
    },
    CueRow {
        cues: &[Fall, Base],
        phrases: &[
            "fall", "drop", "decline", "decrease", "slide", "slip", "dip", "shrink", "contract", "sink", "plunge",
            "tumble", "falling", "dropping", "declining", "decreasing", "sliding", "slipping", "shrinking", "narrow",
            "go down", "sinking", "plunging", "tumbling", "slump", "slumping", "plummeting", "be down", "contracting",
            "reducing", "narrowing",
        ],
    },
    CueRow { cues: &[Rise, Adverb], phrases: &["up", "upward"] },
    CueRow { cues: &[Fall, Adverb], phrases: &["down", "off", "downward"] },
    CueRow { cues: &[Rise, Adverb, Filler], phrases: &["higher", "greater", "stronger", "better", "much higher"] },
    CueRow { cues: &[Fall, Adverb, Filler], phrases: &["lower", "weaker", "much lower", "smaller"] },
    CueRow {
        cues: &[Rise, Noun],
        phrases: &[
            "increase", "rise", "growth", "jump", "gain", "improvement", "surge", "advance", "expansion", "uptick",
            "climb", "rebound", "boost", "uplift", "leap", "spike", "year over year growth", "growth rate", "upside",
            "pickup", "addition", "acceleration", "hike", "upswing",
        ],
    },
    CueRow {
        cues: &[Fall, Noun],
        phrases: &[
            "decline", "decrease", "drop", "fall", "dip", "reduction", "slump", "slide", "contraction", "slip",
            "plunge", "tumble", "erosion", "compression", "shortfall", "downturn", "deterioration", "headwind",
            "slowdown",
        ],
    },
    CueRow {
        cues: &[Versus],
        phrases: &[
            "vs",
            "versus",
            "compared with",
            "compared to",
            "as compared with",
            "as compared to",
            "against",
            "as against",
            "compares with",
            "compares to",
            "compared",
            "in comparison to",
            "in comparison with",
            "comparing to",
            "comparing with",
            "relative to",
            "that compares with",
            "that compares to",
            "up from",
            "down from",
            "higher than",
            "lower than",
            "better than",
            "worse than",
            "in contrast to",
            "up against",
            "more than the",
            "less than the",
            "than",
            "than the",
            "wider than",
            "narrower than",
            "compare to",
            "compare with",
            "rather than",
            "it was not immediately clear if it compared to",
            "more than double",
            "double",
            "triple",
            "more than triple",
            "nearly double",
        ],
    },
    // Who expects.
    CueRow {
        cues: &[Expect],
        phrases: &[
            "expected", "estimated", "forecast", "forecasted", "projected", "predicted", "anticipated", "looking for",
            "had expected", "were expecting", "was expecting", "expecting", "were looking for", "was looking for",
            "had forecast", "had projected", "had anticipated", "penciled in", "pencilled in", "predict", "predicting",
            "anticipating", "modeled", "modelled", "calling for", "call for", "called for", "had predicted",
            "had estimated", "have forecast", "have expected", "projecting", "forecasting", "was anticipating",
            "were anticipating", "was for", "were for", "had been expecting", "have been expecting", "seen by",
            "pegged", "have been looking for", "had been looking for", "had been forecasting", "had modeled",
            "hoped for",
        ],
    },
    CueRow {
        cues: &[Analyst],
        phrases: &[
            "analysts", "analyst", "wall street", "the street", "street", "brokerages", "economists", "consensus",
            "investors", "lseg", "factset", "refinitiv", "bloomberg", "visible alpha", "streetaccount", "zacks",
            "thomson reuters", "capital iq", "smartestimates", "smartestimate", "thomson financial", "first call",
            "reuters estimates", "i/b/e/s", "ibes", "company compiled consensus", "market expectations",
            "market estimates", "market consensus", "market forecasts", "analysts polled", "analysts surveyed", "poll",
            "a survey", "brokers", "zacks investment research", "thomson first call", "factset research",
            "yahoo finance", "vara research", "infront", "markets", "thomson reuters i/b/e/s", "s&p capital iq",
            "ibes data", "consensus estimate", "consensus estimates",
        ],
    },
    CueRow {
        cues: &[EstimateNoun],
        phrases: &[
            "estimate", "estimates", "expectation", "expectations", "forecast", "forecasts", "projection",
            "projections", "consensus", "view", "views", "prediction", "predictions", "average estimate",
            "average estimates", "consensus estimate", "consensus estimates", "consensus projections", "mean estimate",
            "average forecast", "average analyst estimate", "median estimate", "consensus forecast", "consensus view",
            "average expectation", "average expectations", "average of estimates", "smartestimate", "smartestimates",
            "market expectations", "market estimates", "market forecasts", "market consensus", "average view",
            "mean forecast", "median forecast", "average analyst forecast", "consensus of",
        ],
    },
    CueRow {
        cues: &[Guide],
        phrases: &[
            "expects", "expect", "sees", "seeing", "guides", "guided", "guide", "guiding", "projects", "project",
            "projected", "projecting", "forecasts", "forecast", "forecasted", "forecasting", "anticipates",
            "anticipate", "anticipated", "anticipating", "targets", "targeting", "targeted", "plans", "plans to",
            "plan to", "planning to", "planned", "intends", "intend", "intends to", "aims", "aiming", "aims to",
            "expecting", "estimates", "estimated", "predicts", "predicting", "predicted", "expected", "is looking for",
            "looks for", "now sees", "now expects", "bracing for", "budgeted", "is budgeting", "committed to",
            "commits to", "pledged", "pledged to", "hopes to", "reiterates", "reaffirms", "warned", "warns", "see",
            "believes", "still expects", "continues to expect", "will spend", "will invest", "to spend", "to invest",
            "stood by", "sticking with", "set to", "on course", "predict", "project that", "we're projecting",
            "we're expecting", "we're targeting", "we now expect", "we expect", "calls for", "is calling for",
            "estimating", "is estimating", "would hit", "aim", "aim to", "guidance is", "outlook is", "eyes", "eyeing",
            "assume", "assumes", "assuming", "looking ahead", "could reach", "could go as high as", "to save",
            "is looking to", "looking to", "are looking to", "estimate that", "we estimate", "we currently estimate",
            "currently estimate", "it had forecast", "had forecast", "had guided", "had projected",
            "had earlier forecast",
        ],
    },
    CueRow {
        cues: &[GuideNoun],
        phrases: &[
            "guidance", "outlook", "forecast", "forecasts", "target", "targets", "goal", "plan", "plans", "budget",
            "projection", "projections", "guidance range", "forecast range", "target range", "outlook range",
            "expectation", "expectations", "annual forecast", "prediction", "mid point", "midpoint", "guidance for",
            "revised range", "new range", "updated range", "planning", "estimate range",
        ],
    },
    CueRow {
        cues: &[Prior],
        phrases: &[
            "previous", "prior", "earlier", "previously", "original", "old", "had earlier", "prior range",
            "previous range", "earlier range", "had previously", "originally", "before that", "had forecast",
            "it had forecast", "had guided", "had expected", "had projected", "was already reduced", "its prior",
            "from the previous range of", "from a prior range of", "prior view", "previous view",
        ],
    },
    CueRow {
        cues: &[Report],
        phrases: &[
            "reported", "posted", "reports", "posts", "reporting", "posting", "logged", "recorded", "booked",
            "generated", "delivered", "made", "produced", "saw", "registered", "announced", "achieved", "brought in",
            "clocked", "notched", "recorded a", "took", "swung to", "swings to", "swing to", "showed", "attained",
            "raked in", "chalked up", "recognized", "incurred", "returned", "delivers", "delivering", "generating",
            "repurchased", "paid", "ended with", "finished with", "bought back", "were reported", "was reported",
            "spent", "invested", "sold", "shipped", "produced", "employs", "operates", "serves", "delivered",
            "will pay", "it will pay", "to pay", "had",
        ],
    },
    CueRow { cues: &[Earn, Past], phrases: &["earned"] },
    CueRow { cues: &[Earn], phrases: &["earning", "earns", "earn", "to earn"] },
    CueRow { cues: &[Lose, Past], phrases: &["lost"] },
    CueRow { cues: &[Lose], phrases: &["losing", "lose", "loses", "to lose"] },
    CueRow {
        cues: &[Loss],
        phrases: &[
            "loss", "losses", "net loss", "net losses", "operating loss", "operating losses", "loss per share",
            "net loss per share", "pretax loss", "pre tax loss", "loss before tax", "loss after tax",
            "loss from operations", "per share loss", "diluted loss per share", "loss per diluted share",
            "net loss per diluted share", "outflows", "net outflows", "ebitda loss", "adjusted loss", "deficit",
        ],
    },
    CueRow {
        cues: &[Profit],
        phrases: &[
            "profit", "profits", "earnings", "net income", "net profit", "income", "earnings per share", "eps",
            "net earnings",
        ],
    },
    // Bases.
    CueRow {
        cues: &[Adjusted],
        phrases: &[
            "adjusted", "adj", "non gaap", "underlying", "core", "normalized", "normalised", "on an adjusted basis",
            "comparable basis", "excluding items", "before items", "excluding one time items",
            "excluding special items", "before special items", "non ifrs", "pro forma", "adjusted for",
            "excluding one off items", "operating earnings", "net operating earnings", "before one time items",
            "excluding certain items", "adjusting for", "on a non gaap basis", "recurring", "headline", "as adjusted",
            "business eps", "on a comparable basis", "core income", "cash eps", "excluding exceptional items",
            "before exceptional items", "excluding charges", "excluding one time costs", "adjusted basis",
            "on an underlying basis", "operating net earnings", "cash earnings",
        ],
    },
    CueRow {
        cues: &[Gaap],
        phrases: &[
            "gaap", "ifrs", "statutory", "on a gaap basis", "as reported", "reported basis", "on a reported basis",
        ],
    },
    CueRow {
        cues: &[ConstantCurrency],
        phrases: &[
            "constant currency", "constant currencies", "constant exchange rates", "at constant currency",
            "in constant currency", "at constant currencies", "currency neutral", "cc terms",
            "on a constant currency basis", "currency adjusted", "local currencies", "in local currency",
            "local currency", "excluding currency effects", "excluding currency", "fx neutral",
            "excluding the impact of currency", "at constant exchange rates", "constant fx", "in cc terms",
        ],
    },
    CueRow {
        cues: &[Organic],
        phrases: &[
            "organic",
            "organically",
            "on an organic basis",
            "excluding acquisitions",
            "excluding recent acquisitions",
            "organic basis",
            "excluding acquisitions and divestitures",
        ],
    },
    CueRow {
        cues: &[Excluding],
        phrases: &[
            "excluding", "adjusting for", "adjusted for", "stripping out", "before", "excludes", "leaving out",
            "net of", "barring", "aside from", "not including", "adjusted to",
        ],
    },
    // Against expectations.
    CueRow {
        cues: &[Beat],
        phrases: &[
            "beat", "beats", "beating", "topped", "tops", "topping", "exceeded", "exceeds", "exceeding", "surpassed",
            "surpasses", "surpassing", "ahead of", "above", "better than", "higher than", "outpaced", "easily beating",
            "well above", "well ahead of", "more than the", "blew past", "blow past", "sailed past", "soaring past",
            "past", "outstripped", "comfortably above", "trumped", "eclipsed",
        ],
    },
    CueRow {
        cues: &[Miss],
        phrases: &[
            "missed", "misses", "missing", "below", "short of", "fell short of", "falling short of", "under",
            "worse than", "lower than", "shy of", "less than the", "behind", "trailed", "lagged", "wider than",
            "well below", "just below", "slightly below", "fall short of", "came in below", "undershot",
        ],
    },
    CueRow {
        cues: &[InLine],
        phrases: &[
            "in line with", "matched", "matching", "met", "meeting", "matches", "even with", "in line", "on par with",
            "roughly in line with", "largely in line with",
        ],
    },
    // Guidance actions.
    CueRow {
        cues: &[Raise],
        phrases: &[
            "raised", "raises", "raising", "raise", "lifted", "lifts", "lifting", "lift", "hiked", "hikes", "hiking",
            "boosted", "boosts", "boosting", "upped", "ups", "upgraded", "increased", "increasing", "bumped up",
            "upwardly revised", "revised upward", "revised up", "upwards",
        ],
    },
    CueRow {
        cues: &[Lower],
        phrases: &[
            "cut", "cuts", "cutting", "lowered", "lowers", "lowering", "trimmed", "trims", "trimming", "slashed",
            "slashes", "slashing", "reduced", "reduces", "scaled back", "downgraded", "revised down",
            "revised downward", "pared", "dialed back", "decreased",
        ],
    },
    CueRow {
        cues: &[Narrow],
        phrases: &[
            "narrowed", "narrows", "narrowing", "tightened", "tightens", "tightening", "tweaked", "updating",
            "revising", "updated", "revised",
        ],
    },
    CueRow {
        cues: &[Reaffirm],
        phrases: &[
            "reaffirmed", "reaffirms", "reaffirming", "reiterated", "reiterates", "reiterating", "maintained",
            "maintains", "maintaining", "backed", "backs", "confirmed", "confirms", "confirming", "kept", "keeps",
            "stood by", "stands by", "stuck to", "sticks to", "sticking to", "unchanged", "remains", "still expects",
            "continues to expect", "continue to expect", "affirmed", "affirming", "left unchanged", "repeated",
            "reconfirmed", "still sees", "holding to",
        ],
    },
    CueRow {
        cues: &[Withdraw],
        phrases: &[
            "withdrew", "withdraws", "withdrawing", "withdrawn", "suspended", "suspends", "scrapped", "scraps",
            "pulled", "withheld", "withholds",
        ],
    },
    CueRow {
        cues: &[Issue],
        phrases: &[
            "issued", "issues", "issuing", "introduced", "introduces", "introducing", "initiated", "provided",
            "unveiled", "established",
        ],
    },
    // Not results.
    CueRow {
        cues: &[Block],
        phrases: &[
            "shares", "share", "stock", "stocks", "shares of", "stock price", "share price", "price target",
            "price targets", "target price", "market value", "market cap", "market capitalization",
            "market capitalisation", "valuation", "oil prices", "crude", "crude oil", "brent", "diesel", "fuel prices",
            "prices", "price", "inflation", "index", "s&p", "nasdaq", "dow", "gdp", "stake", "fine", "penalty",
            "lawsuit", "settlement", "barrel", "tariff", "tariffs", "interest rate", "interest rates", "unemployment",
            "lawmakers", "airfare", "wages", "ownership", "dividend yield", "yield", "market share", "odds",
            "probability", "benchmark", "the dollar", "the euro", "deal", "acquisition", "bid", "takeover", "ipo",
            "offering", "refund", "refunds", "gain on", "capacity", "contract", "contracts", "loan facility",
            "credit facility", "revolving facility", "forward pe", "multiple", "multiples", "return on equity", "roe",
            "rotce", "return on assets", "return on tangible common equity", "tangible book value", "book value",
            "book value per share", "tier 1", "cet1", "leverage ratio", "leverage", "turnover rate", "weighting",
            "survey", "respondents", "rating", "grant", "grants", "donation", "bonus", "salary", "compensation",
            "penetration", "occupancy", "utilization", "load factor", "temperature", "odds of", "cash consideration",
            "purchase price", "stakes", "award", "damages", "investment in", "allowance", "exposure", "liquidity",
            "borrowing capacity", "available under", "term loan", "credit line", "maturities", "tax benefit",
            "tax benefits", "benefit", "square feet", "average ticket", "average price", "retention",
            "headcount costs", "hit", "impact", "headwinds", "tailwind", "tailwinds", "charge", "one time charge",
            "gain", "unit cost", "contract value", "total contract value", "tcv", "network sales", "system wide sales",
            "systemwide sales", "goods and services tax", "nonperforming", "delinquencies", "delinquency",
            "efficiency ratio", "loss ratio", "expense ratio", "average daily rate", "revpar",
        ],
    },
    CueRow {
        cues: &[Say],
        phrases: &[
            "said", "says", "told", "wrote", "added that", "noted", "saying", "adding that", "according to", "say",
            "tells", "stated", "commented", "explained",
        ],
    },
    CueRow {
        cues: &[SegmentNoun],
        phrases: &[
            "segment", "segments", "division", "divisions", "unit", "business", "businesses", "brand", "banner",
            "category", "region", "arm", "operations", "business line", "franchise", "subsidiary", "operation",
            "product line", "vertical", "internationally", "domestically", "overseas", "abroad", "services",
            "products", "solutions", "portfolio",
        ],
    },
    CueRow {
        cues: &[Determiner],
        phrases: &[
            "a", "an", "the", "its", "their", "our", "his", "her", "this", "these", "those", "some", "all", "each",
            "every", "any", "my",
        ],
    },
    CueRow {
        cues: &[Pronoun],
        phrases: &[
            "it", "that", "this", "which", "they", "we", "both", "the figure", "those", "these", "he", "she", "i",
            "you", "the result", "the total", "there", "the results", "its", "our", "their",
        ],
    },
    CueRow { cues: &[Respectively], phrases: &["respectively"] },
    CueRow {
        cues: &[Share],
        phrases: &[
            "accounted for", "accounts for", "accounting for", "representing", "represented", "made up", "make up",
            "makes up", "comprised", "contributed", "come from", "came from", "comes from", "exposed to",
        ],
    },
    CueRow {
        cues: &[Midpoint],
        phrases: &["midpoint", "mid point", "at the midpoint", "middle of the range", "at the middle"],
    },
    CueRow {
        cues: &[Filler],
        phrases: &[
            "total", "overall", "record", "net", "average", "diluted", "basic", "consolidated", "combined", "overall",
            "new", "strong", "solid", "only", "just", "also", "now", "roughly", "about", "company", "group", "better",
            "expected", "reported", "year", "whopping", "significant", "around", "nearly", "almost", "approximately",
            "even", "still", "well", "slightly", "sharply", "further", "additional", "extra", "average",
            "attributable", "worldwide", "global", "globally", "range", "a range", "the range", "somewhere",
            "anywhere", "closer", "available", "common", "annualized", "annualised", "comparable", "respective",
            "single", "double", "full", "entire", "whole", "overall", "own", "latest", "recent", "impressive",
            "robust", "healthy", "modest", "steep", "sharp", "big", "huge", "massive", "staggering", "small", "slim",
            "surprise", "after tax", "tax", "better than expected", "weaker than expected", "stronger than expected",
            "higher than expected", "lower than expected", "wider than expected", "smaller than expected",
            "worse than expected", "as expected", "larger than expected", "narrower than expected", "than expected",
            "more than expected", "less than expected", "bigger than expected", "estimate beating", "per", "number",
            "number of", "quarterly", "annual", "sequential", "sequentially", "year over year", "annually", "already",
            "currently", "then", "therefore", "estimated", "gross", "standalone", "unaudited", "audited",
            "companywide", "company wide", "groupwide", "group wide", "firmwide", "weaker", "reportable", "between",
            "in the range of", "a range of", "in a range of", "within a range of", "in the range between",
            "the range of", "you can see", "as you can see", "you will see", "you'll see", "can see", "as you saw",
            "as we can see", "has", "have", "having", "post", "stellar", "spectacular", "stunning", "blowout",
            "bumper", "discontinued operations", "continuing operations", "from continuing operations", "remarkable",
            "excellent", "outstanding", "good", "great", "first ever", "high", "highest", "lowest", "low",
            "other than", "special", "one time", "one off", "third", "second", "eighth", "straight", "consecutive",
            "all in",
        ],
    },
    CueRow {
        cues: &[Opened],
        phrases: &["opened", "opening", "open", "opens", "added", "hired", "hiring", "hire", "net new", "adding"],
    },
    CueRow {
        cues: &[Closed],
        phrases: &[
            "closed", "closing", "close", "closes", "cut", "cutting", "eliminate", "eliminating", "eliminated", "shed",
            "slash", "slashing", "lay off", "laid off", "closures", "store closures", "layoffs", "job cuts",
        ],
    },
    CueRow {
        cues: &[Declared],
        phrases: &[
            "declared", "declares", "declaring", "authorized", "authorised", "approved", "authorizes", "authorised",
            "raised its dividend", "payable",
        ],
    },
    CueRow {
        cues: &[Spend],
        phrases: &[
            "spend", "spending", "invest", "investing", "investment", "investments", "spends", "invests", "plow",
            "pour", "to invest", "will invest", "to spend", "will spend",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::{Cue, CueSet, ROWS};

    #[test]
    fn phrases_are_lower_case_and_each_row_does_something() {
        for row in ROWS {
            assert!(!row.cues.is_empty() && !row.phrases.is_empty());
            for phrase in row.phrases {
                assert_eq!(*phrase, phrase.to_lowercase());
                assert!(!phrase.contains('-'), "'{phrase}': hyphens count as blanks");
            }
        }
    }

    #[test]
    fn sets_hold_what_was_put_in() {
        let set = CueSet::of(&[Cue::To, Cue::Plain]);
        assert!(set.has(Cue::To) && set.has(Cue::Plain) && !set.has(Cue::From));
        assert!(set.meets(CueSet::of(&[Cue::Plain])) && !set.meets(CueSet::NONE) && CueSet::NONE.is_empty());
    }
}
