//! The figure in a cell, from its signs and brackets to its unit.

use crate::model::Span;
use crate::parser::table::cell::{Mark, SIGNS, blanks, starts_with_word};

/// Reads on in one figure.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) sign: Option<char>,
    pub(super) brackets: usize,
    pub(super) minus: bool,
    pub(super) plus: bool,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Signs, brackets and the blanks between them.
    pub(super) fn opening(&mut self) {
        loop {
            if self.sign.is_some() || self.brackets > 0 {
                self.at += apart(self.rest());
            }
            let Some(next) = self.rest().chars().next() else { return };
            match next {
                '(' if self.brackets == 0 => self.brackets += 1,
                '+' if !self.plus => self.plus = true,
                '-' | '–' | '−' if !self.minus && self.glued(next) => self.minus = true,
                sign if SIGNS.contains(&sign) && self.sign.is_none() => self.sign = Some(sign),
                _ => return,
            }
            self.at += next.len_utf8();
        }
    }

    /// Whether a minus stands right before its figure.
    fn glued(&self, minus: char) -> bool {
        let after = self.rest().get(minus.len_utf8()..).unwrap_or_default();
        after.starts_with(|next: char| next.is_ascii_digit() || next == '.' || SIGNS.contains(&next))
    }

    /// The digits.
    pub(super) fn number(&mut self) -> Option<Span> {
        let rest = self.rest().as_bytes();
        let mut end = 0;
        while let Some(byte) = rest.get(end) {
            let digit = |at: usize| rest.get(at).is_some_and(u8::is_ascii_digit);
            match byte {
                b'0'..=b'9' => end += 1,
                b'.' if digit(end + 1) => end += 1,
                b',' if end > 0 && digit(end + 1) && digit(end + 2) && digit(end + 3) && !digit(end + 4) => end += 1,
                _ => break,
            }
        }
        let span = Span::new(self.at, self.at + end);
        self.at = span.end;
        (end > 0).then_some(span)
    }

    /// Whether a bracket is closed here.
    pub(super) fn closing(&mut self) -> bool {
        if self.brackets == 0 {
            return false;
        }
        let blank = apart(self.rest());
        let closes = blank < FAR && self.rest().get(blank..).is_some_and(|rest| rest.starts_with(')'));
        if closes {
            self.at += blank + 1;
        }
        closes
    }

    /// Whether nothing but the edge of a column, or the next figure, follows: a bracket that is never closed ends there.
    pub(super) fn ends_column(&self) -> bool {
        let rest = self.rest();
        let following = rest.trim_start_matches([' ', '\u{a0}']);
        let next = following.chars().next();
        let apart = rest.len() - following.len() > 1;
        next.is_none_or(|next| apart || matches!(next, '|' | '\t' | '\n' | '\r' | '(') || SIGNS.contains(&next))
    }

    /// Whether pence or cents follow the digits, glued to them.
    pub(super) fn pence(&mut self) -> bool {
        if !self.rest().starts_with(['p', '¢', 'c']) {
            return false;
        }
        let mut units = ["p", "¢", "c"].into_iter().filter(|unit| self.rest().starts_with(unit));
        let found = units.find(|unit| starts_with_word(self.rest(), unit));
        self.at += found.map_or(0, str::len);
        found.is_some()
    }

    /// What follows the digits: "%", "bps", "billion"; nothing else may be glued to them.
    pub(super) fn unit(&mut self, closed: bool) -> Option<(Mark, Option<u32>)> {
        let rest = self.rest();
        let blank = blanks(rest);
        let tight = rest.get(blank..).filter(|_| blank < 4);
        if let Some((word, mark, scale)) = tight.and_then(|tight| units(tight).next()) {
            self.at += blank + word.len();
            return Some((*mark, *scale));
        }
        if let Some((end, mark)) = in_next_cell(rest) {
            self.at += end;
            return Some((mark, None));
        }
        let next = rest.chars().next();
        let glued =
            next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '/' | ':' | '@' | '_' | '&' | '\''));
        let mut following = rest.chars().skip(1);
        let hyphen = next.is_some_and(|next| matches!(next, '-' | '‑'));
        let worded = !closed && hyphen && following.next().is_some_and(char::is_alphabetic);
        let noted = closed && next == Some('(');
        (!glued && !worded && !noted).then_some((Mark::Bare, None))
    }
}

/// No mark belongs to a figure that stands further from it than this, in bytes.
const FAR: usize = 12;

/// How many bytes of blanks and edges of columns stand at the beginning: a sign, a closing bracket and a sign of per cent
/// belong to their figure even in cells of their own.
fn apart(text: &str) -> usize {
    let end = text.bytes().position(|byte| !matches!(byte, b' ' | b'\t' | b'|')).unwrap_or(text.len());
    match text.get(end..) {
        Some(rest) if rest.starts_with('\u{a0}') => {
            text.len() - rest.trim_start_matches([' ', '\t', '|', '\u{a0}']).len()
        }
        _ => end,
    }
}

/// Where a unit ends that has the next cell for itself, and its mark: "3.2 | % |".
fn in_next_cell(rest: &str) -> Option<(usize, Mark)> {
    let blank = apart(rest);
    let unit = rest.get(blank..).filter(|_| (1..FAR).contains(&blank))?;
    let (word, mark, _) = units(unit).find(|(_, mark, _)| *mark != Mark::Bare)?;
    let after = unit.get(word.len()..)?.trim_start_matches(' ');
    let alone = after.is_empty() || after.starts_with(['|', '\t', '\n', '\r']);
    alone.then_some((blank + word.len(), *mark))
}

/// The units that a text begins with; most begin with none.
fn units(text: &str) -> impl Iterator<Item = &'static (&'static str, Mark, Option<u32>)> {
    let begins = text.starts_with(['%', 'p', 'P', 'b', 'B', 'm', 'M']);
    let units: &[_] = if begins { &UNITS } else { &[] };
    units.iter().filter(move |(word, ..)| starts_with_word(text, word))
}

/// What may follow the digits of a figure, with the power of ten that it stands for.
static UNITS: [(&str, Mark, Option<u32>); 17] = [
    ("%", Mark::Percent, None),
    ("percentage points", Mark::Points, None),
    ("percent", Mark::Percent, None),
    ("per cent", Mark::Percent, None),
    ("bps", Mark::BasisPoints, None),
    ("bp", Mark::BasisPoints, None),
    ("basis points", Mark::BasisPoints, None),
    ("ppts", Mark::Points, None),
    ("pts", Mark::Points, None),
    ("ppt", Mark::Points, None),
    ("pp", Mark::Points, None),
    ("billion", Mark::Bare, Some(9)),
    ("million", Mark::Bare, Some(6)),
    ("bn", Mark::Bare, Some(9)),
    ("B", Mark::Bare, Some(9)),
    ("M", Mark::Bare, Some(6)),
    ("pt", Mark::Points, None),
];
