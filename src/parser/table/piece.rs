//! What stands between two blanks, before it is known to be a word or a figure.

/// What the text begins with, up to a blank or a bar.
pub(super) fn piece(text: &str) -> &str {
    let is_end = |byte: u8| byte.is_ascii_whitespace() || byte == b'|';
    let ascii = text.bytes().position(|byte| is_end(byte) || !byte.is_ascii()).unwrap_or(text.len());
    let end = match text.as_bytes().get(ascii) {
        Some(byte) if !byte.is_ascii() => text.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(text.len()),
        _ => ascii,
    };
    text.get(..end).unwrap_or_default()
}

/// Whether no mark ends the piece.
pub(super) fn ends_plain(piece: &str) -> bool {
    piece.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether the piece is a unit and no figure: "$000", "(000)", "£'000", "000's".
pub(super) fn is_thousands(piece: &str) -> bool {
    let Some(at) = piece.bytes().position(|byte| byte.is_ascii_digit()) else { return false };
    let (before, after) = piece.split_at(at);
    if !after.starts_with("000") {
        return false;
    }
    let after = after.trim_start_matches("000").trim_end_matches([')', ']', ',', ':', ';', '.']);
    let marked = before.ends_with(['$', '€', '£', '¥', '₹', '(', '[', '\'', '’']) || !after.is_empty();
    let figureless = !before.contains([',', '.']);
    marked && figureless && matches!(after, "" | "s" | "'s" | "’s")
}

/// How long the line is that is drawn here: "-----", "=====".
pub(super) fn rule(text: &str, at: usize) -> Option<usize> {
    let is_drawn = |c: char| matches!(c, '-' | '=' | '_' | ':' | '.' | '…');
    let rest = text.get(at..).filter(|rest| rest.starts_with(is_drawn))?;
    let end = rest.find(|c: char| !is_drawn(c)).unwrap_or(rest.len());
    let ends = rest.get(end..)?.starts_with(|c: char| c.is_whitespace() || c == '|') || end == rest.len();
    (end > 2 && ends).then_some(end)
}
