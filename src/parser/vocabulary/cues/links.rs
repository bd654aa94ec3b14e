//! The words that lead to a figure or part one statement from the next.

use crate::parser::vocabulary::cues::Cue::{
    And, At, By, Fall, For, From, In, Of, On, Or, Rise, To, Versus, While, With,
};
use crate::parser::vocabulary::cues::CueRow;

/// Rows of the cue vocabulary.
pub(super) static ROWS: &[CueRow] = &[
    CueRow { cues: &[To], phrases: &["to", "reaching", "to reach", "hitting", "to hit"] },
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
    CueRow {
        cues: &[In],
        phrases: &["in", "within", "across", "throughout", "into", "onto", "toward", "towards", "through", "among"],
    },
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
        cues: &[Versus],
        phrases: &[
            "vs", "versus", "compared with", "compared to", "as compared with", "as compared to", "against",
            "as against", "compares with", "compares to", "compared", "in comparison to", "in comparison with",
            "comparing to", "comparing with", "relative to", "better than", "worse than", "in contrast to",
            "up against", "more than the", "less than the", "than", "than the", "compare to", "compare with",
            "rather than", "more than double", "double", "triple", "more than triple", "nearly double", "flat to the",
            "flat with", "flat versus", "flat from", "flat compared to", "flat compared with", "unchanged from",
            "little changed from", "similar to",
        ],
    },
    CueRow { cues: &[Versus, Rise], phrases: &["up from", "higher than", "wider than"] },
    CueRow { cues: &[Versus, Fall], phrases: &["down from", "lower than", "narrower than"] },
];
