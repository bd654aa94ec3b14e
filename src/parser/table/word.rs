//! The pieces of a text between blanks: words in plain form, years and dates in figures.

use std::borrow::Cow;

use crate::parser::table::item::What;

/// A word without the marks and notes around it: "sales1,2" is "sales", "(unaudited)" is "unaudited". The piece is in lower
/// case already, except for letters beyond ASCII.
pub(super) fn plain(piece: &str) -> Cow<'_, str> {
    if piece.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(piece);
    }
    let word = unmarked(piece);
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let is_odd = |c: char| LIGATURES.iter().any(|(odd, _)| *odd == c);
    if !word.contains(is_odd) {
        return Cow::Owned(word.to_lowercase());
    }
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match LIGATURES.iter().find(|(odd, _)| *odd == c) {
            Some((_, letters)) => plain.push_str(letters),
            None => plain.push(c),
        }
    }
    Cow::Owned(plain.to_lowercase())
}

/// A word without the marks and notes around it.
fn unmarked(piece: &str) -> &str {
    let bare = piece.trim_matches(|c: char| {
        matches!(c, ',' | ';' | '*' | '_' | '†' | '‡' | '(' | ')' | '[' | ']' | '"' | '“' | '”')
    });
    let word = bare.trim_end_matches([':', '.', ',']);
    // Nothing is glued to what ends in a letter.
    if word.ends_with(|last: char| last.is_ascii_alphabetic()) {
        return word;
    }
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let noted = stem.len() > 3 && stem.chars().all(|c| c.is_alphabetic() || matches!(c, '(' | ')' | '-' | '/' | '%'));
    if noted { stem.trim_end_matches([')', '(']) } else { word }
}

/// Letters drawn as one, and what some documents have in their place; and the curly apostrophe.
const LIGATURES: [(char, &str); 8] =
    [('’', "'"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬀ', "ff"), ('Þ', "fi"), ('ð', "fi"), ('Ý', "fl"), ('Ð', "ff")];

/// The first word of a text, in plain form; nothing where a figure stands.
pub(super) fn first(text: &str) -> Cow<'_, str> {
    if text.starts_with(|first: char| first.is_ascii_digit() || first == '$') {
        return Cow::Borrowed("");
    }
    let end = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(end).is_none_or(|next| matches!(next, b' ' | b'\n')) {
        return plain(text.get(..end).unwrap_or_default());
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len()).min(LONGEST);
    plain(text.get(..text.floor_char_boundary(end)).unwrap_or_default())
}

/// No word that tells what a figure is has more bytes.
const LONGEST: usize = 24;

/// A year in digits alone.
pub(super) fn year(digits: &str) -> Option<u16> {
    let plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|year| plain && (1990..2100).contains(year))
}

/// A date in figures.
pub(super) fn date(digits: &str) -> Option<What<'static>> {
    // Most figures are none.
    digits.bytes().find(|byte| *byte == b'/')?;
    let mut parts = digits.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let year = match year.len() {
        2 => 2000 + year.parse::<u16>().ok()?,
        _ => self::year(year)?,
    };
    let is_date = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then_some(What::Date(year, month, day))
}
