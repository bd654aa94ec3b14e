//! The words of an accounting basis.

use crate::parser::vocabulary::cues::Cue::{Adjusted, ConstantCurrency, Excluding, Gaap, Organic};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
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
            "on an underlying basis", "operating net earnings", "cash earnings", "adjusted ebitda loss", "adj ebitda",
            "core earnings", "core net income", "adjusted free cash flow", "core ffo",
            "adjusted funds from operations", "normalized ffo", "operational ebitda", "oper shr", "oper net",
            "operating net",
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
            "operational sales",
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
];
