//! Words and figures as most are, read in one pass: "revenue,", "(loss)", "1,234", "$ 9,295", "(5.1)%". What may be
//! anything else is left to those who read at length.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::Span;
use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::known::{self, Known};

/// A word of letters alone, with the marks that stand around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The letters.
    pub(super) letters: Span,
    /// Where the piece ends that they stand in.
    pub(super) end: usize,
    /// What it can say.
    pub(super) known: Option<&'static Known>,
    /// Whether a bracket opens before it, and whether one closes after it.
    pub(super) brackets: (bool, bool),
    /// The mark that ends the piece, if one does.
    pub(super) mark: Option<u8>,
}

/// The word in the piece that begins at `at`, if a blank or a line's end stands behind the piece. Nothing for some that are
/// plain, too.
pub(super) fn word(text: &[u8], at: usize) -> Option<Word> {
    let opens = text.get(at) == Some(&b'(');
    let start = at + usize::from(opens);
    let (letters, known) = known::letters(text, start)?;
    let closes = text.get(letters) == Some(&b')');
    let end = letters + usize::from(closes);
    let mark = text.get(end).copied().filter(|byte| matches!(byte, b',' | b'.' | b':' | b';'));
    let end = end + usize::from(mark.is_some());
    let is_whole = matches!(text.get(end), Some(b' ' | b'\n'));
    // What closes before a mark may be a note to fewer letters.
    let is_sure = !closes || mark.is_none() || letters > start + 2;
    (is_whole && is_sure).then_some(Word {
        letters: Span::new(start, letters),
        end,
        known,
        brackets: (opens, closes),
        mark,
    })
}

/// The word at `at` if it is of letters alone and ends with its line, its column or the text.
pub(super) fn last_word(text: &str, at: usize) -> Option<Word> {
    let rest = text.as_bytes().get(at..)?;
    let end = at + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let ends = text.as_bytes().get(end).is_none_or(|next| next.is_ascii_whitespace() || *next == b'|');
    let word = text.get(at..end).filter(|word| ends && !word.is_empty())?;
    Some(Word { letters: Span::new(at, end), end, known: known::known(word), brackets: (false, false), mark: None })
}

/// The year at `at`, if a blank or a line's end stands behind it.
pub(super) fn year(text: &[u8], at: usize) -> Option<u16> {
    let [digits @ .., behind] = text.get(at..)?.first_chunk::<5>()?;
    let is_year = digits.iter().all(u8::is_ascii_digit) && matches!(behind, b' ' | b'\n');
    let year = digits.iter().fold(0, |year, digit| year * 10 + u16::from(digit.wrapping_sub(b'0') & 0xF));
    (is_year && YEARS.contains(&year)).then_some(year)
}

/// The dash at `at`, where it is a cell in which nothing stands, whatever is before it.
pub(super) fn nothing(text: &[u8], at: usize) -> Option<Cell> {
    let length = match text.get(at..)? {
        [b'-', ..] => 1,
        [0xE2, 0x80, 0x94, ..] => 3,
        _ => return None,
    };
    let reader = Reader { text, at: at + length };
    reader.is_apart().then(|| Cell::bare(Span::new(at, reader.at), Mark::Nil))
}

/// The figure that begins at `at`, where what stands around it leaves no doubt that it is a cell and where it ends, if no
/// month stands before it. Nothing for a number that may be a year.
pub(super) fn figure(text: &[u8], at: usize) -> Option<Cell> {
    let mut reader = Reader { text, at };
    let minus = reader.byte() == Some(b'-');
    reader.at += usize::from(minus);
    let (mut sign, mut bracket) = (false, false);
    while !minus && let Some(byte @ (b'$' | b'(')) = reader.byte() {
        let seen = if byte == b'$' { &mut sign } else { &mut bracket };
        if std::mem::replace(seen, true) {
            return None;
        }
        reader.at += 1;
        reader.at += reader.edges();
    }
    let start = reader.at;
    let (mantissa, places) = reader.number()?;
    let digits = reader.at - start;
    let closed = bracket && reader.takes(b')');
    let percent = reader.percent();
    if bracket && !closed && !(percent && reader.takes(b')')) {
        return None;
    }
    let mark = if percent {
        Mark::Percent
    } else if sign {
        Mark::Money
    } else {
        Mark::Bare
    };
    let bare = !sign && !bracket && !minus && places == 0;
    let may_be_year = bare && digits == 4 && u16::try_from(mantissa).is_ok_and(|year| YEARS.contains(&year));
    if may_be_year || !reader.is_apart() {
        return None;
    }
    let value = Decimal::try_new(mantissa, places).ok()?;
    let value = if bracket != minus { -value } else { value };
    Some(Cell {
        low: value,
        high: value,
        places,
        sign: sign.then_some('$'),
        like_note: bracket && mark == Mark::Bare && digits < 3,
        ..Cell::bare(Span::new(at, reader.at), mark)
    })
}

/// The years that a text may name.
const YEARS: Range<u16> = 1990..2100;

/// Reads on in one figure.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

/// So many characters are less than any number of 64 bits can be.
const SHORT: usize = 18;

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let takes = self.byte() == Some(byte);
        self.at += usize::from(takes);
        takes
    }

    /// How many blanks and edges of columns stand here.
    fn edges(&self) -> usize {
        let rest = self.text.get(self.at..).unwrap_or_default();
        rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'|')).count()
    }

    /// The digits as one number, and how many stand after the point. None that begins with a nought that counts nothing.
    fn number(&mut self) -> Option<(i64, u32)> {
        let rest = self.text.get(self.at..)?;
        let (mut value, mut places, mut end, mut point) = (0_i64, 0, 0, false);
        let digit = |at: usize| rest.get(at).is_some_and(u8::is_ascii_digit);
        while let Some(byte) = rest.get(end).filter(|_| end < SHORT) {
            match byte {
                b'0'..=b'9' => {
                    value = value * 10 + i64::from(byte - b'0');
                    places += u32::from(point);
                }
                b',' if !point && digit(end + 1) && digit(end + 2) && digit(end + 3) && !digit(end + 4) => {}
                b'.' if digit(end + 1) && !point => point = true,
                _ => break,
            }
            end += 1;
        }
        let is_led = matches!(rest, [b'0', b'0'..=b'9', ..]) || !digit(0);
        self.at += end;
        (!is_led && end < SHORT).then_some((value, places))
    }

    /// Whether a sign of per cent follows, after a few blanks at most.
    fn percent(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let blanks = rest.iter().take(3).take_while(|byte| **byte == b' ').count();
        let percent = rest.get(blanks) == Some(&b'%');
        self.at += if percent { blanks + 1 } else { 0 };
        percent
    }

    /// Whether the line ends here, or a blank stands between here and another figure that no range has for its end.
    fn is_apart(&self) -> bool {
        let edges = self.edges();
        let rest = self.text.get(self.at..).unwrap_or_default();
        match rest.get(edges..).unwrap_or_default() {
            [] | [b'\n', ..] => true,
            _ if edges == 0 => false,
            [b'$' | b'0'..=b'9', ..] | [b'(', b'$' | b'0'..=b'9', ..] => true,
            [0xE2, 0x80, 0x94, ..] => true,
            [b'-', next, ..] => next.is_ascii_digit() || (*next != b'-' && rest.starts_with(b"  ")),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{figure, nothing, word, year};
    use crate::parser::table::cell;
    use crate::parser::table::marks::Marks;
    use crate::parser::table::word as at_length;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn figures_as_most_cells_have_them() {
        for text in [
            "1,234\n", "1,234 1,100", "$ 9,295 $ 8,930", "$ | 405 | $", "(1,622) (1,737)", "($0.04)", "(5.1) % 1",
            "(5.1%)", "4.6 %", "12.5%  -3.1%", "-0.1%", "0.65   — ", "40 |", "5%",
        ] {
            let text = text.trim_end_matches('|');
            assert!(figure(text.as_bytes(), 0).is_some(), "{text}");
        }
        for text in [
            "2024", "2024\n", "000", "012", "5 to 7%", "13 weeks", "5 - 7%", "1.2.3", "3x", "10-K", "6/17/2023",
            "(26 ", "4:30", "$ 5 million", "$8.51 - $8.53", "$-5", "5, 6", "1234567890123456789",
        ] {
            assert_eq!(figure(text.as_bytes(), 0), None, "{text}");
        }
    }

    #[test]
    fn years_and_dashes() {
        let years = ["2024 ", "2024\n", "2024,", "1989 ", "20245", "2024"].map(|text| year(text.as_bytes(), 0));
        assert_eq!(years, [Some(2024), Some(2024), None, None, None, None]);
        for text in ["— —", "-   5", "— $ 5", "—\n", "- (7)"] {
            assert_eq!(nothing(text.as_bytes(), 0), cell::read(text, 0), "{text}");
            assert!(nothing(text.as_bytes(), 0).is_some(), "{text}");
        }
        for text in ["-----", "- ------", "– and", "- word", "— %"] {
            assert_eq!(nothing(text.as_bytes(), 0), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_figure_is_what_it_is_at_length(text in "[-$( ]{0,3}[0-9]{1,3}(,[0-9]{2,3}|[.][0-9]){0,2}[ )%|\t]{0,4}[-—0-9a(/$\n]{0,3}") {
            if let Some(cell) = figure(text.as_bytes(), 0) {
                prop_assert_eq!(Some(cell), cell::read(&text, 0));
            }
        }

        #[test]
        fn a_word_is_what_it_is_at_length(text in "[(]?[a-zA-Z]{1,9}[)]?[,.:;]? [a-z]{20}") {
            if let Some(word) = word(text.as_bytes(), 0) {
                let (piece, lower) = (&text[..word.end], text.to_ascii_lowercase());
                let marks = Marks::of(piece);
                prop_assert_eq!(at_length::plain(&lower[..word.end]), &lower[word.letters.start..word.letters.end]);
                prop_assert_eq!((marks.brackets, marks.colon), (word.brackets, word.mark == Some(b':')));
                prop_assert_eq!(marks.stop, word.mark == Some(b'.'));
            }
        }
    }
}
