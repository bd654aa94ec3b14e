//! What stands before the cells of a row: its label, which may go on over lines, and the heading that it stands under.

use std::ops::Range;

use crate::parser::table::item::{Gap, Item};
use crate::parser::table::label::Label;
use crate::parser::table::note::{self, Note};

/// A label of more items is none.
pub(super) const LONGEST_LABEL: usize = 26;

/// The parts of what stands before the cells.
pub(super) struct Parts {
    pub(super) heading: Option<(Label, Option<Note>)>,
    pub(super) label: Range<usize>,
    /// Where the first of them begins.
    pub(super) first: usize,
}

impl Parts {
    /// Nothing where it is too long to be a label.
    pub(super) fn of(items: &[Item], run: Range<usize>) -> Option<Self> {
        let segments = segments(items, run.clone());
        let Some(last) = segments.last().cloned() else {
            return Some(Self { heading: None, label: run.clone(), first: run.start });
        };
        let read = |range: &Range<usize>| Label::read(items.get(range.clone()).unwrap_or_default());
        let before = segments.len().checked_sub(2).and_then(|at| segments.get(at)).cloned();
        // A label may go on from the line above.
        let joined = before.as_ref().map(|before| before.start..last.end).filter(|joined| {
            let end = items.get(last.start.saturating_sub(1));
            let colon = end.is_some_and(|item| item.colon);
            let goes_on = end.is_some_and(|item| CONNECTIVES.contains(&item.word()));
            let above = before.as_ref().and_then(|before| read(before).line());
            let small = items.get(last.start).is_some_and(|item| !item.capital);
            let broken = goes_on || above.is_none() || (small && above == read(joined).line());
            !colon && broken && read(&last).line().is_none() && !read(&last).is_bare() && read(joined).line().is_some()
        });
        let label = joined.clone().unwrap_or(last.clone());
        if label.len() > LONGEST_LABEL {
            return None;
        }
        let heading = if joined.is_some() { None } else { before.filter(|before| before.len() < LONGEST_LABEL) };
        let heading =
            heading.map(|heading| whole(items, &segments, heading)).filter(|heading| !is_unit_line(items, heading));
        let first = heading.as_ref().map_or(label.start, |heading| heading.start);
        let heading = heading.map(|heading| (read(&heading), items.get(heading).and_then(note::last)));
        Some(Self { heading, label, first })
    }
}

/// The heading with the lines before that it goes on from.
fn whole(items: &[Item], segments: &[Range<usize>], heading: Range<usize>) -> Range<usize> {
    let goes_on = |end: usize| {
        end.checked_sub(1).and_then(|last| items.get(last)).is_some_and(|item| CONNECTIVES.contains(&item.word()))
    };
    let before = segments.iter().rev().find(|segment| segment.end == heading.start && goes_on(segment.end));
    before.map_or(heading.clone(), |before| before.start..heading.end)
}

/// Whether it is a unit line and no heading: "(in millions)", "Dollars in thousands".
fn is_unit_line(items: &[Item], part: &Range<usize>) -> bool {
    let items = items.get(part.clone()).unwrap_or_default();
    let label = Label::read(items);
    let names = label.line().is_some() || label.counts_shares() || items.last().is_some_and(|last| last.colon);
    note::last(items).is_some() && !names
}

/// Words that no label ends with.
const CONNECTIVES: [&str; 11] = ["to", "of", "and", "for", "from", "by", "in", "attributable", "per", "before", "or"];

/// The run in parts: at the ends of lines, and behind colons.
fn segments(items: &[Item], run: Range<usize>) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = run.start;
    for at in run.clone() {
        let Some(item) = items.get(at) else { break };
        if at > start && item.gap == Gap::Line {
            segments.push(start..at);
            start = at;
        }
        if item.colon && at + 1 < run.end {
            segments.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < run.end {
        segments.push(start..run.end);
    }
    segments
}
