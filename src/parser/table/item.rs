//! Words, cells, years and days, with the blanks before them. Layout is kept: a wide gap is a column's edge.

use std::borrow::Cow;

use crate::model::{Currency, Span};
use crate::parser::table::known::Known;
use crate::parser::table::marks::Marks;

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A line's beginning.
    Line,
    /// Two blanks or more, or a tab.
    Wide,
    /// One blank.
    Narrow,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// Anything else, in lower case and without the marks around it.
    Word(Cow<'a, str>),
    /// A cell, by its number.
    Cell(usize),
    /// A year: "2023".
    Year(u16),
    /// The day of a date whose month stands beside it.
    Day(u8),
    /// A date in figures: "6/17/2023".
    Date(u16, u8, u8),
}

/// A word or a figure, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    pub(super) span: Span,
    /// Number of its line, from 0.
    pub(super) line: usize,
    /// How far from the beginning of its line it stands, in bytes.
    pub(super) column: usize,
    pub(super) gap: Gap,
    pub(super) what: What<'a>,
    /// What a word can say; nothing for most.
    pub(super) known: Option<&'static Known>,
    /// Whether it is a word of letters alone that can say nothing, as most are, with one blank and no bracket before it.
    pub(super) idle: bool,
    /// Whether it may be the scale of a unit line: "millions", "$m".
    pub(super) may_scale: bool,
    /// What stands around it.
    pub(super) marks: Marks,
    /// Whether its part of the line is so long that columns must have run together there.
    pub(super) crowded: bool,
}

impl Item<'_> {
    /// Whether a note in brackets begins here that is not a figure's own.
    pub(super) fn opens(&self) -> bool {
        self.marks.brackets.0 && self.cell().is_none()
    }

    /// Whether a note in brackets ends here.
    pub(super) fn closes(&self) -> bool {
        self.marks.brackets.1
    }

    /// The word in lower case; empty for figures.
    pub(super) fn word(&self) -> &str {
        match &self.what {
            What::Word(word) => word,
            What::Cell(_) | What::Year(_) | What::Day(_) | What::Date(..) => "",
        }
    }

    /// The number of the cell.
    pub(super) fn cell(&self) -> Option<usize> {
        match &self.what {
            What::Cell(cell) => Some(*cell),
            What::Word(_) | What::Year(_) | What::Day(_) | What::Date(..) => None,
        }
    }

    /// The number of the month that it names.
    pub(super) fn month(&self) -> Option<u8> {
        self.known.and_then(|known| known.month)
    }

    /// The power of ten that it stands for in a unit line.
    pub(super) fn scale(&self) -> Option<u32> {
        self.known.and_then(|known| known.scale)
    }

    /// The money that it names in a unit line.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.known.and_then(|known| known.currency)
    }
}
