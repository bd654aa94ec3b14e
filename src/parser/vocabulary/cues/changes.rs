//! What goes up and down.

use crate::parser::vocabulary::cues::Cue::{Adverb, Base, Closed, Fall, Filler, Noun, Opened, Past, Rise};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
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
            "widens", "swells", "bounced", "bounced back", "mounted", "vaulted", "firmed", "galloped", "raced",
            "nudged higher", "inched higher", "ticked higher", "crept up", "crept higher", "notched up", "bounded",
            "powered ahead", "forged ahead", "came in up", "ran up", "moved higher", "pushed up", "pushed higher",
            "strengthens", "accelerates", "advances", "rallies", "rebounds",
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
            "plunges", "tumbles", "dips", "slumps", "shrinks", "plummets", "eases", "narrows", "depressed", "dented",
            "eroded", "receded", "collapsed", "faded", "ebbed", "sagged", "cratered", "diminished", "dwindled",
            "waned", "subsided", "cooled", "drifted lower", "inched lower", "ticked lower", "nudged lower",
            "moved lower", "came in down", "fell back", "slackened", "withered", "weakens", "contracts",
        ],
    },
    CueRow {
        cues: &[Rise, Base],
        phrases: &[
            "rise", "grow", "climb", "jump", "surge", "soar", "advance", "improve", "expand", "widen", "accelerate",
            "rising", "growing", "increasing", "climbing", "jumping", "surging", "soaring", "improving", "expanding",
            "gaining", "adding", "to increase", "increase", "ticking up", "go up", "rebound", "moving up", "leaping",
            "be up", "lifts", "swell", "strengthen", "rally", "swelling", "strengthening", "rebounding", "edge up",
            "inch up", "tick up", "edge higher",
        ],
    },
    CueRow {
        cues: &[Fall, Base],
        phrases: &[
            "fall", "drop", "decline", "decrease", "slide", "slip", "dip", "shrink", "contract", "sink", "plunge",
            "tumble", "falling", "dropping", "declining", "decreasing", "sliding", "slipping", "shrinking", "narrow",
            "go down", "sinking", "plunging", "tumbling", "slump", "slumping", "plummeting", "be down", "contracting",
            "reducing", "narrowing", "edge down", "inch down", "edge lower", "weaken", "weakening", "collapse",
            "collapsing", "dwindle", "dwindling",
        ],
    },
    CueRow { cues: &[Rise, Adverb], phrases: &["up", "upward", "ahead"] },
    CueRow { cues: &[Fall, Adverb], phrases: &["down", "off", "downward"] },
    CueRow { cues: &[Rise, Adverb, Filler], phrases: &["higher", "greater", "stronger", "better", "much higher"] },
    CueRow { cues: &[Fall, Adverb, Filler], phrases: &["lower", "weaker", "much lower", "smaller", "fewer"] },
    CueRow {
        cues: &[Rise, Noun],
        phrases: &[
            "increase", "rise", "growth", "jump", "gain", "improvement", "surge", "advance", "expansion", "uptick",
            "climb", "rebound", "boost", "uplift", "leap", "spike", "year over year growth", "growth rate",
            "growth figure", "upside", "pickup", "addition", "acceleration", "hike", "upswing",
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
        cues: &[Opened],
        phrases: &[
            "opened", "opening", "open", "opens", "added", "hired", "hiring", "hire", "net new", "adding",
            "brought on", "bringing on", "took on", "taken on", "taking on", "recruited", "recruiting", "adds", "add",
            "to add",
        ],
    },
    CueRow {
        cues: &[Closed],
        phrases: &[
            "closed", "closing", "close", "closes", "cut", "cutting", "eliminate", "eliminating", "eliminated", "shed",
            "slash", "slashing", "lay off", "laid off", "laying off", "shedding", "axing", "axed", "closures",
            "store closures", "layoffs", "job cuts",
        ],
    },
];
