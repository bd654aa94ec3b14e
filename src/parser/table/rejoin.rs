//! Rows whose line breaks were lost or put in the wrong place: the text as its tables were, each byte in its place.

use crate::parser::table::stretch::Glance;
use crate::parser::table::{upright, wrapped};

/// The text without the line breaks that stand inside a row; nothing where none does. Only a text with rows on its lines can
/// have been broken at a width, and only one with cells on lines of their own stands upright.
pub(super) fn rejoined(text: &str, glance: &Glance) -> Option<String> {
    let edges = if glance.cells < upright::CELLS { Vec::new() } else { upright::breaks(text) };
    let blanks = if glance.stretches.is_empty() { Vec::new() } else { wrapped::breaks(text) };
    if edges.is_empty() && blanks.is_empty() {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    for (breaks, mark) in [(edges, b'|'), (blanks, b' ')] {
        for at in breaks {
            bytes.get_mut(at).into_iter().for_each(|byte| *byte = mark);
        }
    }
    String::from_utf8(bytes).ok()
}
