//! Text to sentences: where each begins and ends in the article, and what sort of line it stands on.

mod bullet;
mod capitals;
mod line;

use crate::model::Span;
use crate::parser::sentence::bullet::{Glyphs, is_bullet};
use crate::parser::sentence::line::Lines;

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
    let (lines, mut glyphs) = (Lines::read(text), Glyphs::of(text));
    let mut sentences = Vec::with_capacity(lines.count());
    for (lines, paragraph) in lines.paragraphs().filter(|(_, paragraph)| paragraph.start < paragraph.end) {
        let (mut number, broken) = (*lines.start(), lines.start() < lines.end());
        let mut items = bullet::items(text, paragraph, &mut glyphs).peekable();
        while let Some(item) = items.next() {
            let listed = items.peek().is_some();
            split_line(text, item, Line { number, broken, listed }, &mut sentences);
            if listed {
                mark_heading(text, item, &mut sentences);
                number += if broken { breaks(item.of(text)) } else { 0 };
            }
        }
    }
    sentences
}

/// What stands further behind the last bullet of a list than this, in bytes, and begins a sentence is no longer of its
/// item, but text that was run together with it.
const ITEM: usize = 400;

/// Headings are no longer than this, in bytes.
const HEADING: usize = 200;

/// What stands right before a bullet, in a sentence of its own without a stop, heads the list.
fn mark_heading(text: &str, item: Span, sentences: &mut [Sentence]) {
    let Some(last) = sentences.last_mut() else { return };
    let own = last.span.start > item.start || last.block != Block::Bullet;
    let open = !last.span.of(text).ends_with(['.', '!', '?', ';', ',']);
    if own && open && last.span.end - last.span.start <= HEADING {
        last.block = Block::Heading;
    }
}

/// What is known of a line, or of an item of one, before it is parted.
struct Line {
    /// Its number.
    number: usize,
    /// Whether it is of a paragraph of several lines.
    broken: bool,
    /// Whether another item follows in it.
    listed: bool,
}

fn breaks(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

/// Parts a line, or an item of one.
fn split_line(text: &str, line: Span, Line { mut number, broken, listed }: Line, sentences: &mut Vec<Sentence>) {
    let bytes = text.as_bytes();
    let first = block(line.of(text));
    let block = |start: usize| if !listed && start > line.start + ITEM { Block::Prose } else { first };
    let mut start = line.start;
    let mut at = line.start;
    while let Some(next) = next_stop(&bytes[at..line.end]) {
        at += next + 1;
        if let Some(end) = sentence_end(text, line, at) {
            push(text, Span::new(start, end), block(start), number, sentences);
            number += if broken { breaks(Span::new(start, end).of(text)) } else { 0 };
            start = end;
            at = end;
        }
    }
    push(text, Span::new(start, line.end), block(start), number, sentences);
}

fn next_stop(bytes: &[u8]) -> Option<usize> {
    memchr::memchr3(b'.', b'!', b'?', bytes)
}

/// No sentence is longer, in bytes, nor has more figures: what no writer ends is ended at a blank. The stages behind look
/// back and forth in a sentence, and shall not do so in twenty megabytes.
const LONGEST: usize = 6000;
const MOST_FIGURES: usize = 400;

fn push(text: &str, span: Span, block: Block, mut line: usize, sentences: &mut Vec<Sentence>) {
    let mut start = span.start;
    while start < span.end {
        let end = part_end(text, start, span.end);
        let part = line::trim(text, start, end);
        let lead = if part.start > start { breaks(Span::new(start, part.start).of(text)) } else { 0 };
        if part.start < part.end {
            push_part(text, part, block, line + lead, sentences);
        }
        line += if end < span.end { breaks(Span::new(start, end).of(text)) } else { 0 };
        start = end;
    }
}

/// Adds a sentence, without the heading in capitals that it may have run into.
fn push_part(text: &str, part: Span, block: Block, line: usize, sentences: &mut Vec<Sentence>) {
    let headed = if block == Block::Prose { capitals::heading_end(text, part) } else { None };
    let Some(start) = headed else {
        sentences.push(Sentence { span: part, block, line });
        return;
    };
    let heading = line::trim(text, part.start, start);
    sentences.push(Sentence { span: heading, block: Block::Heading, line });
    sentences.push(Sentence {
        span: Span::new(start, part.end),
        block,
        line: line + breaks(Span::new(part.start, start).of(text)),
    });
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
    let ends = |line: &str| line.ends_with(['.', '!', '?', ',', ';']);
    let ends = ends(line) || ends(line.trim_end_matches(['"', '”', '’', '\'', ')']));
    match (bullet, ends || line.len() > HEADING) {
        (true, _) => Block::Bullet,
        (false, true) => Block::Prose,
        (false, false) => Block::Heading,
    }
}

/// The end of the sentence whose stop stands just before `at`, closing quotes included; `None` where the stop ends none.
fn sentence_end(text: &str, line: Span, at: usize) -> Option<usize> {
    if text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
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

    #[test]
    fn broken_lines_of_items_and_of_double_spaced_text_are_joined() {
        check(
            "As a share of sales, expenses decreased to 23.5% compared to\n23.9% in fiscal 2021, as fewer people were hired.",
            &[
                "As a share of sales, expenses decreased to 23.5% compared to\n23.9% in fiscal 2021, as fewer people were hired.",
            ],
        );
        check(
            "  \u{f0b7}   Operating margin of 3.9% to 4.1%, against a prior 3.7%\n      to 4.1%\n  \u{f0b7}   Capital spending of $850 million",
            &[
                "\u{f0b7}   Operating margin of 3.9% to 4.1%, against a prior 3.7%\n      to 4.1%",
                "\u{f0b7}   Capital spending of $850 million",
            ],
        );
        let first = "Sales of our foods and drinks rose in every\n\nregion, and we now expect them to rise 10 percent\n\n(previously 8 percent) and our earnings by a lot\n\nmore than that, as the costs of our ingredients\n\nhave come down.";
        check(&format!("{first}\n\nOutlook"), &[first, "Outlook"]);
    }
}
