//! Text to items: words, cells, years and days, with the blanks before them. Layout is kept: a wide gap is a column's edge.

use std::borrow::Cow;

use crate::model::Span;
use crate::parser::table::cell::{self, Cell, Mark};
use crate::parser::table::stretch::Stretch;
use crate::parser::vocabulary::statements::month;

/// What stands before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A line's beginning.
    Line,
    /// Two blanks or more, or a tab.
    Wide,
    /// One blank.
    Narrow,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// Anything else, in lower case and without the marks around it.
    Word(Cow<'a, str>),
    /// A cell.
    Cell(Box<Cell>),
    /// A year: "2023".
    Year(u16),
    /// The day of a date whose month stands beside it.
    Day(u8),
    /// A date in figures: "6/17/2023".
    Date(u16, u8, u8),
}

/// A word or a figure, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item<'a> {
    pub(super) span: Span,
    /// Number of its line, from 0.
    pub(super) line: usize,
    /// How far from the beginning of its line it stands, in bytes.
    pub(super) column: usize,
    pub(super) gap: Gap,
    pub(super) what: What<'a>,
    /// Whether a bracket opens before it, and whether one closes after it.
    pub(super) brackets: (bool, bool),
    /// Whether a colon follows it.
    pub(super) colon: bool,
    /// Whether a full stop ends it.
    pub(super) stop: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether its part of the line is so long that columns must have run together there.
    pub(super) crowded: bool,
}

/// A part of a line with more items than this has columns that have run together.
const CROWDED: usize = 30;

impl Item<'_> {
    /// Whether a note in brackets begins here that is not a figure's own.
    pub(super) fn opens(&self) -> bool {
        self.brackets.0 && self.cell().is_none()
    }

    /// Whether a note in brackets ends here.
    pub(super) fn closes(&self) -> bool {
        self.brackets.1
    }

    /// The word in lower case; empty for figures.
    pub(super) fn word(&self) -> &str {
        match &self.what {
            What::Word(word) => word,
            What::Cell(_) | What::Year(_) | What::Day(_) | What::Date(..) => "",
        }
    }

    /// The cell.
    pub(super) fn cell(&self) -> Option<&Cell> {
        match &self.what {
            What::Cell(cell) => Some(cell),
            What::Word(_) | What::Year(_) | What::Day(_) | What::Date(..) => None,
        }
    }
}

/// Words after which a number is no cell: "Phase 3", "Exhibit 99.1".
const NUMBERED: [&str; 18] = [
    "phase", "note", "notes", "item", "page", "exhibit", "section", "rule", "form", "level", "tier", "class", "series",
    "step", "part", "appendix", "schedule", "table",
];

/// Words after which two digits are a year: "Q4 23", "FY 22".
const LABELS: [&str; 9] = ["q1", "q2", "q3", "q4", "fy", "h1", "h2", "1h", "2h"];

/// Words that make a number before them a length of time: "13 weeks".
const LENGTHS: [&str; 10] =
    ["weeks", "months", "week", "month", "weeks'", "months'", "days", "week's", "quarters", "years"];

/// The items of a stretch of a text.
pub(super) fn read<'a>(text: &'a str, stretch: &Stretch) -> Vec<Item<'a>> {
    let text = text.get(..stretch.place.end).unwrap_or(text);
    let mut items: Vec<Item> = Vec::with_capacity(stretch.place.len() / 8);
    let mut at = stretch.place.start;
    let (mut line, mut start, mut gap) = (stretch.line, at, Gap::Line);
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if next.is_whitespace() || next == '|' {
            match next {
                '|' if gap != Gap::Line => gap = Gap::Wide,
                '\n' => (line, start, gap) = (line + 1, at + 1, Gap::Line),
                '\t' if gap != Gap::Line => gap = Gap::Wide,
                _ if gap == Gap::Narrow
                    && text.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace)) =>
                {
                    gap = Gap::Wide;
                }
                _ => {}
            }
            at += next.len_utf8();
            continue;
        }
        if let Some(rule) = rule(text, at) {
            at += rule;
            continue;
        }
        if let Some(marks) = emphasis(text, at) {
            gap = if gap == Gap::Line { gap } else { Gap::Wide };
            at += marks;
            continue;
        }
        let item = item(text, at, &items, (line, start, gap));
        at = item.span.end.max(at + next.len_utf8());
        items.push(item);
        gap = Gap::Narrow;
    }
    for part in items.chunk_by_mut(|_, next| next.gap == Gap::Narrow) {
        let crowded = part.len() > CROWDED;
        part.iter_mut().for_each(|item| item.crowded = crowded);
    }
    items
}

/// Whether a month with a year stands here: "June 2024".
fn is_dated(following: &str) -> bool {
    following.split_whitespace().nth(1).is_some_and(|word| year(word.trim_end_matches(['*', ')', ','])).is_some())
}

/// How long the marks of bold type are that stand here beside a word or a figure: the edges of cells, where whole cells are
/// set so: "**Q4 FY24****Q3 FY24**".
fn emphasis(text: &str, at: usize) -> Option<usize> {
    let slanted = text.get(at..).and_then(|rest| rest.strip_prefix('_'));
    if slanted.is_some_and(|rest| rest.starts_with(|next: char| next == '(' || next.is_alphabetic())) {
        return Some(1);
    }
    let rest = text.get(at..).filter(|rest| rest.starts_with("**"))?;
    let marks = rest.len() - rest.trim_start_matches('*').len();
    let is_part =
        |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '%' | ')' | '.'));
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    (is_part(before) || is_part(rest.get(marks..)?.chars().next())).then_some(marks)
}

/// What goes on without a blank for longer is no row of glued cells.
const LONGEST_PIECE: usize = 400;

/// Where a word ends that a cell or the next word is glued to: "Revenue$22,103", "EndedJune", "FY24****Q3".
fn glued(piece: &str) -> Option<usize> {
    if piece.len() > LONGEST_PIECE {
        return None;
    }
    let bold = || piece.find("**").filter(|at| *at > 0);
    let money = || {
        let at = piece.find('$')?;
        let word = piece.get(..at)?;
        let digits = piece.get(at + 1..)?.starts_with(|next: char| next.is_ascii_digit());
        (digits && word.chars().filter(|c| c.is_lowercase()).count() > 2).then_some(at)
    };
    let ended = || {
        let rest = piece.strip_prefix("Ended")?;
        month(&rest.to_lowercase()).is_some().then_some("Ended".len())
    };
    bold().or_else(money).or_else(ended)
}

/// How long the line is that is drawn here: "-----", "=====".
fn rule(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let end = rest.find(|c: char| !matches!(c, '-' | '=' | '_' | ':' | '.' | '…')).unwrap_or(rest.len());
    let ends = rest.get(end..)?.starts_with(|c: char| c.is_whitespace() || c == '|') || end == rest.len();
    (end > 2 && ends).then_some(end)
}

fn item<'a>(text: &'a str, at: usize, before: &[Item<'_>], (line, start, gap): (usize, usize, Gap)) -> Item<'a> {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(rest.len());
    let end = at + rest.get(..end).and_then(glued).unwrap_or(end);
    let piece = rest.get(..end - at).unwrap_or_default();
    let last = before.last().filter(|last| last.line == line).map_or("", Item::word);
    let what = |what, end| {
        let brackets = (
            piece.starts_with(['(', '[']),
            piece.trim_end_matches([':', ',', ';', '*', '.', '_']).ends_with([')', ']']),
        );
        Item {
            span: Span::new(at, end),
            line,
            column: at - start,
            gap,
            what,
            brackets,
            colon: piece.trim_end_matches(['*', ')']).ends_with(':'),
            stop: piece.ends_with('.'),
            capital: piece.starts_with(char::is_uppercase),
            crowded: false,
        }
    };
    if is_plain_word(piece) {
        return what(What::Word(lower(piece)), end);
    }
    let following = text.get(end..).unwrap_or_default().trim_start_matches(' ');
    let digits = piece.trim_end_matches([',', ':', ';', '.', '*', ')']);
    if let Some(date) = date(digits) {
        return what(date, end);
    }
    if let Some(year) = year(digits).filter(|_| !piece.contains("),")) {
        return what(What::Year(year), end);
    }
    let next = first_word(following);
    if let Ok(day) = digits.parse::<u8>()
        && (1..=31).contains(&day)
        && (month(last).is_some()
            || (month(&next).is_some() && (gap != Gap::Wide || is_dated(following)))
            || piece.ends_with(','))
    {
        return what(What::Day(day), end);
    }
    if is_thousands(piece) {
        return what(What::Word(lower(piece)), end);
    }
    let named = LENGTHS.contains(&&*next) || NUMBERED.contains(&last) || (LABELS.contains(&last) && digits.len() == 2);
    if !named && let Some(cell) = cell::read(text, at) {
        let end = cell.span.end;
        // The mark of a footnote is no cell where no cell follows.
        let after_word = before.last().is_some_and(|item| matches!(item.what, What::Word(_)));
        let noted = cell.like_note && gap == Gap::Narrow && after_word && !begins_cell(text, end);
        // A hyphen or a star between words is no cell.
        let marks = cell.mark != Mark::Nil || gap != Gap::Narrow || !is_between_words(before.last(), text, end);
        if marks && !noted {
            let end = middle(text, &cell).unwrap_or(end);
            return what(What::Cell(Box::new(cell)), end);
        }
    }
    what(What::Word(lower(piece)), end)
}

/// Whether the piece is a unit and no figure: "$000", "(000)", "£'000", "000's".
fn is_thousands(piece: &str) -> bool {
    let Some(at) = piece.find("000") else { return false };
    let (before, after) = piece.split_at(at);
    let after = after.trim_start_matches("000").trim_end_matches([')', ']', ',', ':', ';', '.']);
    let marked = before.ends_with(['$', '€', '£', '¥', '₹', '(', '[', '\'', '’']) || !after.is_empty();
    let figureless = !before.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    marked && figureless && matches!(after, "" | "s" | "'s" | "’s")
}

/// Whether nothing but a word can begin here: letters alone, and none that lead to a cell or stand for one.
fn is_plain_word(piece: &str) -> bool {
    let letters = piece.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters && !(piece.starts_with(['a', 'A', 'u', 'U', 'd', 'D', 'n', 'N', 'c']) && cell::is_word(piece))
}

/// Whether what follows on the line looks like the beginning of a cell.
fn begins_cell(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default().trim_start_matches(' ');
    rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '(' | '—' | '–' | '-' | '€' | '£'))
}

/// Where the middle of a range ends that is told beside it: "$10.60 – $10.70 / $10.65".
fn middle(text: &str, cell: &Cell) -> Option<usize> {
    let rest = text.get(cell.span.end..)?.strip_prefix(" / ")?;
    let figure = cell::read(text, text.len() - rest.len())?;
    (cell.low != cell.high).then_some(figure.span.end)
}

/// Whether a dash has a word at either side.
fn is_between_words(before: Option<&Item>, text: &str, end: usize) -> bool {
    let word = before.is_some_and(|item| matches!(item.what, What::Word(_)));
    let following = text.get(end..).unwrap_or_default();
    word && following.trim_start_matches(' ').starts_with(char::is_alphabetic) && !following.starts_with("  ")
}

fn first_word(text: &str) -> Cow<'_, str> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len()).min(24);
    let end = (0..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    lower(text.get(..end).unwrap_or_default())
}

/// A word in lower case, without the marks and notes around it: "Sales1,2" is "sales", "(Unaudited)" is "unaudited".
fn lower(piece: &str) -> Cow<'_, str> {
    if piece.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(piece);
    }
    let bare = piece.trim_matches(|c: char| {
        matches!(c, ',' | ';' | '*' | '_' | '†' | '‡' | '(' | ')' | '[' | ']' | '"' | '“' | '”')
    });
    let word = bare.trim_end_matches([':', '.', ',']);
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let noted = stem.len() > 3 && stem.chars().all(|c| c.is_alphabetic() || matches!(c, '(' | ')' | '-' | '/' | '%'));
    let word = if noted { stem.trim_end_matches([')', '(']) } else { word };
    let is_odd = |c: char| LIGATURES.iter().any(|(odd, _)| *odd == c);
    if !word.contains(is_odd) {
        return Cow::Owned(word.to_lowercase());
    }
    let plain = LIGATURES.iter().fold(word.to_owned(), |word, (from, to)| word.replace(*from, to));
    Cow::Owned(plain.to_lowercase())
}

/// Letters drawn as one, and what some documents have in their place; and the curly apostrophe.
const LIGATURES: [(char, &str); 8] =
    [('’', "'"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬀ', "ff"), ('Þ', "fi"), ('ð', "fi"), ('Ý', "fl"), ('Ð', "ff")];

fn year(digits: &str) -> Option<u16> {
    let plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|year| plain && (1990..2100).contains(year))
}

fn date(digits: &str) -> Option<What<'static>> {
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
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

/// The items of a whole text.
#[cfg(test)]
pub(super) fn all(text: &str) -> Vec<Item<'_>> {
    read(text, &Stretch::whole(text))
}

#[cfg(test)]
mod tests {
    use super::{What, all};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let show = |what: &What| match what {
            What::Word(word) => word.to_string(),
            What::Cell(cell) => format!("[{}]", cell.span.of(text)),
            What::Year(year) => format!("y{year}"),
            What::Day(day) => format!("d{day}"),
            What::Date(year, month, day) => format!("{year}/{month}/{day}"),
        };
        let shown: Vec<String> = all(text).iter().map(|item| show(&item.what)).collect();
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
