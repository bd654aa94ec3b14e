//! Text to items.

use std::borrow::Cow;

use crate::model::Span;
use crate::parser::table::cell::{self, Cell, Mark};
use crate::parser::table::glue;
use crate::parser::table::item::{Gap, Item, What};
use crate::parser::table::known::{Known, known};
use crate::parser::table::marks::Marks;
use crate::parser::table::piece::{ends_plain, is_thousands, piece, rule};
use crate::parser::table::plain::{self, Word};
use crate::parser::table::stretch::Stretch;
use crate::parser::table::word;

/// The items of a stretch, and its cells, which some of the items are.
#[derive(Debug, Default)]
pub(super) struct Items<'a> {
    pub(super) items: Vec<Item<'a>>,
    pub(super) cells: Vec<Cell>,
}

/// A part of a line with more items than this has columns that have run together.
const CROWDED: usize = 30;

/// An item with the blanks before it takes as many bytes, or more.
const USUAL_ITEM: usize = 6;

/// A cell with what stands before it takes as many in most tables.
const USUAL_CELL: usize = 32;

/// The items of a stretch of a text. `lowered` is the text with its ASCII letters in lower case, so that words need not be
/// copied one by one.
pub(super) fn read<'a>(text: &'a str, lowered: &'a str, stretch: &Stretch) -> Items<'a> {
    let text = text.get(..stretch.place.end).unwrap_or(text);
    let lowered = lowered.get(..stretch.place.end).unwrap_or(lowered);
    let (items, cells) =
        (Vec::with_capacity(stretch.place.len() / USUAL_ITEM), Vec::with_capacity(stretch.place.len() / USUAL_CELL));
    let place = Place { at: stretch.place.start, line: stretch.line, start: stretch.place.start, gap: Gap::Line };
    let mut scanner = Scanner { text, lowered, place, read: Items { items, cells } };
    scanner.run();
    let Items { mut items, cells } = scanner.read;
    for part in items.chunk_by_mut(|_, next| next.gap == Gap::Narrow).filter(|part| part.len() > CROWDED) {
        part.iter_mut().for_each(|item| item.crowded = true);
    }
    Items { items, cells }
}

/// How far a text is read.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    /// Number of the line.
    line: usize,
    /// Where the line begins.
    start: usize,
    /// What stands before `at`.
    gap: Gap,
}

struct Scanner<'a> {
    text: &'a str,
    lowered: &'a str,
    place: Place,
    read: Items<'a>,
}

impl<'a> Scanner<'a> {
    fn run(&mut self) {
        loop {
            self.pass_blanks();
            let at = self.place.at;
            let passed = match self.text.as_bytes().get(at) {
                Some(b'A'..=b'Z' | b'a'..=b'z') => self.pass_word(),
                Some(b'0'..=b'9' | b'$' | b'-' | 0xE2) => self.pass_figure(),
                Some(b'(') => self.pass_word() || self.pass_figure(),
                Some(_) => false,
                None => return,
            };
            if !passed && !self.pass_odd() {
                continue;
            }
            self.place.gap = Gap::Narrow;
        }
    }

    /// Passes blanks and the bars between columns, and keeps what they say of the layout.
    fn pass_blanks(&mut self) {
        let place = &mut self.place;
        // One blank before a word or a figure is most of them.
        if let Some([b' ', next, ..]) = self.text.as_bytes().get(place.at..)
            && next.is_ascii_graphic()
            && *next != b'|'
        {
            place.at += 1;
            return;
        }
        let mut follows = false;
        while let Some(rest) = self.text.get(place.at..) {
            let spaces = cell::blanks(rest);
            if place.gap == Gap::Narrow && spaces + usize::from(follows) > 1 {
                place.gap = Gap::Wide;
            }
            place.at += spaces;
            follows |= spaces > 0;
            let Some(next) = rest.get(spaces..).and_then(|rest| rest.chars().next()) else { return };
            match next {
                '\n' => (place.line, place.start, place.gap) = (place.line + 1, place.at + 1, Gap::Line),
                '|' | '\t' if place.gap != Gap::Line => place.gap = Gap::Wide,
                '|' => {}
                _ if !next.is_whitespace() => return,
                _ if place.gap == Gap::Narrow && follows => place.gap = Gap::Wide,
                _ => {}
            }
            follows = next != '|';
            place.at += next.len_utf8();
        }
    }

    /// Passes what stands at `at`, whatever it is. Whether it is an item.
    fn pass_odd(&mut self) -> bool {
        let at = self.place.at;
        let Some(next) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            self.place.at += 1;
            return false;
        };
        if !next.is_ascii_alphanumeric() && self.pass_marks() {
            return false;
        }
        self.pass_item();
        self.place.at = self.place.at.max(at + next.len_utf8());
        true
    }

    /// Passes a line that is drawn at `at`, or marks of type, which part columns.
    fn pass_marks(&mut self) -> bool {
        let place = &mut self.place;
        if let Some(rule) = rule(self.text, place.at) {
            place.at += rule;
            return true;
        }
        let Some(marks) = glue::emphasis(self.text, place.at) else { return false };
        place.at += marks;
        place.gap = if place.gap == Gap::Line { Gap::Line } else { Gap::Wide };
        true
    }

    /// Reads the word at `at` if it is a plain one, as most are, and none that leads to a cell or stands for one.
    fn pass_word(&mut self) -> bool {
        let (at, text) = (self.place.at, self.text.as_bytes());
        let Some(word) = plain::word(text, at).or_else(|| plain::last_word(self.text, at)) else { return false };
        let Word { letters, end, known, brackets, mark } = word;
        let Some(lowered) = self.lowered.get(letters.start..letters.end) else { return false };
        let rest = text.get(at..).unwrap_or_default();
        let capital = rest.first().is_some_and(u8::is_ascii_uppercase);
        let glued = || capital && known.is_none() && rest.starts_with(b"Ended");
        if known.is_some_and(|known| known.leads) || glued() {
            return false;
        }
        let (colon, stop) = (mark == Some(b':'), mark == Some(b'.'));
        let marks = Marks { plain: true, sign: false, brackets, colon, stop, capital };
        self.push(What::Word(Cow::Borrowed(lowered)), end, marks, known);
        true
    }

    /// Reads the figure at `at` if it is a plain one, as most are.
    fn pass_figure(&mut self) -> bool {
        let (at, text) = (self.place.at, self.text.as_bytes());
        if let Some(year) = plain::year(text, at) {
            self.push(What::Year(year), at + 4, Marks::default(), None);
            return true;
        }
        let last = self.last_known();
        if last.is_some_and(|last| last.numbered || last.label || last.month.is_some()) {
            return false;
        }
        // What may be the mark of a footnote is looked at more closely.
        let noted = |cell: &Cell| cell.like_note && self.place.gap == Gap::Narrow;
        let figure = plain::figure(text, at).filter(|cell| !noted(cell));
        let Some(cell) = figure.or_else(|| plain::nothing(text, at)) else { return false };
        let first = text.get(at).copied().unwrap_or_default();
        let led = matches!(first, b'(' | b'$');
        let closes = led && piece(cell.span.of(self.text)).ends_with(')');
        let sign = cell.sign.is_some() || !first.is_ascii();
        let marks = Marks { sign, brackets: (first == b'(', closes), ..Marks::default() };
        let end = cell.span.end;
        self.read.cells.push(cell);
        self.push(What::Cell(self.read.cells.len() - 1), end, marks, None);
        true
    }

    /// What the word before can say, if it stands on the same line.
    fn last_known(&self) -> Option<&'static Known> {
        self.read.items.last().filter(|last| last.line == self.place.line).and_then(|last| last.known)
    }

    /// Reads what stands at `at`, whatever it is.
    fn pass_item(&mut self) {
        let at = self.place.at;
        let piece = piece(self.text.get(at..).unwrap_or_default());
        let piece = glue::glued(piece).and_then(|end| piece.get(..end)).unwrap_or(piece);
        let end = at + piece.len();
        let in_letters = piece.starts_with(|first: char| first.is_ascii_alphabetic());
        // With other letters no cell begins: "approximately", "up", "down", "n/m", "c.".
        if in_letters && !piece.starts_with(['a', 'A', 'u', 'U', 'd', 'D', 'n', 'N', 'c', 'C']) {
            return self.push_word(piece);
        }
        let last = self.last_known();
        let digits = if ends_plain(piece) { piece } else { piece.trim_end_matches([',', ':', ';', '.', '*', ')']) };
        if !in_letters && let Some(time) = self.time(piece, digits, last) {
            return self.push(time, end, Marks::of(piece), None);
        }
        if is_thousands(piece) {
            return self.push_word(piece);
        }
        let numbered = last.is_some_and(|last| last.numbered || (last.label && digits.len() == 2));
        // A line begins with a bullet, and not with a cell that means nothing.
        let bullet = piece == "*" && self.place.gap == Gap::Line;
        if !numbered
            && !bullet
            && let Some(cell) = cell::read(self.text, at)
            && self.stands(&cell)
            && !self.follows(end).is_some_and(|next| next.length)
        {
            let end = middle(self.text, &cell).unwrap_or(cell.span.end);
            self.read.cells.push(cell);
            return self.push(What::Cell(self.read.cells.len() - 1), end, Marks::of(piece), None);
        }
        self.push_word(piece);
    }

    /// Which month or length of time the word may be of that follows what ends here; nothing where a figure does.
    fn follows(&self, end: usize) -> Option<&'static Known> {
        let rest = self.lowered.get(cell::skip(self.lowered, end)..)?;
        // Nearly always it is a figure.
        let marks = rest.bytes().take_while(|byte| matches!(byte, b'(' | b'$')).count();
        let first = rest.as_bytes().get(marks)?;
        if first.is_ascii_digit() || first.is_ascii_whitespace() {
            return None;
        }
        let next = word::first(rest);
        known(&next).filter(|_| !next.is_empty())
    }

    /// A date, a year or the day of a month, behind the word `last`.
    fn time(&self, piece: &str, digits: &str, last: Option<&Known>) -> Option<What<'a>> {
        let first = *digits.as_bytes().first()?;
        if first.is_ascii_digit()
            && let Some(date) = word::date(digits)
        {
            return Some(date);
        }
        if let Some(year) = word::year(digits).filter(|_| !piece.contains("),")) {
            return Some(What::Year(year));
        }
        let day = digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
        let is_month = |word: Option<&Known>| word.is_some_and(|word| word.month.is_some());
        let following = || self.text.get(self.place.at + piece.len()..).unwrap_or_default();
        let before_month = || {
            is_month(self.follows(self.place.at + piece.len()))
                && (self.place.gap != Gap::Wide || is_dated(following()))
        };
        (is_month(last) || piece.ends_with(',') || before_month()).then_some(What::Day(day))
    }

    /// Whether the cell at `at` is one where it stands.
    fn stands(&self, cell: &Cell) -> bool {
        let narrow = self.place.gap == Gap::Narrow;
        let after_word = self.read.items.last().is_some_and(|item| matches!(item.what, What::Word(_)));
        // The mark of a footnote is no cell where no cell follows.
        let noted = cell.like_note && narrow && after_word && !begins_cell(self.text, cell.span.end);
        // A hyphen or a star between words is no cell.
        let between = cell.mark == Mark::Nil && narrow && after_word && goes_on(self.text, cell.span.end);
        !noted && !between
    }

    fn push_word(&mut self, piece: &str) {
        let end = self.place.at + piece.len();
        let word = word::plain(self.lowered.get(self.place.at..end).unwrap_or_default());
        let known = known(&word);
        self.push(What::Word(word), end, Marks::of(piece), known);
    }

    fn push(&mut self, what: What<'a>, end: usize, marks: Marks, known: Option<&'static Known>) {
        let Place { at, line, start, gap } = self.place;
        self.place.at = end;
        self.read.items.push(Item {
            span: Span::new(at, end),
            line,
            column: at - start,
            gap,
            what,
            known,
            idle: marks.plain && !marks.brackets.0 && known.is_none() && gap == Gap::Narrow,
            may_scale: marks.sign || known.is_some_and(|known| known.scale.is_some()),
            marks,
            crowded: false,
        });
    }
}

/// Whether a month with a year stands here: "June 2024".
fn is_dated(following: &str) -> bool {
    let second = following.split_whitespace().nth(1);
    second.is_some_and(|second| word::year(second.trim_end_matches(['*', ')', ','])).is_some())
}

/// Whether what follows on the line looks like the beginning of a cell.
fn begins_cell(text: &str, end: usize) -> bool {
    let rest = text.get(cell::skip(text, end)..).unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '(' | '—' | '–' | '-' | '€' | '£'))
}

/// Where the middle of a range ends that is told beside it: "$10.60 – $10.70 / $10.65".
fn middle(text: &str, cell: &Cell) -> Option<usize> {
    let rest = text.get(cell.span.end..)?.strip_prefix(" / ")?;
    let figure = cell::read(text, text.len() - rest.len())?;
    (cell.low != cell.high).then_some(figure.span.end)
}

/// Whether a word follows, after one blank at most.
fn goes_on(text: &str, end: usize) -> bool {
    let next = cell::skip(text, end);
    next < end + 2 && text.get(next..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// The items of a whole text, and its cells. The text in lower case is leaked, so that a test can hold them.
#[cfg(test)]
pub(super) fn all(text: &str) -> Items<'_> {
    read(text, text.to_ascii_lowercase().leak(), &Stretch::whole(text))
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::parser::table::item::What;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = all(text);
        let show = |what: &What| match what {
            What::Word(word) => word.to_string(),
            What::Cell(cell) => format!("[{}]", found.cells[*cell].span.of(text)),
            What::Year(year) => format!("y{year}"),
            What::Day(day) => format!("d{day}"),
            What::Date(year, month, day) => format!("{year}/{month}/{day}"),
        };
        let shown: Vec<String> = found.items.iter().map(|item| show(&item.what)).collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn heads_and_rows() {
        check("Net revenue $ 9,295 $ 8,930 +4 %", "net revenue [$ 9,295] [$ 8,930] [+4 %]");
        check("Three Months Ended June 30, 2023 2022", "three months ended june d30 y2023 y2022");
        check("13 Weeks Ended  April 29,  2023", "13 weeks ended april d29 y2023");
        check("6/17/2023   Q4 23 Change", "2023/6/17 q4 23 change");
        check("Net income - diluted (1)  5  —  (7)", "net income - diluted [(1)] [5] [—] [(7)]");
        check("Adjusted Operational Sales1,3     6.2%", "adjusted operational sales [6.2%]");
        check("Employees  11,855  13,781", "employees [11,855] [13,781]");
    }
}
