//! What the title over a table says of all its rows.

use crate::parser::table::item::{Gap, Item};
use crate::parser::table::label::Label;
use crate::parser::table::named::Line;

/// What follows the last line that ends a sentence: a note to the table before says nothing of this one.
pub(super) fn after_sentence<'a, 't>(title: &'a [Item<'t>]) -> &'a [Item<'t>] {
    let ends = |at: &usize| {
        let last = at.checked_sub(1).and_then(|last| title.get(last));
        last.is_some_and(|last| last.marks.stop) && title.get(*at).is_some_and(|next| next.gap == Gap::Line)
    };
    let start = (0..title.len()).rev().find(ends).unwrap_or_default();
    title.get(start..).unwrap_or_default()
}

/// Whether a title says "as a percentage of revenue".
pub(super) fn tells_parts(title: &[Item]) -> bool {
    let is = |at: usize, word: &str| title.get(at).is_some_and(|item| item.word() == word);
    (0..title.len()).any(|at| is(at, "as") && (is(at + 1, "a") && is(at + 2, "percentage") || is(at + 1, "percentage")))
}

/// The line of a statement that one of the last lines of a title begins with.
pub(super) fn about(title: &[Item]) -> Option<Line> {
    let lines: Vec<&[Item]> = title.chunk_by(|_, next| next.gap != Gap::Line).collect();
    let begins = |line: &&[Item]| {
        (1..=line.len().min(5)).rev().find_map(|end| line.get(..end).and_then(|items| Label::read(items).line()))
    };
    lines.iter().rev().take(4).find_map(begins)
}
