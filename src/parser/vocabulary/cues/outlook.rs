//! What the company looks ahead with, and what it does with its guidance.

use crate::parser::vocabulary::cues::Cue::{
    Guide, GuideNoun, Issue, Lower, Midpoint, Narrow, Prior, Raise, Reaffirm, Spend, Will, Withdraw,
};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
    CueRow {
        cues: &[Will],
        phrases: &[
            "will", "will be", "to be", "should", "should be", "would", "would be", "could", "could be", "going to",
            "is likely to", "likely", "shall", "can", "can be", "is seen", "are seen", "to come in", "will likely",
            "ought to", "is set to", "are set to", "is on track", "on track", "on track to", "is expected",
            "are expected", "is expected to", "is expected to be", "are expected to be", "is forecast to be",
            "are forecast to be", "is likely to be", "are likely to be", "are expected to", "is projected",
            "are projected", "is forecast", "are forecast", "is anticipated", "are anticipated", "was expected to",
            "is estimated", "are estimated", "expected to be", "expected to", "is projected to be",
            "are projected to be", "is targeted", "are planned", "is planned", "still expected to", "is now expected",
            "are now expected", "is now expected to be", "are now expected to be", "is now projected to be",
            "continue to expect", "is guided to", "are likely to", "expected in the range of", "expected to total",
            "are projected to", "is projected to", "forecast to be",
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
            "had earlier forecast", "to plow", "to pour", "mission to", "means to", "is expecting", "authorized",
            "authorised", "approved", "authorizes", "plans for", "intend to spend", "expects to invest", "lay out",
            "to lay out", "to open", "to build", "seen at", "is seen at", "now seen", "is now seen at", "are seen at",
            "seen between", "had previously forecast", "had previously expected", "previously forecast",
            "had previously projected", "had earlier projected", "imply", "implies", "implying",
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
            "it had forecast", "had guided", "had expected", "had projected", "its prior",
            "from the previous range of", "from a prior range of", "prior view", "previous view",
            "had earlier forecast", "had previously forecast", "had previously expected", "previously forecast",
            "had previously projected", "had earlier projected",
        ],
    },
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
            "reconfirmed", "still sees", "holding to", "left its",
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
            "unveiled", "established", "gave", "gives", "had given",
        ],
    },
    CueRow {
        cues: &[Midpoint],
        phrases: &["midpoint", "mid point", "at the midpoint", "middle of the range", "at the middle"],
    },
    CueRow {
        cues: &[Spend],
        phrases: &[
            "spend", "spending", "invest", "investing", "investment", "investments", "spends", "invests", "plow",
            "pour", "to invest", "will invest", "to spend", "will spend", "lay out", "to plow", "to pour",
            "to lay out", "spent", "invested",
        ],
    },
];
