//! What the company had guided to before: "up from prior guidance of $3.22 billion".

use crate::model::Role;
use crate::parser::linker::pattern::{Pattern, Step};
use crate::parser::vocabulary::cues::{Cue, CueSet};

const BETWEEN: CueSet = CueSet::of(&[
    Cue::Of,
    Cue::For,
    Cue::At,
    Cue::In,
    Cue::To,
    Cue::Determiner,
    Cue::Filler,
    Cue::Metric,
    Cue::Period,
    Cue::Noun,
    Cue::Base,
    Cue::Adjusted,
    Cue::Plain,
    Cue::Be,
    Cue::Loss,
    Cue::Will,
    Cue::Adverb,
]);
const NOUN: CueSet = CueSet::of(&[Cue::GuideNoun, Cue::EstimateNoun]);
const PRIOR: CueSet = CueSet::of(&[Cue::Prior]);
const AGAINST: CueSet = CueSet::of(&[Cue::Versus, Cue::Miss, Cue::Beat, Cue::From, Cue::InLine]);

/// The name of the rule that "previously" alone tells it.
pub(in crate::parser::linker) const BARE: &str = "previously the figure";

pub(super) static ROWS: &[Pattern] = &[
    Pattern {
        name: "the previous forecast of the figure",
        before: &[
            Step::One(PRIOR),
            Step::UpTo(
                5,
                CueSet::of(&[Cue::Metric, Cue::Period, Cue::Filler, Cue::Adjusted, Cue::Plain, Cue::Determiner]),
            ),
            Step::One(NOUN),
            Step::UpTo(6, BETWEEN),
        ],
        after: &[],
        role: Role::PriorGuidance,
        reads: &[(
            "Acme now expects full-year revenue of $4 billion, compared with its previous forecast of $3.5 billion.",
            "$3.5 billion",
        )],
        ignores: &[("Revenue was $4 billion, compared with $3.5 billion in the prior year.", "$3.5 billion")],
    },
    Pattern {
        name: "it previously predicted the figure",
        before: &[
            Step::One(PRIOR),
            Step::UpTo(2, CueSet::of(&[Cue::Filler, Cue::Prior, Cue::Pronoun, Cue::Company])),
            Step::One(CueSet::of(&[Cue::Expect, Cue::Guide])),
            Step::Any(9),
        ],
        after: &[],
        role: Role::PriorGuidance,
        reads: &[(
            "Acme expects sales of $4 billion this year. It previously predicted sales of $3.5 billion.",
            "$3.5 billion",
        )],
        ignores: &[],
    },
    Pattern {
        name: "missing the company's forecast of the figure",
        before: &[
            Step::One(AGAINST),
            Step::UpTo(6, CueSet::of(&[Cue::Determiner, Cue::Company, Cue::Filler, Cue::Plain, Cue::Of])),
            Step::One(CueSet::of(&[Cue::Company, Cue::Pronoun])),
            Step::UpTo(3, CueSet::of(&[Cue::Metric, Cue::Period, Cue::Filler, Cue::Plain])),
            Step::One(CueSet::of(&[Cue::GuideNoun])),
            Step::UpTo(6, BETWEEN),
        ],
        after: &[],
        role: Role::PriorGuidance,
        reads: &[
            ("Revenue was $3.1 billion, missing the company's forecast of $3.3 billion.", "$3.3 billion"),
            ("EPS was $1.41, above the high end of our guidance of $1.30 to $1.38.", "$1.30 to $1.38"),
        ],
        ignores: &[],
    },
    Pattern {
        name: BARE,
        before: &[Step::Only(PRIOR), Step::UpTo(2, CueSet::of(&[Cue::Determiner, Cue::Filler]))],
        after: &[],
        role: Role::PriorGuidance,
        reads: &[("The company now expects revenue of $4.6 billion (previously $4.5 billion).", "$4.5 billion")],
        ignores: &[(
            "Acme reported a rise in net profit to $541 million from the previous $529 million.",
            "$529 million",
        )],
    },
    Pattern {
        name: "the figure that it forecast",
        before: &[
            Step::One(CueSet::of(&[Cue::Versus, Cue::From])),
            Step::UpTo(2, CueSet::of(&[Cue::Determiner, Cue::Filler])),
        ],
        after: &[Step::One(CueSet::of(&[Cue::Pronoun])), Step::One(CueSet::of(&[Cue::GuideNoun]))],
        role: Role::PriorGuidance,
        reads: &[(
            "Acme plans capital spending of $390 million this year, down from the $405 million it forecast in August.",
            "$405 million",
        )],
        ignores: &[("Acme expects revenue of $5 million, up from $4 million it made a year ago.", "$4 million")],
    },
    Pattern {
        name: "against the figure that was guided to",
        before: &[Step::Only(CueSet::of(&[Cue::Versus])), Step::UpTo(2, CueSet::of(&[Cue::Determiner, Cue::Filler]))],
        after: &[Step::One(CueSet::of(&[Cue::GuideNoun]))],
        role: Role::PriorGuidance,
        reads: &[("Deferred revenue was $5.4 billion vs. $5.2 billion guidance.", "$5.2 billion")],
        ignores: &[("Revenue was $4 billion vs. $3.5 billion consensus.", "$3.5 billion")],
    },
    Pattern {
        name: "the figure that the company gave in the month",
        before: &[],
        after: &[
            Step::UpTo(1, CueSet::of(&[Cue::Determiner, Cue::Pronoun])),
            Step::One(CueSet::of(&[Cue::Company, Cue::Pronoun])),
            Step::One(CueSet::of(&[Cue::Issue])),
            Step::One(CueSet::of(&[Cue::In, Cue::Prior, Cue::Period])),
        ],
        role: Role::PriorGuidance,
        reads: &[(
            "The new range is below the earnings range of $1.45 to $1.60 that the company gave in August.",
            "$1.45 to $1.60",
        )],
        ignores: &[("Acme paid $5 million and the company gave in August to charity.", "$5 million")],
    },
    Pattern {
        name: "up from the figure previously",
        before: &[
            Step::One(CueSet::of(&[Cue::Versus, Cue::From])),
            Step::UpTo(4, CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Metric, Cue::Noun, Cue::Of])),
        ],
        after: &[
            Step::UpTo(3, CueSet::of(&[Cue::Plain, Cue::Filler, Cue::Metric, Cue::Expect, Cue::Guide])),
            Step::One(PRIOR),
        ],
        role: Role::PriorGuidance,
        reads: &[
            ("We expect earnings of $3.30 to $3.50 per share, up from $3.00 to $3.25 previously.", "$3.00 to $3.25"),
            ("Acme expects earnings of $5 to $6 a share, compared with $4 to $5 forecast earlier.", "$4 to $5"),
            (
                "It sees sales growth of 9% to 10%, down from sales growth of 15% to 16% projected earlier.",
                "15% to 16%",
            ),
        ],
        ignores: &[("Profit was $4 billion, compared with $3.5 billion a year earlier.", "$3.5 billion")],
    },
];
