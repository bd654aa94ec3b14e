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

/// The sentences of a text, in order and apart.
pub fn split(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (line, end) in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).enumerate() {
        split_line(text, trim(text, start, end), line, &mut sentences);
        start = end + 1;
    }
    sentences
}

fn trim(text: &str, start: usize, end: usize) -> Span {
    let line = text.get(start..end).unwrap_or_default();
    let lead = line.len() - line.trim_start().len();
    Span::new(start + lead, start + lead.max(line.trim_end().len()))
}

fn split_line(text: &str, line: Span, number: usize, sentences: &mut Vec<Sentence>) {
    let bytes = text.as_bytes();
    let block = block(line.of(text));
    let mut start = line.start;
    let mut at = line.start;
    while let Some(next) = next_stop(&bytes[at..line.end]) {
        at += next + 1;
        if let Some(end) = sentence_end(text, line, at) {
            push(text, Span::new(start, end), block, number, sentences);
            start = end;
            at = end;
        }
    }
    push(text, Span::new(start, line.end), block, number, sentences);
}

fn next_stop(bytes: &[u8]) -> Option<usize> {
    memchr::memchr3(b'.', b'!', b'?', bytes)
}

fn push(text: &str, span: Span, block: Block, line: usize, sentences: &mut Vec<Sentence>) {
    let span = trim(text, span.start, span.end);
    if span.start < span.end {
        sentences.push(Sentence { span, block, line });
    }
}

fn block(line: &str) -> Block {
    let bullet = line.starts_with(['•', '·', '●', '▪', '*', '◦', '‣', '■'])
        || ["- ", "– ", "— "].iter().any(|dash| line.starts_with(dash));
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
    (spaced && begins && !is_abbreviation(text, line.start, at)).then_some(at + closing)
}

/// Whether the full stop just before `at` belongs to an abbreviation.
fn is_abbreviation(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[at - 1] != b'.' {
        return false;
    }
    let head = &bytes[start..at - 1];
    let length = head.iter().rev().take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
    let word = &head[head.len() - length..];
    let initial = word.len() == 1 && word[0].is_ascii_uppercase();
    initial || ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
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
        check("“We grew.” Sales rose.", &["“We grew.”", "Sales rose."]);
        check("EPS was 46 cents adj. vs. 40 cents", &["EPS was 46 cents adj. vs. 40 cents"]);
        check("One\n\n  Two  \r\nThree", &["One", "Two", "Three"]);
        check("", &[]);
        check("... . !", &["... . !"]);
    }
}
