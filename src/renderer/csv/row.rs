//! One row: every cell is written once, and none is one that a spreadsheet takes for a formula. Commas, quotes and line
//! ends are the writer's craft.

use std::fmt::{Display, Write};

use csv::{Terminator, Writer, WriterBuilder};
use rust_decimal::Decimal;
use unicode_width::UnicodeWidthChar;

use crate::renderer::decimal::Digits;
use crate::renderer::text::printable;

/// A row under way, and after it the next.
pub(super) struct Row<'a> {
    writer: Writer<&'a mut Vec<u8>>,
    scratch: String,
}

impl<'a> Row<'a> {
    /// Rows that end as RFC 4180 wants it, appended to `out`.
    pub(super) fn new(out: &'a mut Vec<u8>) -> Self {
        let writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        Self { writer, scratch: String::new() }
    }

    /// Ends the row.
    pub(super) fn end(&mut self) {
        // Memory takes every byte, and all rows have one length.
        let _ = self.writer.write_record(None::<&[u8]>);
    }

    /// One of our own words.
    pub(super) fn word(&mut self, word: &str) {
        // Memory takes every byte.
        let _ = self.writer.write_field(word);
    }

    /// A number, with every digit.
    pub(super) fn number(&mut self, value: impl Into<Option<Decimal>>) {
        match value.into() {
            Some(value) => self.word(Digits::of(value).as_str()),
            None => self.word(""),
        }
    }

    /// A period, a unit, a count.
    pub(super) fn shown(&mut self, value: Option<impl Display>) {
        self.scratch.clear();
        if let Some(value) = value {
            // A String takes everything.
            let _ = write!(self.scratch, "{value}");
        }
        let _ = self.writer.write_field(&self.scratch);
    }

    /// Text from elsewhere. What a spreadsheet would take for a formula gets an apostrophe before it.
    pub(super) fn text(&mut self, text: &str) {
        let text = printable(text);
        let unseen = |c: char| c.is_whitespace() || c.width() == Some(0);
        let formula = text.len() > 1 && text.trim_start_matches(unseen).starts_with(FORMULA);
        if formula {
            self.word(&format!("'{text}"));
        } else {
            self.word(&text);
        }
    }

    /// Text from elsewhere, where there is any.
    pub(super) fn some_text(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or_default());
    }
}

/// How formulas begin; in East Asia also with the wide forms of these.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

#[cfg(test)]
mod tests {
    use super::Row;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = Vec::new();
        let mut row = Row::new(&mut out);
        row.text(text);
        row.end();
        drop(row);
        assert_eq!(String::from_utf8(out).unwrap(), format!("{expected}\r\n"));
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("5\" disk", "\"5\"\" disk\"");
        check("=1+1", "'=1+1");
        check("@SUM(A1,B1)", "\"'@SUM(A1,B1)\"");
        check("-5 points", "'-5 points");
        check("＝1+1", "'＝1+1");
        check("\u{feff}\u{200b}=1+1", "'\u{feff}\u{200b}=1+1");
        check("\t=cmd", "' =cmd");
        check("\r+1", "' +1");
        check("-", "-");
        check("two\r\nlines\u{1b}[0m", "two lines\\u{1b}[0m");
    }

    #[test]
    fn numbers_stay_numbers() {
        let mut out = Vec::new();
        let mut row = Row::new(&mut out);
        row.number("-0.650".parse::<rust_decimal::Decimal>().ok());
        row.number(None);
        row.shown(Some(7));
        row.end();
        drop(row);
        assert_eq!(String::from_utf8(out).unwrap(), "-0.65,,7\r\n");
    }
}
