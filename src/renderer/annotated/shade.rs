//! What a stretch of a line is, and the colour that says so. Never by colour alone: labels say it in words.

use anstyle::{AnsiColor, Style};

use crate::model::{Fact, Measure, Role};

/// What a stretch of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shade {
    /// A reported figure.
    Actual,
    /// What was expected.
    Estimate,
    /// What the company promises.
    Guidance,
    /// What it had promised before.
    PriorGuidance,
    /// How a reported figure changed.
    Change,
    /// A figure that is in no fact.
    Unlinked,
    /// What stands around the text: labels, line numbers.
    Aside,
}

impl Shade {
    /// Those that figures have, in the order of the legend.
    pub(super) const FIGURES: &'static [Self] =
        &[Self::Actual, Self::Change, Self::Estimate, Self::Guidance, Self::PriorGuidance, Self::Unlinked];

    /// The shade of a fact's figure.
    pub(super) fn of(fact: &Fact) -> Self {
        match (fact.role, fact.measure) {
            (Role::Actual, Measure::Level) => Self::Actual,
            (Role::Actual, Measure::Change) => Self::Change,
            (Role::Estimate, Measure::Level | Measure::Change) => Self::Estimate,
            (Role::Guidance, Measure::Level | Measure::Change) => Self::Guidance,
            (Role::PriorGuidance, Measure::Level | Measure::Change) => Self::PriorGuidance,
        }
    }

    /// What the legend calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Estimate => "estimate",
            Self::Guidance => "guidance",
            Self::PriorGuidance => "prior guidance",
            Self::Change => "change",
            Self::Unlinked => "in no fact",
            Self::Aside => "label",
        }
    }

    /// How a terminal shows it. All are of the first eight colours, which every reader has set to taste.
    pub(super) fn style(self) -> Style {
        match self {
            Self::Actual => AnsiColor::Green.on_default().bold(),
            Self::Change => AnsiColor::Cyan.on_default(),
            Self::Estimate => AnsiColor::Magenta.on_default(),
            Self::Guidance => AnsiColor::Yellow.on_default().bold(),
            Self::PriorGuidance => AnsiColor::Yellow.on_default(),
            Self::Unlinked | Self::Aside => Style::new().dimmed(),
        }
    }
}
