//! A heading in capitals that was run together with the sentence below it: "OUTLOOK The company expects".

use crate::model::Span;

/// Words that alone, or last of two, are a heading.
static HEADINGS: &[&str] = &[
    "OUTLOOK", "GUIDANCE", "HIGHLIGHTS", "RESULTS", "SUMMARY", "OVERVIEW", "FORECAST", "PERFORMANCE", "REVIEW",
    "UPDATE", "DIVIDEND", "DIVIDENDS", "EARNINGS", "RESULT", "PROSPECTS", "BACKGROUND", "CONTEXT",
];

/// What goes on with a name in capitals: "ACME STEEL WORKS Ltd", "ACME STEEL WORKS Reports".
static GOES_ON: &[&str] = &[
    "Inc", "Corp", "Corporation", "Co", "Company", "Ltd", "Limited", "Plc", "Group", "Holdings", "Holding", "Bank",
    "Reports", "Reported", "Announces", "Announced", "Posts", "Posted", "Said", "Says", "Chief", "Chairman",
    "President",
];

/// So many words are a heading, whatever they say, where one of them is no abbreviation.
const ENOUGH: usize = 3;
const LONG: usize = 5;

/// Where the sentence of `text[span]` begins behind such a heading; `None` where it has none.
pub(super) fn heading_end(text: &str, span: Span) -> Option<usize> {
    let rest = text.get(span.start..span.end)?;
    if !matches!(rest.as_bytes(), [first, second, ..] if first.is_ascii_uppercase() && second.is_ascii_uppercase()) {
        return None;
    }
    let mut at = 0;
    let (mut count, mut long, mut last) = (0, false, "");
    for word in rest.split_inclusive(char::is_whitespace) {
        let word_end = at + word.len();
        let word = word.trim_end();
        if !is_in_capitals(word) {
            let heading = count >= ENOUGH && long || (1..ENOUGH).contains(&count) && HEADINGS.contains(&last);
            return (heading && opens(word)).then_some(span.start + at);
        }
        (count, long, last) = (count + 1, long || is_long(word), word);
        at = word_end;
    }
    None
}

fn is_long(word: &str) -> bool {
    word.bytes().filter(u8::is_ascii_uppercase).count() >= LONG
}

fn is_in_capitals(word: &str) -> bool {
    let joint = |byte: u8| matches!(byte, b',' | b'-' | b'&' | b'\'' | b'/') || byte.is_ascii_digit();
    let letters = word.bytes().any(|byte| byte.is_ascii_uppercase());
    (letters || word == "&" || word == "-") && word.bytes().all(|byte| byte.is_ascii_uppercase() || joint(byte))
}

/// Whether a word opens a sentence, and does not go on with a name.
fn opens(word: &str) -> bool {
    let plain = word.trim_end_matches(['.', ',']);
    let begins =
        matches!(word.as_bytes(), [first, second, ..] if first.is_ascii_uppercase() && second.is_ascii_lowercase());
    begins && !GOES_ON.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::heading_end;
    use crate::model::Span;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let end = heading_end(text, Span::new(0, text.len()));
        assert_eq!(end.map(|end| &text[end..]), expected, "{text}");
    }

    #[test]
    fn headings_run_together_with_a_sentence() {
        check("OUTLOOK The company expects sales.", Some("The company expects sales."));
        check("CAUTION FOR Q2 Acme said it expects", Some("Acme said it expects"));
        check("SECOND-QUARTER HIGHLIGHTS Revenue was", Some("Revenue was"));
    }

    #[test]
    fn names_in_capitals_are_none() {
        for text in [
            "ACME STEEL WORKS Ltd said", "ACME STEEL WORKS reported", "IBM CEO Jane Doe said", "US GDP rose",
            "NEW YORK (Wire) -", "ACME STEEL WORKS Reports Results", "ACME Revenue", "AB",
        ] {
            check(text, None);
        }
    }
}
