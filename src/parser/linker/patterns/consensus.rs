//! What analysts expected: "versus the $6.76 expected by analysts", "topping Wall Street projections of $368 million".

use crate::model::Role;
use crate::parser::linker::pattern::{Pattern, Step};
use crate::parser::vocabulary::cues::{Cue, CueSet};

const NP: CueSet = CueSet::of(&[
    Cue::Metric,
    Cue::Pronoun,
    Cue::Filler,
    Cue::Determiner,
    Cue::Adjusted,
    Cue::Gaap,
    Cue::Noun,
    Cue::Loss,
    Cue::Profit,
    Cue::In,
    Cue::Of,
    Cue::Period,
    Cue::Plain,
    Cue::Adverb,
]);
const ANALYST: CueSet = CueSet::of(&[Cue::Analyst]);
const EXPECT: CueSet = CueSet::of(&[Cue::Expect]);
const AGAINST: CueSet = CueSet::of(&[Cue::Versus, Cue::Beat, Cue::Miss, Cue::InLine]);
const BEFORE_NP: CueSet = CueSet::of(&[
    Cue::Of,
    Cue::For,
    Cue::At,
    Cue::In,
    Cue::Determiner,
    Cue::Filler,
    Cue::Metric,
    Cue::Period,
    Cue::Noun,
    Cue::Base,
    Cue::Adjusted,
    Cue::Loss,
    Cue::Profit,
    Cue::Be,
    Cue::Plain,
    Cue::Adverb,
    Cue::To,
    Cue::Organic,
]);

pub(super) static ROWS: &[Pattern] = &[
    Pattern {
        name: "the forecast in a poll",
        before: &[Step::One(CueSet::of(&[Cue::GuideNoun, Cue::EstimateNoun])), Step::UpTo(6, BEFORE_NP)],
        after: &[
            Step::One(CueSet::of(&[Cue::In, Cue::By, Cue::From])),
            Step::UpTo(3, CueSet::of(&[Cue::Determiner, Cue::Plain, Cue::Company, Cue::Filler])),
            Step::One(ANALYST),
        ],
        role: Role::Estimate,
        reads: &[("Sales were $9.3 billion, above a forecast of $9.2 billion in a market poll.", "$9.2 billion")],
        ignores: &[("Acme kept its forecast of $9.2 billion in sales for the year.", "$9.2 billion")],
    },
    Pattern {
        name: "the figure that analysts expected",
        before: &[],
        after: &[
            Step::UpTo(5, NP),
            Step::One(ANALYST),
            Step::Any(5),
            Step::One(CueSet::of(&[Cue::Expect, Cue::Guide])),
        ],
        role: Role::Estimate,
        reads: &[
            ("Revenue was $5 billion, topping the $4 billion analysts expected.", "$4 billion"),
            ("Net profit was $9 million, beating the $8 million analysts polled by LSEG had expected.", "$8 million"),
        ],
        ignores: &[("Revenue was $5 billion, topping the $4 billion of a year ago.", "$4 billion")],
    },
    Pattern {
        name: "the figure expected by analysts",
        before: &[],
        after: &[
            Step::UpTo(5, NP),
            Step::One(EXPECT),
            Step::UpTo(4, CueSet::of(&[Cue::By, Cue::From, Cue::Filler, Cue::Determiner, Cue::Plain, Cue::In])),
            Step::One(ANALYST),
        ],
        role: Role::Estimate,
        reads: &[("Revenue was $48.4 billion, ahead of the $46.99 billion expected by Wall Street.", "$46.99 billion")],
        ignores: &[],
    },
    Pattern {
        name: "versus the figure expected",
        before: &[Step::One(AGAINST), Step::UpTo(6, BEFORE_NP)],
        after: &[Step::UpTo(4, NP), Step::One(EXPECT)],
        role: Role::Estimate,
        reads: &[("Revenue: $1.64 billion vs. $1.62 billion expected", "$1.62 billion")],
        ignores: &[("Acme expects revenue of $1.64 billion vs. $1.62 billion a year ago.", "$1.62 billion")],
    },
    Pattern {
        name: "above the expected figure",
        before: &[Step::One(AGAINST), Step::UpTo(1, CueSet::of(&[Cue::Determiner])), Step::One(EXPECT)],
        after: &[],
        role: Role::Estimate,
        reads: &[
            ("Profit was $5.4 million, above the expected $4.6 million.", "$4.6 million"),
            ("Earnings were $1.95 per share, lower than the anticipated $2.99 per share.", "$2.99"),
        ],
        ignores: &[("Profit was $5.4 million, above the expected range, and debt was $2 million.", "$2 million")],
    },
    Pattern {
        name: "the figure that is the average of analysts",
        before: &[],
        after: &[
            Step::UpTo(2, CueSet::of(&[Cue::Filler, Cue::Plain, Cue::Metric])),
            Step::One(CueSet::of(&[Cue::Of])),
            Step::UpTo(3, CueSet::of(&[Cue::Filler, Cue::Plain, Cue::Determiner])),
            Step::One(ANALYST),
        ],
        role: Role::Estimate,
        reads: &[
            (
                "Revenue was $3.3 billion. That matched the $3.29 billion average of analysts surveyed by Bloomberg.",
                "$3.29 billion",
            ),
            ("Revenue was $3.3 billion, below the $3.4 billion median of 12 analysts.", "$3.4 billion"),
        ],
        ignores: &[("Revenue was $3.3 billion, to the surprise of some analysts.", "$3.3 billion")],
    },
    Pattern {
        name: "the figure of the consensus",
        before: &[],
        after: &[
            Step::UpTo(4, CueSet::of(&[Cue::Metric, Cue::Filler, Cue::Analyst, Cue::Determiner])),
            Step::One(CueSet::of(&[Cue::EstimateNoun])),
        ],
        role: Role::Estimate,
        reads: &[("Revenue of $18 billion topped the $16.8 billion average estimate.", "$16.8 billion")],
        ignores: &[],
    },
    Pattern {
        name: "estimates of the figure",
        before: &[
            Step::One(CueSet::of(&[Cue::Analyst])),
            Step::UpTo(
                5,
                CueSet::of(&[Cue::Filler, Cue::Metric, Cue::Period, Cue::Adjusted, Cue::Plain, Cue::Analyst, Cue::For]),
            ),
            Step::One(CueSet::of(&[Cue::EstimateNoun])),
            Step::UpTo(8, BEFORE_NP),
        ],
        after: &[],
        role: Role::Estimate,
        reads: &[(
            "Adjusted earnings were $395 million, topping Wall Street projections of $368 million.",
            "$368 million",
        )],
        ignores: &[],
    },
    Pattern {
        name: "beating expectations of the figure",
        before: &[
            Step::One(AGAINST),
            Step::UpTo(
                4,
                CueSet::of(&[
                    Cue::Filler,
                    Cue::Metric,
                    Cue::Period,
                    Cue::Adjusted,
                    Cue::Plain,
                    Cue::Analyst,
                    Cue::Determiner,
                    Cue::Of,
                    Cue::Company,
                ]),
            ),
            Step::One(CueSet::of(&[Cue::EstimateNoun])),
            Step::UpTo(8, BEFORE_NP),
        ],
        after: &[],
        role: Role::Estimate,
        reads: &[("Revenue grew 27% to $1.04 billion, beating expectations of $993.8 million.", "$993.8 million")],
        ignores: &[],
    },
];
