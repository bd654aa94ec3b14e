//! One cell of a statement table: "$ 9,295", "(1,622)", "4.6 %", "—", "n/m", "$8.51 - $8.53", "~10%". How a cell stands to
//! its column is decided elsewhere.

use rust_decimal::Decimal;

use crate::model::Span;
use crate::parser::table::printed::Reader;

/// What a cell is counted in, as far as its own marks tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bare number.
    Bare,
    /// With a sign of money.
    Money,
    /// With a per cent sign.
    Percent,
    /// In percentage points.
    Points,
    /// In basis points.
    BasisPoints,
    /// A dash, "n/m", "N/A": nothing stands here.
    Nil,
    /// "no change", "unchanged": what the column before says.
    Same,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// The whole of it, with signs and brackets.
    pub(super) span: Span,
    /// As printed, not scaled; negative in brackets.
    pub(super) low: Decimal,
    /// The same, but for a range.
    pub(super) high: Decimal,
    /// Digits after the point.
    pub(super) places: u32,
    pub(super) mark: Mark,
    /// Which currency the sign tells, where it tells one.
    pub(super) sign: Option<char>,
    /// Ten to this power, where the cell itself says "billion".
    pub(super) scale: Option<u32>,
    /// In hundredths: "12.4p".
    pub(super) hundredths: bool,
    /// "approximately", "~".
    pub(super) about: bool,
    /// Written with a plus or with "up", "down": a change.
    pub(super) directed: bool,
    /// A single digit or two in brackets, as the marks of footnotes are.
    pub(super) like_note: bool,
}

impl Cell {
    /// A cell with this mark and nothing else.
    pub(super) fn bare(span: Span, mark: Mark) -> Self {
        Self {
            span,
            low: Decimal::ZERO,
            high: Decimal::ZERO,
            places: 0,
            mark,
            sign: None,
            scale: None,
            hundredths: false,
            about: false,
            directed: false,
            like_note: false,
        }
    }
}

/// Words for cells in which nothing stands.
const NOTHING: [&str; 12] = ["n/m", "nm", "n/a", "na", "n.m.", "n.a.", "*", "**", "nmf", "n/c", "nil", "nm*"];

/// Words of letters alone that may lead to a cell, or stand for one.
pub(super) const WORDS: [&str; 12] =
    ["approximately", "approx", "about", "up", "down", "no", "unchanged", "c", "nm", "na", "nmf", "nil"];

/// Signs of money, and of nothing else.
pub(super) const SIGNS: [char; 5] = ['$', '€', '£', '¥', '₹'];

/// The cell that begins at `at`, where a blank or a line's beginning stands before it.
pub(super) fn read(text: &str, at: usize) -> Option<Cell> {
    let first = text.get(at..)?.chars().next()?;
    if matches!(first, 'n' | 'N' | 'u' | 'U' | '*' | '—' | '–' | '-' | '−' | '$')
        && let Some(word) = word(text, at)
    {
        return Some(word);
    }
    let leads = first.is_ascii_alphabetic() || matches!(first, '~' | '≈');
    let one = if leads { lead(text, at)? } else { figure(text, at)? };
    let tight = text.get(one.span.end..).is_some_and(|rest| rest.starts_with(['-', '‑']));
    range(text, &one).or((!tight).then_some(one))
}

/// A cell without digits.
fn word(text: &str, at: usize) -> Option<Cell> {
    let rest = text.get(at..)?;
    let end = rest.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(rest.len());
    let piece = rest.get(..end)?;
    let same = ["no change", "unchanged"].into_iter().find(|same| starts_with(rest, same));
    if let Some(same) = same {
        return Some(Cell::bare(Span::new(at, at + same.len()), Mark::Same));
    }
    let is_dash = matches!(piece, "—" | "–" | "-" | "--" | "---" | "−" | "$—" | "—%" | "–%" | "-%" | "$-" | "$–");
    if is_dash {
        let tail = skip(rest, end);
        // A rule that was drawn below the row, and not nothing.
        if rest.get(tail..).is_some_and(|tail| tail.starts_with("----")) {
            return None;
        }
        let tailed = !piece.ends_with('%') && rest.get(tail..).is_some_and(|tail| tail.starts_with('%'));
        let percent = if tailed { tail + 1 } else { end };
        return Some(Cell::bare(Span::new(at, at + percent), Mark::Nil));
    }
    let nothing = piece.starts_with(['n', 'N', '*']) && NOTHING.iter().any(|word| piece.eq_ignore_ascii_case(word));
    nothing.then(|| Cell::bare(Span::new(at, at + end), Mark::Nil))
}

/// A figure with what leads to it: "approximately 24.6%", "down 36%".
fn lead(text: &str, at: usize) -> Option<Cell> {
    let rest = text.get(at..)?;
    let about =
        ["approximately ", "approx. ", "about ", "~", "≈", "c. "].into_iter().find(|word| starts_with(rest, word));
    let after = at + about.map_or(0, str::len);
    let rest = text.get(after..)?;
    let way = ["down ", "up "].into_iter().find(|word| starts_with(rest, word));
    let mut cell = figure(text, skip(text, after + way.map_or(0, str::len)))?;
    if way == Some("down ") {
        (cell.low, cell.high) = (-cell.low, -cell.high);
    }
    cell.directed |= way.is_some();
    cell.about = about.is_some();
    cell.span.start = at;
    Some(cell)
}

/// A range whose first end is read: "$10.95 billion to $11.05 billion".
fn range(text: &str, one: &Cell) -> Option<Cell> {
    let rest = text.get(one.span.end..)?;
    let blank = blanks(rest);
    let tight = rest.get(blank..).filter(|tight| tight.starts_with(['t', 'T', 'a', 'A', '–', '-', '—']))?;
    let joint = ["to ", "and ", "– ", "- ", "–", "-", "—"].into_iter().find(|joint| starts_with(tight, joint))?;
    let is_dash = !joint.starts_with(char::is_alphabetic);
    if blank > 1 || (is_dash && (blank == 1) != joint.ends_with(' ')) {
        return None;
    }
    let other = figure(text, skip(text, one.span.end + blank + joint.len()))?;
    let chained = text.get(other.span.end..).is_some_and(|rest| rest.starts_with(['-', '‑']));
    if chained || (is_dash && one.low >= other.high) {
        return None;
    }
    // A dash between two bare cells is a cell in which nothing stands.
    let bare = |cell: &Cell| cell.mark == Mark::Bare;
    if (is_dash && blank == 1 && bare(one) && bare(&other)) || other.like_note {
        return None;
    }
    let scale = other.scale.or(one.scale);
    let (low, high) = if one.low <= other.low { (one.low, other.low) } else { (other.low, one.low) };
    let mark = if bare(one) { other.mark } else { one.mark };
    let sign = one.sign.or(other.sign);
    let places = one.places.max(other.places);
    let span = Span::new(one.span.start, other.span.end);
    Some(Cell { span, low, high, places, mark, sign, scale, ..one.clone() })
}

/// A number with its marks.
fn figure(text: &str, at: usize) -> Option<Cell> {
    let mut reader = Reader { text, at, sign: None, brackets: 0, minus: false, plus: false };
    reader.opening();
    let digits = reader.number()?;
    let (value, places) = amount(text.get(digits.start..digits.end)?)?;
    let closed = reader.closing();
    let hundredths = reader.pence();
    let (mark, scale) = reader.unit(closed)?;
    if reader.brackets > 0 && !reader.closing() && !closed && !reader.ends_column() {
        return None;
    }
    let bracketed = reader.brackets > 0;
    let value = if bracketed != reader.minus && !reader.plus { -value } else { value };
    let mark = if mark == Mark::Bare && reader.sign.is_some() { Mark::Money } else { mark };
    Some(Cell {
        span: Span::new(at, reader.at),
        low: value,
        high: value,
        places,
        mark,
        sign: reader.sign,
        scale,
        hundredths,
        about: false,
        directed: reader.plus,
        like_note: bracketed && mark == Mark::Bare && digits.end - digits.start < 3,
    })
}

/// So many digits are less than any number of 64 bits can be.
const SHORT: usize = 18;

/// A number as printed, and how many digits stand after its point.
fn amount(digits: &str) -> Option<(Decimal, u32)> {
    let mut points = digits.bytes().enumerate().filter(|(_, byte)| *byte == b'.');
    let places = points.next().map_or(0, |(point, _)| digits.len() - point - 1);
    let places = u32::try_from(places).ok().filter(|_| points.next().is_none())?;
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| byte - b'0');
    // Nearly all have so few digits that a register holds them.
    let value = if digits.len() <= SHORT {
        let mantissa = digits.as_bytes().iter().filter_map(digit).fold(0, |value, digit| value * 10 + i64::from(digit));
        Decimal::try_new(mantissa, places).ok()?
    } else {
        let mut mantissa = 0_i128;
        for digit in digits.as_bytes().iter().filter_map(digit) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
        Decimal::try_from_i128_with_scale(mantissa, places).ok()?
    };
    Some((value, places))
}

/// Where the blanks from `at` on end.
pub(super) fn skip(text: &str, at: usize) -> usize {
    at + text.get(at..).map_or(0, blanks)
}

/// How many blanks a text begins with.
pub(super) fn blanks(text: &str) -> usize {
    let (chunks, _) = text.as_bytes().as_chunks::<8>();
    let whole = 8 * chunks.iter().take_while(|chunk| **chunk == [b' '; 8]).count();
    whole + text.bytes().skip(whole).take_while(|byte| *byte == b' ').count()
}

/// Whether the text starts with these words, whatever their case.
fn starts_with(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words))
}

/// Whether the text starts with the words and no letter follows them; single letters are capitals.
pub(super) fn starts_with_word(text: &str, words: &str) -> bool {
    let same = if words.len() == 1 { text.starts_with(words) } else { starts_with(text, words) };
    same && !text
        .get(words.len()..)
        .is_some_and(|rest| words.is_ascii() && words != "%" && rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{Mark, read};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = read(text, 0).map_or("none".to_owned(), |cell| {
            let mark = match cell.mark {
                Mark::Bare => "",
                Mark::Money => "$",
                Mark::Percent => "%",
                Mark::Points => "points",
                Mark::BasisPoints => "bps",
                Mark::Nil => "nil",
                Mark::Same => "same",
            };
            let range =
                if cell.low == cell.high { cell.low.to_string() } else { format!("{}..{}", cell.low, cell.high) };
            let scale = cell.scale.map_or(String::new(), |scale| format!("e{scale}"));
            format!("{}|{range}{scale} {mark}", cell.span.of(text))
        });
        assert_eq!(shown.trim_end(), expected, "{text}");
    }

    #[test]
    fn figures_of_statements() {
        check("$ 9,295 $ 8,930", "$ 9,295|9295 $");
        check("(1,622) (1,737)", "(1,622)|-1622");
        check("$ (405) $ (406)", "$ (405)|-405 $");
        check("$(0.66) $1.98", "$(0.66)|-0.66 $");
        check("($0.04)", "($0.04)|-0.04 $");
        check("(5.1) % 1", "(5.1) %|-5.1 %");
        check("(12.5)%", "(12.5)%|-12.5 %");
        check("4.6 % 4.4 %", "4.6 %|4.6 %");
        check("-0.1%          1.8%", "-0.1%|-0.1 %");
        check("+$165 $", "+$165|165 $");
        check("20 bps 4.9 %", "20 bps|20 bps");
        check("(1,234 )", "(1,234 )|-1234");
        check("(1,234 | ) | 5", "(1,234 | )|-1234");
        check("$\t 1,234\t $", "$\t 1,234|1234 $");
        check("3.2 | % | 5", "3.2 | %|3.2 %");
        check("3.2 | % change", "3.2|3.2");
    }

    #[test]
    fn brackets_that_are_never_closed() {
        check("(26 | 18", "(26|-26");
        check("(26   18", "(26|-26");
        check("$ (0.26 $ (0.18)", "$ (0.26|-0.26 $");
        check("(26 sites", "none");
    }

    #[test]
    fn nothing_is_not_zero() {
        for text in ["— —", "-   5", "n/m  3", "N/A", "$—"] {
            assert_eq!(read(text, 0).map(|cell| cell.mark), Some(Mark::Nil), "{text}");
        }
        check("5 — 7", "5|5");
        check("no change", "no change|0 same");
    }

    #[test]
    fn cells_of_guidance() {
        check("$10.95 billion to $11.05 billion", "$10.95 billion to $11.05 billion|10.95..11.05e9 $");
        check("$8.51 - $8.53       $34.5", "$8.51 - $8.53|8.51..8.53 $");
        check("25-30   no change", "25-30|25..30");
        check("~11.4%", "~11.4%|11.4 %");
        check("approximately $17 million", "approximately $17 million|17e6 $");
        check("16% - 17%", "16% - 17%|16..17 %");
        check("$99.3B – $100.3B / $99.8B", "$99.3B – $100.3B|99.3..100.3e9 $");
        check("down 36%", "down 36%|-36 %");
    }

    #[test]
    fn what_is_no_cell() {
        for text in ["10-K", "1st", "6/17/2023", "4:30", "Q4", "877-269-7756", "3x", "$", "(Dec)", "1.2.3", "- ------"]
        {
            assert_eq!(read(text, 0).map(|cell| cell.span), None, "{text}");
        }
    }
}
