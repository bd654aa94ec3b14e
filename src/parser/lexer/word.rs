//! The words of a sentence: letters, numbers and symbols, each with its place in the article and its number in the
//! lexicon. What a run of words means is left to the readers of quantities, periods and phrases.

use crate::model::Span;
use crate::parser::lexer::begins::{Beginnings, Begins};
use crate::parser::sentence::Sentence;
use crate::parser::vocabulary::lexicon::{self, Lexicon, WordId};
use crate::parser::vocabulary::{currencies, periods};

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, perhaps with digits after the first: "revenue", "Q4", "SG&A", "U.S.".
    Letters,
    /// Digits with the separators inside: "48.4", "1,234,567".
    Number,
    /// One character that is neither: "$", "%", "–". The possessive "'s" is a symbol of its own, `'`.
    Symbol(char),
}

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the article.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
    /// Its number in the lexicon, case folded; [`WordId::UNKNOWN`] or [`WordId::CODE`] where no table knows it.
    pub id: WordId,
    /// What may begin with it.
    pub begins: Begins,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it stands right behind the word before it, with no space between.
    pub glued: bool,
}

impl Word {
    /// Whether it is this symbol.
    pub fn is(&self, symbol: char) -> bool {
        self.kind == WordKind::Symbol(symbol)
    }

    /// Whether it is a hyphen or dash of any length.
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, WordKind::Symbol('-' | '‐' | '‑' | '–' | '—' | '−'))
    }
}

/// The words of a document's first sentences, read once for all who need them.
#[derive(Default)]
pub struct Opening {
    words: Vec<Word>,
    /// Where each sentence's words end.
    ends: Vec<usize>,
}

impl Opening {
    /// Reads the sentences that begin before `limit`.
    pub fn read(text: &str, sentences: &[Sentence], limit: usize) -> Self {
        let mut opening = Self { words: Vec::with_capacity(limit.min(text.len()) / BYTES_A_WORD), ends: Vec::new() };
        for sentence in sentences.iter().take_while(|sentence| sentence.span.start < limit) {
            read(text, sentence.span, &mut opening.words);
            opening.ends.push(opening.words.len());
        }
        opening
    }

    /// The words of a sentence, by its place in the document, if it is one of these.
    pub fn of(&self, sentence: usize) -> Option<&[Word]> {
        let start = sentence.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.words.get(start..*self.ends.get(sentence)?)
    }
}

/// How long a word is with the blank behind it, or somewhat less.
const BYTES_A_WORD: usize = 5;

/// Appends the words of `text[span]` to `words`.
pub fn read(text: &str, span: Span, words: &mut Vec<Word>) {
    let (lexicon, beginnings) = (Lexicon::get(), Beginnings::get());
    let bytes = &text.as_bytes()[..span.end.min(text.len())];
    let mut at = span.start;
    let mut end_of_last = usize::MAX;
    while at < bytes.len() {
        let first = bytes[at];
        if first.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let usual = if first.is_ascii_alphabetic() { lexicon.usual_word(text.as_bytes(), at) } else { None };
        if let Some((end, id)) =
            usual.filter(|(end, id)| *end <= bytes.len() && (id.is_known() || scale_end(bytes, at, *end) == *end))
        {
            let (capital, glued) = (first.is_ascii_uppercase(), end_of_last == at);
            let begins = beginnings.of(id);
            words.push(Word { span: Span::new(at, end), kind: WordKind::Letters, id, begins, capital, glued });
            end_of_last = end;
            at = end + usize::from(bytes.get(end) == Some(&b' '));
            continue;
        }
        let (end, kind) = match first {
            b'0'..=b'9' => (number_end(bytes, at), WordKind::Number),
            b'a'..=b'z' | b'A'..=b'Z' => (scale_end(bytes, at, letters_end(text, bytes, at)), WordKind::Letters),
            b'\'' => (apostrophe_end(bytes, at, at + 1), WordKind::Symbol('\'')),
            0..=0x7f => (at + 1, WordKind::Symbol(first as char)),
            _ => match beyond_ascii(text, bytes, at) {
                Ok(word) => word,
                Err(blank) => {
                    at = blank;
                    continue;
                }
            },
        };
        let (id, begins) = match kind {
            WordKind::Letters => {
                let id = id(lexicon, text, at, end);
                (id, beginnings.of(id))
            }
            WordKind::Number => (WordId::UNKNOWN, Begins::DIGITS),
            WordKind::Symbol(_) => (WordId::UNKNOWN, Begins::NOTHING),
        };
        let capital = first.is_ascii_uppercase() || (first >= 0x80 && starts_upper(text, at));
        words.push(Word { span: Span::new(at, end), kind, id, begins, capital, glued: end_of_last == at });
        end_of_last = end;
        at = end;
    }
}

/// The word's number; that of "EPS" for an "EPS2" whose digit is the mark of a footnote.
fn id(lexicon: &Lexicon, text: &str, at: usize, end: usize) -> WordId {
    let bytes = text.as_bytes();
    let id = lexicon.id_at(bytes, at, end);
    if id.is_known() {
        return id;
    }
    let word = bytes.get(at..end).unwrap_or_default();
    if periods::may_be_code(word) {
        return WordId::CODE;
    }
    let noted =
        word.len() > 3 && matches!(word, [.., letter, digit] if letter.is_ascii_alphabetic() && digit.is_ascii_digit());
    if noted { lexicon.id_at(bytes, at, end - 1) } else { id }
}

/// End of the word that begins with a character beyond ASCII, and its kind; `Err` with the end of a blank.
fn beyond_ascii(text: &str, bytes: &[u8], at: usize) -> Result<(usize, WordKind), usize> {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return Err(at + 1) };
    let end = at + c.len_utf8();
    match c {
        '’' | '‘' => Ok((apostrophe_end(bytes, at, end), WordKind::Symbol('\''))),
        _ if is_note(c) => Err(end),
        // "Â£5m": the sign was decoded twice, and this half says nothing.
        'Â' if text.get(end..).is_some_and(|rest| rest.starts_with(['£', '¥', '¢'])) => Err(end),
        _ if c.is_alphabetic() => Ok((letters_end(text, bytes, at), WordKind::Letters)),
        _ if c.is_whitespace() || is_invisible(c) => Err(end),
        _ => Ok((end, WordKind::Symbol(c))),
    }
}

/// Characters that take no room: they part words no more than they join them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Characters that only lead to a footnote: "EBITDA†", "sales¹", a raised caret. The two among the modifiers that names
/// are spelt with are letters.
fn is_note(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2b0}'..='\u{2ba}' | '\u{2bd}'..='\u{2ff}' | '\u{2070}'..='\u{209c}' | '†' | '‡')
}

fn starts_upper(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// The possessive "'s" is one symbol; an apostrophe alone is itself.
fn apostrophe_end(bytes: &[u8], at: usize, end: usize) -> usize {
    let after_letter =
        at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80 || bytes[at - 1] == b'.');
    let possessive =
        matches!(bytes.get(end), Some(b's' | b'S')) && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
    if after_letter && possessive { end + 1 } else { end }
}

/// "1,234,567.89": separators count where a digit follows.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b',' | b'.'), Some(next)) if next.is_ascii_digit() => at += 1,
            _ => return at,
        }
    }
}

/// The words of scales and rates that lists without their line breaks run into the next item: "Rs 432 croreMargin".
const SCALES: [&[u8]; 7] = [b"crore", b"million", b"billion", b"lakh", b"mln", b"bln", b"pct"];

/// Where a word of scale ends that the next item was run into; `end` for all others.
fn scale_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let word = bytes.get(start..end).unwrap_or_default();
    if !matches!(word.first(), Some(b'c' | b'm' | b'b' | b'l' | b'p')) {
        return end;
    }
    let runs_on = |scale: &&&[u8]| word.starts_with(scale) && word.get(scale.len()).is_some_and(u8::is_ascii_uppercase);
    SCALES.iter().find(runs_on).map_or(end, |scale| start + scale.len())
}

/// "SG&A", "U.S.", "Q4", "don't", "Nestlé"; but a currency ends where its number begins: "USD34.6", "Rs5".
fn letters_end(text: &str, bytes: &[u8], start: usize) -> usize {
    let run = |at: usize| (at + lexicon::letters(text.as_bytes(), at)).min(bytes.len());
    let mut at = run(start);
    while let Some(&byte) = bytes.get(at) {
        let joins = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                at = run(at);
                continue;
            }
            b'0'..=b'9' if at - start <= 5 && is_currency(bytes, start, at) => return at,
            b'0'..=b'9' => 1,
            b'&' if bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) => 1,
            b'.' if is_abbreviation(bytes, start, at) => 1,
            b'\'' if is_contraction(bytes, at + 1) => 1,
            0x80.. => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some('’') if is_contraction(bytes, at + '’'.len_utf8()) => '’'.len_utf8(),
                Some(c) if c.is_alphanumeric() && !is_note(c) => c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        };
        at += joins;
    }
    at
}

/// Whether the letters before the digit at `at` are a currency.
fn is_currency(bytes: &[u8], start: usize, at: usize) -> bool {
    let after_dollar = start > 0 && bytes[start - 1] == b'$';
    match &bytes[start..at] {
        b"R" => is_rand(bytes, at),
        letters => currencies::is_glued_prefix(letters, after_dollar),
    }
}

/// "R5.25", "R550 million", "R2bn", but not "R2".
fn is_rand(bytes: &[u8], at: usize) -> bool {
    let end = number_end(bytes, at);
    let scaled = [" million", " billion", " trillion", "bn", "m "];
    bytes[at..end].contains(&b'.')
        || bytes[at..end].contains(&b',')
        || scaled.iter().any(|scale| bytes[end..].starts_with(scale.as_bytes()))
}

/// The dot at `at` belongs to single letters with dots between: "U.S.", "a.m.".
fn is_abbreviation(bytes: &[u8], start: usize, at: usize) -> bool {
    let single = at == start + 1 || (at >= start + 2 && bytes[at - 2] == b'.');
    let next_is_letter = bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
    let then_ends = !bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric);
    single && ((next_is_letter && then_ends) || at > start + 1)
}

/// "don't", "we'll", "O'Neill", but not the possessive "'s".
fn is_contraction(bytes: &[u8], after: usize) -> bool {
    let next = bytes.get(after).copied().unwrap_or_default();
    let possessive = matches!(next, b's' | b'S') && !bytes.get(after + 1).is_some_and(u8::is_ascii_alphanumeric);
    next.is_ascii_alphabetic() && !possessive
}

#[cfg(test)]
mod tests {
    use super::{Word, read};
    use crate::model::Span;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut words: Vec<Word> = Vec::new();
        read(text, Span::new(0, text.len()), &mut words);
        let found: Vec<_> = words.iter().map(|word| word.span.of(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn words_numbers_and_symbols() {
        check("Meta's net income rose 21% to $48.4 billion.", "Meta|'s|net|income|rose|21|%|to|$|48.4|billion|.");
        check("SG&A in the U.S. was £850m; don't ask", "SG&A|in|the|U.S.|was|£|850|m|;|don't|ask");
        check("analysts’ view: 1,234,567.", "analysts|’|view|:|1,234,567|.");
        check("Nestlé’s Q4 – 60–65bn", "Nestlé|’s|Q4|–|60|–|65|bn");
        check("USD34.6, Rs16,189 and R2.7bn; $US5m", "USD|34.6|,|Rs|16,189|and|R|2.7|bn|;|$|US|5|m");
        check("to Â£51.6m, Âge", "to|£|51.6|m|,|Âge");
        check("R2 and RM10, COVID19", "R2|and|RM|10|,|COVID19");
        check("EBITDAˆ rose, sales¹ and FFO‡ of Hawaiʻi", "EBITDA|rose|,|sales|and|FFO|of|Hawaiʻi");
        check("the 10-K, 4Q24 and FY2024", "the|10|-|K|,|4|Q24|and|FY2024");
    }

    #[test]
    fn any_bytes_give_ordered_words() {
        for text in ["", "’", "'s", ".&'", "a.b.c.", "\u{feff}x\u{200b}y", "é.’é", "1,", "1.2.3.4"] {
            let mut words = Vec::new();
            read(text, Span::new(0, text.len()), &mut words);
            assert!(words.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{text}");
            assert!(words.iter().all(|word| text.get(word.span.start..word.span.end).is_some_and(|t| !t.is_empty())));
        }
    }
}
