//! What stands before the cells of a row: its label, which may go on over lines, and the heading that it stands under.

use std::ops::Range;

use crate::parser::table::item::{Gap, Item};
use crate::parser::table::label::Label;
use crate::parser::table::labels::Labels;
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
    pub(super) fn of(items: &[Item], run: Range<usize>, labels: &Labels) -> Option<Self> {
        let segments = segments(items, run.start.max(run.end.saturating_sub(REACH))..run.end);
        let Some(last) = segments.last().cloned() else {
            return Some(Self { heading: None, label: Label::default(), place: run.clone(), first: run.start });
        };
        if last.len() > LONGEST_LABEL {
            return None;
        }
        let read = |range: &Range<usize>| labels.read(items.get(range.clone()).unwrap_or_default());
        let own = read(&last);
        let before = segments.len().checked_sub(2).and_then(|at| segments.get(at));
        let before = before.filter(|before| before.len() < LONGEST_LABEL).cloned();
        let above = above(items, &segments, segments.len().saturating_sub(1));
        let connected = above.first().is_some_and(|above| ends_inside(items, above)) || begins_inside(items, &last);
        let may_go_on = connected || (own.line().is_none() && !own.is_bare());
        let joined = above.iter().filter(|_| may_go_on).find_map(|above| joined(items, above, &last, labels));
        // What goes on from the line above is no line of its own: "Proceeds from / sales".
        let unknown = || {
            let place = above.first()?.start..last.end;
            (connected && own.line().is_some()).then(|| (read(&place), place))
        };
        if let Some((label, place)) = joined.or_else(unknown) {
            let first = place.start;
            return Some(Self { heading: None, label, place, first });
        }
        let heading = before.map(|_| whole(items, &segments, labels));
        let heading = heading.map(|(label, part)| (label, items.get(part.clone()).unwrap_or_default(), part.start));
        let heading = heading.filter(|(label, part, _)| !is_unit_line(label, part));
        let first = heading.as_ref().map_or(last.start, |(.., start)| *start);
        let heading = heading.map(|(label, part, _)| (label, note::last(part)));
        Some(Self { heading, label: own, place: last, first })
    }
}

/// A label that goes on from the line above: where that is no line of a statement, or the same one and this goes on in small
/// letters ("Selling, general and administrative / expenses").
fn joined(items: &[Item], above: &Range<usize>, last: &Range<usize>, labels: &Labels) -> Option<(Label, Range<usize>)> {
    let read = |range: &Range<usize>| labels.read(items.get(range.clone()).unwrap_or_default());
    items.get(last.start.checked_sub(1)?).filter(|end| !end.marks.colon)?;
    let small = items.get(last.start).is_some_and(|first| !first.marks.capital);
    let whole = above.start..last.end;
    let label = read(&whole);
    let line = label.line()?;
    let goes_on = ends_inside(items, above) || begins_inside(items, last);
    let fits = goes_on || read(above).line().is_none_or(|above| small && above == line);
    fits.then_some((label, whole))
}

/// Whether the part begins as no label does: "per share", "of the parent".
fn begins_inside(items: &[Item], part: &Range<usize>) -> bool {
    items.get(part.start).is_some_and(|first| !first.marks.capital && CONNECTIVES.contains(&first.word()))
}

/// Whether the part ends as no label does: "Cost of".
fn ends_inside(items: &[Item], part: &Range<usize>) -> bool {
    let last = part.end.checked_sub(1).and_then(|last| items.get(last));
    last.is_some_and(|item| !item.marks.colon && CONNECTIVES.contains(&item.word()))
}

/// No label is over more lines above its last one.
const LINES: usize = 2;

/// The lines above the part at `at` that it may go on from, from the nearest on; none goes on behind a colon.
fn above(items: &[Item], segments: &[Range<usize>], at: usize) -> Vec<Range<usize>> {
    let goes_on = |segment: &&Range<usize>| {
        let last = segment.end.checked_sub(1).and_then(|last| items.get(last));
        segment.len() < LONGEST_LABEL && last.is_some_and(|last| !last.marks.colon && !last.marks.stop)
    };
    let before = segments.get(..at).unwrap_or_default().iter().rev().take(LINES).take_while(goes_on);
    let end = at.checked_sub(1).and_then(|before| segments.get(before)).map_or(0, |segment| segment.end);
    before.map(|segment| segment.start..end).collect()
}

/// The heading over the last part, with the lines before that it goes on from, and where it stands.
fn whole(items: &[Item], segments: &[Range<usize>], labels: &Labels) -> (Label, Range<usize>) {
    let at = segments.len().saturating_sub(2);
    let heading = segments.get(at).cloned().unwrap_or_default();
    let above = above(items, segments, at);
    let read =
        |part: Range<usize>| (items.get(part.clone()).map_or(Label::default(), |items| labels.read(items)), part);
    let with = |above: &Range<usize>| read(above.start..heading.end);
    let tells = |(label, part): &(Label, Range<usize>)| {
        part.len() <= LONGEST_LABEL && (label.line().is_some() || label.detail || label.counts_shares)
    };
    let connected = || above.first().filter(|above| ends_inside(items, above)).map(with);
    let own = read(heading.clone());
    let told = if tells(&own) { None } else { above.iter().map(with).find(tells) };
    told.or_else(connected).unwrap_or(own)
}

/// Whether it is a unit line and no heading: "(in millions)", "Dollars in thousands".
fn is_unit_line(label: &Label, part: &[Item]) -> bool {
    let worded = label.line().is_some() || label.counts_shares || part.last().is_some_and(|last| last.marks.colon);
    !worded && note::last(part).is_some()
}

/// Words that no label ends with.
const CONNECTIVES: [&str; 11] = ["to", "of", "and", "for", "from", "by", "in", "attributable", "per", "before", "or"];

/// The run in parts: at the ends of lines, and behind colons.
fn segments(items: &[Item], run: Range<usize>) -> Vec<Range<usize>> {
    let mut segments = Vec::with_capacity(4);
    let mut start = run.start;
    for at in run.clone() {
        let Some(item) = items.get(at) else { break };
        if at > start && item.gap == Gap::Line {
            segments.push(start..at);
            start = at;
        }
        if item.marks.colon && at + 1 < run.end {
            segments.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < run.end {
        segments.push(start..run.end);
    }
    segments
}
