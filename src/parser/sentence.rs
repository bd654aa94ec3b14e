//! Text to sentences: where each begins and ends in the article, and what sort of line it stands on.

use crate::model::Span;

/// What sort of line a sentence stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Prose,
    /// A short line of its own without a full stop: a headline, a heading.
    Heading,
    /// A list item: "- Revenue: $1.64 billion".
    Bullet,
}

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the article, without white space at its ends.
    pub span: Span,
    /// What sort of line it stands on.
    pub block: Block,
    /// Number of the line that it begins on, from 0; sentences of one line share a paragraph.
    pub line: usize,
}

/// Words after which a full stop ends no sentence.
static ABBREVIATIONS: &[&str] = &[
    "inc", "corp", "co", "ltd", "plc", "mr", "mrs", "ms", "dr", "st", "vs", "no", "nos", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "e.g", "i.e", "approx", "adj", "est", "rs",
    "re", "llc", "bros", "jr", "sr", "gen", "sen", "rep", "gov", "pct", "cos", "cl", "oper", "shr", "shrs", "avg",
    "yr", "qtr", "cts", "mths", "ended", "div", "qtly", "inc's", "cf", "incl", "excl", "fig", "v",
];

/// Words that open a sentence even behind a dotted abbreviation: "sales in the U.S. The company".
static OPENERS: &[&str] = &[
    "The", "A", "An", "It", "Its", "He", "She", "They", "We", "Our", "This", "These", "That", "There", "In", "On",
    "At", "For", "But", "However", "As", "Each", "While", "With", "If", "When", "After",
];

/// The sentences of a text, in order and apart.
pub fn split(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let mut number = 0;
    while let Some(line) = lines.get(number) {
        let joined = lines[number..].windows(2).take_while(|pair| continues(text, pair[0], pair[1], wrapped)).count();
        let last = lines.get(number + joined).unwrap_or(line);
        split_line(text, Span::new(line.text.start, last.text.end), number, &mut sentences);
        number += joined + 1;
    }
    sentences
}

/// One line of the article.
#[derive(Clone, Copy)]
struct Line {
    /// Without white space at its ends.
    text: Span,
    /// How many bytes of white space stand before it.
    indent: usize,
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let trimmed = trim(text, start, end);
        lines.push(Line { text: trimmed, indent: trimmed.start - start });
        start = end + 1;
    }
    lines
}

/// Whether the article's lines are broken at a fixed width, so that a line may go on with a capital or a digit.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let broken = lines.windows(2).filter(|pair| is_broken(text, pair[0], pair[1])).count();
    broken >= 2 && broken * 40 >= lines.len()
}

/// Whether the sentence of the one line goes on in the other, as far as these two can tell.
fn is_broken(text: &str, line: Line, next: Line) -> bool {
    let (this, following) = (line.text.of(text), next.text.of(text));
    (40..=130).contains(&this.len())
        && following.starts_with(|c: char| c.is_ascii_lowercase())
        && !this.ends_with(['.', '!', '?', ':', ';', '"', '”'])
        && !are_rows(this, following)
}

/// Whether the lines are rows of a table, or items of a list ("iPad revenue: $6.91 billion").
fn are_rows(this: &str, following: &str) -> bool {
    [this, following].iter().any(|line| line.contains("   ")) || (this.contains(':') && following.contains(':'))
}

fn continues(text: &str, line: Line, next: Line, wrapped: bool) -> bool {
    is_broken(text, line, next) || (wrapped && is_full_prose(text, line, next))
}

/// Whether the line of a wrapped article is full and in running text, and the next one no new paragraph or item.
fn is_full_prose(text: &str, line: Line, next: Line) -> bool {
    let (this, following) = (line.text.of(text), next.text.of(text));
    let small = || this.bytes().filter(u8::is_ascii_lowercase).count();
    let item = || is_bullet(following) || following.is_empty() || (next.indent > 3 && next.indent != line.indent);
    (40..=130).contains(&this.len())
        && this.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '$' | '%'))
        && small() * 5 >= this.len() * 3
        && !item()
        && !are_rows(this, following)
}

fn is_bullet(line: &str) -> bool {
    line.starts_with(['•', '·', '●', '▪', '*', '◦', '‣', '■'])
        || ["- ", "– ", "— "].iter().any(|dash| line.starts_with(dash))
}

fn trim(text: &str, start: usize, end: usize) -> Span {
    let line = text.get(start..end).unwrap_or_default();
    let lead = line.len() - line.trim_start().len();
    Span::new(start + lead, start + lead.max(line.trim_end().len()))
}

fn split_line(text: &str, line: Span, mut number: usize, sentences: &mut Vec<Sentence>) {
    let bytes = text.as_bytes();
    let broken = memchr::memchr(b'\n', &bytes[line.start..line.end]).is_some();
    let breaks =
        |start: usize, end: usize| if broken { memchr::memchr_iter(b'\n', &bytes[start..end]).count() } else { 0 };
    let block = block(line.of(text));
    let mut start = line.start;
    let mut at = line.start;
    while let Some(next) = next_stop(&bytes[at..line.end]) {
        at += next + 1;
        if let Some(end) = sentence_end(text, line, at) {
            push(text, Span::new(start, end), block, number, sentences);
            number += breaks(start, end);
            start = end;
            at = end;
        }
    }
    push(text, Span::new(start, line.end), block, number, sentences);
}

fn next_stop(bytes: &[u8]) -> Option<usize> {
    memchr::memchr3(b'.', b'!', b'?', bytes)
}

/// No sentence is longer, in bytes, nor has more figures: what no writer ends is ended at a blank. The stages behind look
/// back and forth in a sentence, and shall not do so in twenty megabytes.
const LONGEST: usize = 6000;
const MOST_FIGURES: usize = 400;

fn push(text: &str, span: Span, block: Block, mut line: usize, sentences: &mut Vec<Sentence>) {
    let ends = |place: Span| text.as_bytes()[place.start..place.end].iter().filter(|byte| **byte == b'\n').count();
    let mut start = span.start;
    while start < span.end {
        let end = part_end(text, start, span.end);
        let part = trim(text, start, end);
        let lead = ends(Span::new(start, part.start));
        if part.start < part.end {
            sentences.push(Sentence { span: part, block, line: line + lead });
        }
        line += if end < span.end { ends(Span::new(start, end)) } else { 0 };
        start = end;
    }
}

/// Where a sentence from `start` to `end` is ended at the latest: at its last blank, or anywhere where there is none.
fn part_end(text: &str, start: usize, end: usize) -> usize {
    let limit = start.saturating_add(LONGEST).min(end);
    let limit = last_figure(text.as_bytes(), start, limit).unwrap_or(limit);
    if limit == end {
        return end;
    }
    let limit = text.floor_char_boundary(limit);
    let blank = text.get(start..limit).and_then(|part| part.rfind([' ', '\n', '\t']));
    blank.map_or(limit, |blank| start + blank + 1)
}

/// Where the last figure begins that a sentence from `start` may have, where there is one before `limit`.
fn last_figure(bytes: &[u8], start: usize, limit: usize) -> Option<usize> {
    let part = bytes.get(start..limit).filter(|part| part.len() >= 2 * MOST_FIGURES)?;
    let begins = |pair: &[u8]| !matches!(pair[0], b'0'..=b'9' | b',' | b'.') && pair[1].is_ascii_digit();
    let begun = part.windows(2).enumerate().filter(|(_, pair)| begins(pair));
    begun.map(|(at, _)| start + at + 1).nth(MOST_FIGURES)
}

fn block(line: &str) -> Block {
    let bullet = is_bullet(line);
    let ends = line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ',', ';']);
    match (bullet, ends || line.len() > 200) {
        (true, _) => Block::Bullet,
        (false, true) => Block::Prose,
        (false, false) => Block::Heading,
    }
}

/// The end of the sentence whose stop stands just before `at`, closing quotes included; `None` where the stop ends none.
fn sentence_end(text: &str, line: Span, at: usize) -> Option<usize> {
    let rest = text.get(at..line.end)?;
    let closing: usize =
        rest.chars().take_while(|c| matches!(c, '"' | '”' | '’' | ')' | ']')).map(char::len_utf8).sum();
    let after = &rest[closing..];
    let opens = after.trim_start();
    let spaced = after.len() > opens.len();
    let next = opens.trim_start_matches(['"', '“', '‘', '\'', '(', '[']).chars().next()?;
    let begins =
        next.is_uppercase() || next.is_ascii_digit() || matches!(next, '$' | '€' | '£' | '¥' | '•' | '-' | '–');
    let runs_on = || is_abbreviation(text, line.start, at, opens) || is_broken_decimal(text, line, at);
    let ends = spaced && begins && !is_tag(opens) && !runs_on();
    ends.then_some(at + closing)
}

/// How long a tag is at most, without its brackets.
const LONGEST_TAG: usize = 20;

/// A wire or a ticker alone in brackets, which begins no sentence: "Calif. (AP) _", "Acme Co. (ACM)".
fn is_tag(text: &str) -> bool {
    let close = || text.bytes().take(LONGEST_TAG + 2).position(|b| b == b')');
    let inner = text.strip_prefix('(').and_then(|rest| rest.get(..close()?.checked_sub(1)?));
    inner.is_some_and(|inner| {
        (2..=LONGEST_TAG).contains(&inner.len())
            && inner.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ')
            && inner.split(' ').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
    })
}

/// A blank that slipped into a number behind its point: "$17. 3 billion".
fn is_broken_decimal(text: &str, line: Span, at: usize) -> bool {
    let head = text.get(line.start..at - 1).unwrap_or_default();
    let whole = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let tail = text.get(at..line.end).unwrap_or_default().strip_prefix(' ').unwrap_or_default();
    let fraction = tail.trim_start_matches(|c: char| c.is_ascii_digit());
    let scaled = [" million", " billion", " trillion"].iter().any(|scale| fraction.starts_with(scale));
    whole.len() < head.len()
        && whole.ends_with(['$', '€', '£', '¥'])
        && (1..3).contains(&(tail.len() - fraction.len()))
        && scaled
}

/// Whether the full stop just before `at` belongs to an abbreviation, and `next` goes on with the sentence.
fn is_abbreviation(text: &str, start: usize, at: usize, next: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes[at - 1] != b'.' {
        return false;
    }
    let head = &bytes[start..at - 1];
    let length = head.iter().rev().take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
    let word = &head[head.len() - length..];
    let initial = word.len() == 1 && word[0].is_ascii_uppercase();
    if is_initials(word) {
        let first = next.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        return !OPENERS.contains(&first);
    }
    initial || ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
}

/// "D.R", "N.C", "U.S": single capitals with stops between.
fn is_initials(word: &[u8]) -> bool {
    word.len() > 2 && word.split(|b| *b == b'.').all(|part| matches!(part, [letter] if letter.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = split(text).iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        check("Sales rose. Profit fell.", &["Sales rose.", "Profit fell."]);
        check(
            "Acme Inc. said U.S. sales rose 8.5% to $2.1 billion.",
            &["Acme Inc. said U.S. sales rose 8.5% to $2.1 billion."],
        );
        check("D.R. Horton beat J.C. Penney. It rose.", &["D.R. Horton beat J.C. Penney.", "It rose."]);
        check("Sales rose in the U.S. The company said.", &["Sales rose in the U.S.", "The company said."]);
        for text in ["TEMPE, Ariz. (AP) _ Acme Inc. (ACM) fell", "BOONE, N.C. (Reuters) - Acme fell"] {
            check(text, &[text]);
        }
        check("Sales rose. (The year before had a week less.)", &["Sales rose.", "(The year before had a week less.)"]);
        check("“We grew.” Sales rose.", &["“We grew.”", "Sales rose."]);
        check("EPS was 46 cents adj. vs. 40 cents", &["EPS was 46 cents adj. vs. 40 cents"]);
        check("One\n\n  Two  \r\nThree", &["One", "Two", "Three"]);
        check(
            "Sales rose to $17. 3 billion. Profit fell to $17. 3 of",
            &["Sales rose to $17. 3 billion.", "Profit fell to $17.", "3 of"],
        );
        check(
            "Mac revenue: $8.4 billion vs. $8.02 billion expected\niPad revenue: $6.91 billion",
            &["Mac revenue: $8.4 billion vs. $8.02 billion expected", "iPad revenue: $6.91 billion"],
        );
        check("", &[]);
        check(
            "Earnings per share of the year rose to a record 23.8\nbillion dollars. Sales fell.\n    Shr 10 cts vs 9",
            &[
                "Earnings per share of the year rose to a record 23.8\nbillion dollars.",
                "Sales fell.",
                "Shr 10 cts vs 9",
            ],
        );
        check("... . !", &["... . !"]);
    }

    #[test]
    fn what_no_writer_ends_is_ended_at_a_blank() {
        let parts = |text: &str| split(text).iter().map(|one| one.span.end - one.span.start).collect::<Vec<_>>();
        assert_eq!(parts(&"sales rose ".repeat(1000)), [5994, 5004]);
        assert_eq!(parts(&"é".repeat(5000)), [6000, 4000]);
        assert_eq!(parts(&"up $1 ".repeat(450)), [400 * 6 + 2, 50 * 6 - 4]);
    }
}
