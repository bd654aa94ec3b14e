//! Rows whose line breaks were lost or put in the wrong place: the text as its tables were, each byte in its place.

use std::borrow::Cow;

use crate::parser::table::{upright, wrapped};

/// The text without the line breaks that stand inside a row.
pub(super) fn rejoined(text: &str) -> Cow<'_, str> {
    let (edges, blanks) = (upright::breaks(text), wrapped::breaks(text));
    if edges.is_empty() && blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for (breaks, mark) in [(edges, b'|'), (blanks, b' ')] {
        for at in breaks {
            bytes.get_mut(at).into_iter().for_each(|byte| *byte = mark);
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}
