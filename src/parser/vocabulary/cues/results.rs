//! How results are stated, and set against what was expected.

use crate::parser::vocabulary::cues::Cue::{Be, Beat, Declared, Earn, InLine, Lose, Loss, Miss, Past, Profit, Report};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
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
        cues: &[Report],
        phrases: &[
            "reported", "posted", "reports", "posts", "reporting", "posting", "logged", "recorded", "booked",
            "generated", "delivered", "made", "produced", "saw", "registered", "announced", "achieved", "brought in",
            "clocked", "notched", "recorded a", "took", "swung to", "swings to", "swing to", "showed", "attained",
            "raked in", "chalked up", "recognized", "incurred", "returned", "delivers", "delivering", "generating",
            "paid", "ended with", "finished with", "were reported", "was reported", "spent", "invested", "sold",
            "shipped", "produced", "employs", "operates", "serves", "delivered", "will pay", "it will pay", "to pay",
            "had", "repurchased", "bought back", "will now pay", "would pay",
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
            "adjusted ebitda loss", "gross loss",
        ],
    },
    CueRow {
        cues: &[Profit],
        phrases: &[
            "profit", "profits", "earnings", "net income", "net profit", "income", "earnings per share", "eps",
            "net earnings",
        ],
    },
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
    CueRow {
        cues: &[Declared],
        phrases: &[
            "declared", "declares", "declaring", "payable", "authorized", "authorised", "approved", "authorizes",
        ],
    },
];
