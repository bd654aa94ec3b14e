//! Names in a sentence: runs of capitalised words that could be a company's, with what ends them.
//! Whether a run is a company's name is for the survey to say.

use std::ops::Range;

use crate::parser::company::hints::{Hints, is, is_possessive};
use crate::parser::lexer::word::{Word, WordKind};
use crate::parser::vocabulary::companies::Hint;

/// A run of words that could be a company's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The words of the short name: "Meta Platforms" of "Meta Platforms, Inc.'s".
    pub words: Range<usize>,
    /// Index just past the full name, the legal form included, before a possessive.
    pub end: usize,
    /// Whether a legal form, or a word such as "Holdings", ends it.
    pub legal: bool,
}

/// The first name that begins at `from` or later.
pub(super) fn next(text: &str, words: &[Word], from: usize, hints: Hints) -> Option<Name> {
    let mut at = from;
    while at < words.len() {
        if begins(text, words, at, hints) {
            let name = grow(text, words, at, hints);
            let lone = name.words.len() == 1;
            let form = lone && hints.any(words.get(at), Hint::LEGAL);
            if !(form || lone && is_index(text, words, at)) {
                return Some(name);
            }
            at = name.end;
        }
        at += 1;
    }
    None
}

/// Whether the word at `at` can be the first of a name.
fn begins(text: &str, words: &[Word], at: usize, hints: Hints) -> bool {
    words.get(at).is_some_and(|word| {
        let never = || hints.of(word).any(Hint::NEVER.and(Hint::TITLE).and(Hint::RIVAL));
        has_capital(text, word)
            && (!never() || next_makes_it_a_name(words, at, hints))
            && !(word.glued && at.checked_sub(1).is_some_and(|before| is(words.get(before), '$')))
    })
}

/// "S&P 500", "CAC 40".
fn is_index(text: &str, words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.span.of(text).bytes().all(|b| b.is_ascii_uppercase() || b == b'&'))
        && words.get(at + 1).is_some_and(|next| next.kind == WordKind::Number && !next.glued)
}

/// "Alpha Natural Inc": a word that is no name begins one.
fn next_makes_it_a_name(words: &[Word], at: usize, hints: Hints) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(|word| word.capital);
    let opens = at == 0 || !hints.any(words.get(at), Hint::NEVER);
    !opens
        && capital(at + 1)
        && capital(at + 2)
        && !hints.any(words.get(at + 1), Hint::NEVER.and(Hint::TITLE))
        && hints.any(words.get(at + 2), Hint::LEGAL)
}

/// A capital first letter, or a second one: "eBay", "iRobot".
pub(super) fn has_capital(text: &str, word: &Word) -> bool {
    word.kind == WordKind::Letters
        && (word.capital
            || (word.span.end > word.span.start + 1
                && text.as_bytes().get(word.span.start + 1).is_some_and(u8::is_ascii_uppercase)))
}

fn grow(text: &str, words: &[Word], start: usize, hints: Hints) -> Name {
    let mut end = start + 1;
    loop {
        if let Some((core, full)) = legal_form(text, words, end, hints) {
            return Name { words: start..core, end: full, legal: true };
        }
        match step(text, words, end, hints) {
            Some(next) => end = next,
            None => break,
        }
    }
    let legal = end > start + 1 && hints.any(words.get(end - 1), Hint::STYLE);
    Name { words: start..end, end, legal }
}

/// Index just past the word that carries the name on from `end`, if one does.
fn step(text: &str, words: &[Word], end: usize, hints: Hints) -> Option<usize> {
    let word = words.get(end)?;
    let after = words.get(end + 1);
    let last = words.get(end.checked_sub(1)?)?;
    if proper(text, Some(word), hints) && !word.glued {
        return (!begins_code(text, words, end)).then_some(end + 1);
    }
    if continues(text, words, end, hints) {
        return Some(end + 1);
    }
    let joined = match word.kind {
        WordKind::Symbol('&') => proper(text, after, hints),
        WordKind::Symbol('-' | '‑') => {
            word.glued && proper(text, after, hints) && after.is_some_and(|next| next.glued)
        }
        // "H. Lundbeck", "J. Jill", "Amazon.com".
        WordKind::Symbol('.') => {
            let initial = last.span.end - last.span.start == 1 && last.capital && proper(text, after, hints);
            let domain = after.is_some_and(|next| next.glued && matches!(next.span.of(text), "com" | "ai" | "io"));
            word.glued && (initial || domain)
        }
        _ => false,
    };
    let bridged = hints.of(word).any(Hint::JOINER) && bridges(text, last, word) && proper(text, after, hints);
    (joined || bridged).then_some(end + 2)
}

/// A word with a capital that is not one of those that never are in a name.
fn proper(text: &str, word: Option<&Word>, hints: Hints) -> bool {
    word.is_some_and(|word| has_capital(text, word) && !hints.of(word).any(Hint::NEVER.and(Hint::TITLE)))
}

/// "Research In Motion", "London Stock Exchange", "Capital One": a capital in mid-name is no accident.
fn continues(text: &str, words: &[Word], at: usize, hints: Hints) -> bool {
    words.get(at).is_some_and(|word| {
        let hint = hints.of(word);
        let after = words.get(at + 1);
        word.kind == WordKind::Letters
            && word.capital
            && hint.any(Hint::NEVER)
            && !hint.any(Hint::TITLE)
            && !word.glued
            && (hint.any(Hint::COMMON)
                || (proper(text, after, hints)
                    && after.is_some_and(|next| !next.glued && !hints.of(next).any(Hint::PLACE))))
    })
}

/// "Dress Barn Inc DBRN.O": a Reuters code is no word of the name.
fn begins_code(text: &str, words: &[Word], at: usize) -> bool {
    let all_capitals = |word: &Word| word.span.of(text).bytes().all(|b| b.is_ascii_uppercase());
    let glued = |at: usize| words.get(at).filter(|word| word.glued);
    words.get(at).is_some_and(all_capitals)
        && glued(at + 1).is_some_and(|dot| dot.is('.'))
        && glued(at + 2).is_some_and(|exchange| exchange.span.end - exchange.span.start <= 3 && all_capitals(exchange))
}

/// "Bank of America", "Guzman y Gomez": not "Bank of the West", and not "Analysts of Acme".
fn bridges(text: &str, last: &Word, joiner: &Word) -> bool {
    match joiner.span.of(text) {
        "of" => matches!(last.span.of(text), "Bank" | "Trust" | "University" | "Board" | "BANK" | "Company"),
        other => other.bytes().all(|b| b.is_ascii_lowercase()),
    }
}

/// Where the short and the full name end, if a legal form stands at `end`: "Deere | & Co".
fn legal_form(text: &str, words: &[Word], end: usize, hints: Hints) -> Option<(usize, usize)> {
    let is_form = |at: usize| {
        words.get(at).is_some_and(|word| {
            hints.of(word).any(Hint::LEGAL) && (word.capital || matches!(word.span.of(text), "plc" | "p.l.c."))
        })
    };
    let bracket =
        is(words.get(end), '(') && is(words.get(end + 2), ')') && words.get(end + 1).is_some_and(|w| w.capital);
    // "McDonald's Corp" is a name of its own, "GAIL (India) Ltd" is GAIL.
    let (core, skip) = match words.get(end) {
        Some(word) if word.is(',') || word.is('&') => (end, 1),
        word if is_possessive(word) => (end + 1, 1),
        _ if bracket => (end, 3),
        _ => (end, 0),
    };
    if !is_form(end + skip) {
        return None;
    }
    let mut full = end + skip + 1;
    loop {
        let more = words.get(full);
        full += match more {
            Some(dot) if dot.is('.') && dot.glued && words.len() > full + 1 => 1,
            Some(comma) if comma.is(',') && is_form(full + 1) => 2,
            Some(_) if is_form(full) => 1,
            _ => return Some((core, full)),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::next;
    use crate::model::Span;
    use crate::parser::company::hints::Hints;
    use crate::parser::lexer::word;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut words = Vec::new();
        word::read(text, Span::new(0, text.len()), &mut words);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(name) = next(text, &words, at, Hints::get()) {
            found.push(Span::new(words[name.words.start].span.start, words[name.words.end - 1].span.end).of(text));
            at = name.end;
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn runs_of_capitals_are_names_and_legal_forms_end_them() {
        check("Taiwan Semiconductor Manufacturing Co on Thursday", &["Taiwan Semiconductor Manufacturing"]);
        check("shares of Meta Platforms, Inc. fell", &["Meta Platforms"]);
        check("Procter & Gamble said", &["Procter & Gamble"]);
        check("Deere & Co ( DE.N ) reported", &["Deere", "DE", "N"]);
        check("At Bank of America, fees rose", &["Bank of America"]);
        check("rival Guzman y Gomez", &["Guzman y Gomez"]);
        check("H. Lundbeck and D.R. Horton Inc.", &["H. Lundbeck", "D.R. Horton"]);
        check("The Coca-Cola Company and eBay Inc.", &["Coca-Cola", "eBay"]);
        check("Goldman Sachs and JPMorgan Chase", &["Goldman Sachs", "JPMorgan Chase"]);
        check("CEO Ed Bastian of Amazon.com", &["Ed Bastian", "Amazon.com"]);
        check("On Tuesday the Analysts", &[]);
        check("McDonald's Corp. said GAIL (India) Ltd", &["McDonald's", "GAIL"]);
        check("at London Stock Exchange Group", &["London Stock Exchange Group"]);
        check("BlackBerry-maker Research In Motion", &["BlackBerry", "Research In Motion"]);
        check("the S&P 500 and S&P Global", &["S&P Global"]);
        check("Hot Topic HOTT.O, meanwhile", &["Hot Topic", "HOTT", "O"]);
        check("Lloyds Banking Group", &["Lloyds Banking Group"]);
        check("", &[]);
    }
}
