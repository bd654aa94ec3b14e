//! Text to items.

use std::borrow::Cow;

use crate::model::Span;
use crate::parser::table::cell::{self, Cell, Mark};
use crate::parser::table::glue;
use crate::parser::table::item::{Gap, Item, What};
use crate::parser::table::known::{Known, known, plain_word};
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
const USUAL_ITEM: usize = 8;

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
            let Some(next) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { return };
            if !next.is_ascii_alphanumeric() && self.pass_marks() {
                continue;
            }
            if !(next.is_ascii_alphabetic() && self.pass_plain_word()) {
                self.pass_item();
            }
            self.place.at = self.place.at.max(at + next.len_utf8());
            self.place.gap = Gap::Narrow;
        }
    }

    /// Passes blanks and the bars between columns, and keeps what they say of the layout.
    fn pass_blanks(&mut self) {
        let place = &mut self.place;
        // One blank before a word is most of them.
        if let Some([b' ', next, ..]) = self.text.as_bytes().get(place.at..)
            && next.is_ascii_alphanumeric()
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

    /// Reads the word at `at` if it is of letters alone, as most are, and none that leads to a cell or stands for one.
    fn pass_plain_word(&mut self) -> bool {
        let at = self.place.at;
        let Some((end, known)) = plain_word(self.text.as_bytes(), at).or_else(|| self.letters()) else { return false };
        let Some(word) = self.lowered.get(at..end) else { return false };
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let capital = rest.first().is_some_and(u8::is_ascii_uppercase);
        let glued = || capital && known.is_none() && rest.starts_with(b"Ended");
        if known.is_some_and(|known| known.leads) || glued() {
            return false;
        }
        self.push(What::Word(Cow::Borrowed(word)), end, Marks { plain: true, capital, ..Marks::default() }, known);
        true
    }

    /// Where the word at `at` ends, and what it can say, if it is of letters alone.
    fn letters(&self) -> Option<(usize, Option<&'static Known>)> {
        let at = self.place.at;
        let rest = self.text.as_bytes().get(at..)?;
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let ends = rest.get(letters).is_none_or(|next| next.is_ascii_whitespace() || *next == b'|');
        let word = self.lowered.get(at..at + letters).filter(|_| ends && letters > 0)?;
        Some((at + letters, known(word)))
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
        let last = self.read.items.last().filter(|last| last.line == self.place.line).and_then(|last| last.known);
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
            idle: marks.plain && known.is_none() && gap == Gap::Narrow,
            may_scale: marks.sign || known.is_some_and(|known| known.scale.is_some()),
            brackets: marks.brackets,
            colon: marks.colon,
            stop: marks.stop,
            capital: marks.capital,
            crowded: false,
        });
    }
}

/// What the marks around a piece and its first letter say.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// Whether the piece is of letters alone.
    plain: bool,
    /// Whether a sign of money may stand in it.
    sign: bool,
    brackets: (bool, bool),
    colon: bool,
    stop: bool,
    capital: bool,
}

impl Marks {
    fn of(piece: &str) -> Self {
        let (opens, capital) = (piece.starts_with(['(', '[']), piece.starts_with(char::is_uppercase));
        let sign = piece.bytes().any(|byte| byte == b'$' || !byte.is_ascii());
        if !matches!(piece.as_bytes().last(), Some(b')' | b']' | b':' | b',' | b';' | b'*' | b'.' | b'_')) {
            return Self { sign, brackets: (opens, false), capital, ..Self::default() };
        }
        let closes = piece.trim_end_matches([':', ',', ';', '*', '.', '_']).ends_with([')', ']']);
        let colon = piece.trim_end_matches(['*', ')']).ends_with(':');
        Self { plain: false, sign, brackets: (opens, closes), colon, stop: piece.ends_with('.'), capital }
    }
}

/// What the text begins with, up to a blank or a bar.
fn piece(text: &str) -> &str {
    let is_end = |byte: u8| byte.is_ascii_whitespace() || byte == b'|';
    let ascii = text.bytes().position(|byte| is_end(byte) || !byte.is_ascii()).unwrap_or(text.len());
    let end = match text.as_bytes().get(ascii) {
        Some(byte) if !byte.is_ascii() => text.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(text.len()),
        _ => ascii,
    };
    text.get(..end).unwrap_or_default()
}

/// Whether no mark ends the piece.
fn ends_plain(piece: &str) -> bool {
    piece.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether the piece is a unit and no figure: "$000", "(000)", "£'000", "000's".
fn is_thousands(piece: &str) -> bool {
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
fn rule(text: &str, at: usize) -> Option<usize> {
    let is_drawn = |c: char| matches!(c, '-' | '=' | '_' | ':' | '.' | '…');
    let rest = text.get(at..).filter(|rest| rest.starts_with(is_drawn))?;
    let end = rest.find(|c: char| !is_drawn(c)).unwrap_or(rest.len());
    let ends = rest.get(end..)?.starts_with(|c: char| c.is_whitespace() || c == '|') || end == rest.len();
    (end > 2 && ends).then_some(end)
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
