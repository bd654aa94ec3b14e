//! One row: commas, quotes, and cells that no spreadsheet takes for a formula.

use std::fmt::Display;
use std::io::Write;

use rust_decimal::Decimal;

use crate::renderer::decimal::Digits;
use crate::renderer::text::printable;

/// A row under way.
pub(super) struct Row<'a> {
    out: &'a mut Vec<u8>,
    begun: bool,
}

impl<'a> Row<'a> {
    pub(super) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, begun: false }
    }

    /// Begins the next cell.
    pub(super) fn next(&mut self) {
        if self.begun {
            self.out.push(b',');
        }
        self.begun = true;
    }

    /// Ends the row, as RFC 4180 wants it.
    pub(super) fn end(self) {
        self.out.extend_from_slice(b"\r\n");
    }

    /// One of our own words, which needs no care.
    pub(super) fn word(&mut self, word: &str) {
        self.out.extend_from_slice(word.as_bytes());
    }

    /// A number, with every digit.
    pub(super) fn number(&mut self, value: impl Into<Option<Decimal>>) {
        if let Some(value) = value.into() {
            self.word(Digits::of(value).as_str());
        }
    }

    /// A period, a unit, a count.
    pub(super) fn shown(&mut self, value: Option<impl Display>) {
        if let Some(value) = value {
            // Memory takes every byte.
            let _ = write!(self.out, "{value}");
        }
    }

    /// Text from elsewhere. What a spreadsheet would take for a formula gets an apostrophe before it.
    pub(super) fn text(&mut self, text: &str) {
        let text = printable(text);
        let formula = text.len() > 1 && text.trim_start().starts_with(['=', '+', '-', '@']);
        let guard = if formula { "'" } else { "" };
        if text.contains(['"', ',']) {
            self.word(&format!("\"{guard}{}\"", text.replace('"', "\"\"")));
        } else {
            self.word(guard);
            self.word(&text);
        }
    }

    /// Text from elsewhere, where there is any.
    pub(super) fn some_text(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.text(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Row;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = Vec::new();
        Row::new(&mut out).text(text);
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("5\" disk", "\"5\"\" disk\"");
        check("=1+1", "'=1+1");
        check("@SUM(A1,B1)", "\"'@SUM(A1,B1)\"");
        check("-5 points", "'-5 points");
        check("\t=cmd", "' =cmd");
        check("\r+1", "' +1");
        check("-", "-");
        check("two\r\nlines\u{1b}[0m", "two lines\\u{1b}[0m");
    }

    #[test]
    fn numbers_stay_numbers() {
        let mut out = Vec::new();
        let mut row = Row::new(&mut out);
        row.next();
        row.number("-0.650".parse::<rust_decimal::Decimal>().ok());
        row.next();
        row.number(None);
        row.next();
        row.shown(Some(7));
        row.end();
        assert_eq!(String::from_utf8(out).unwrap(), "-0.65,,7\r\n");
    }
}
