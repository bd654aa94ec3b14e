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
    pub(super) label: Label,
    /// Where the label stands.
    pub(super) place: Range<usize>,
    /// Where the first of them begins.
    pub(super) first: usize,
}

/// No heading or label begins further before the cells than this, in items.
const REACH: usize = 3 * LONGEST_LABEL;

impl Parts {
    /// Nothing where it is too long to be a label.
    pub(super) fn of(items: &[Item], run: Range<usize>) -> Option<Self> {
        let segments = segments(items, run.start.max(run.end.saturating_sub(REACH))..run.end);
        let Some(last) = segments.last().cloned() else {
            return Some(Self { heading: None, label: Label::default(), place: run.clone(), first: run.start });
        };
        if last.len() > LONGEST_LABEL {
            return None;
        }
        let read = |range: &Range<usize>| Label::read(items.get(range.clone()).unwrap_or_default());
        let own = read(&last);
        let before = segments.len().checked_sub(2).and_then(|at| segments.get(at));
        let before = before.filter(|before| before.len() < LONGEST_LABEL).cloned();
        let may_go_on = own.line().is_none() && !own.is_bare();
        let joined = before.as_ref().filter(|_| may_go_on).and_then(|before| joined(items, before, &last));
        if let Some((label, place)) = joined {
            let first = place.start;
            return Some(Self { heading: None, label, place, first });
        }
        let heading = before.map(|before| whole(items, &segments, before)).filter(|part| !is_unit_line(items, part));
        let first = heading.as_ref().map_or(last.start, |heading| heading.start);
        let heading = heading.map(|heading| (read(&heading), items.get(heading).and_then(note::last)));
        Some(Self { heading, label: own, place: last, first })
    }
}

/// A label that goes on from the line above: where that is no line of a statement, or the same one and this goes on in small
/// letters ("Selling, general and administrative / expenses").
fn joined(items: &[Item], above: &Range<usize>, last: &Range<usize>) -> Option<(Label, Range<usize>)> {
    let read = |range: &Range<usize>| Label::read(items.get(range.clone()).unwrap_or_default());
    let end = items.get(last.start.checked_sub(1)?).filter(|end| !end.colon)?;
    let small = items.get(last.start).is_some_and(|first| !first.capital);
    let whole = above.start..last.end;
    let label = read(&whole);
    let line = label.line()?;
    let goes_on = CONNECTIVES.contains(&end.word());
    let fits = goes_on || read(above).line().is_none_or(|above| small && above == line);
    fits.then_some((label, whole))
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
    if note::last(items).is_none() || items.last().is_some_and(|last| last.colon) {
        return false;
    }
    let label = Label::read(items);
    label.line().is_none() && !label.counts_shares
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
