//! Tickers behind a name: "(ROST.O)", "(NYSE: AAP)", "(AMT)", `<KRA>`, "FGL.AX".

use crate::model::Span;

/// A ticker, and where what holds it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticker {
    /// The ticker alone: "NYSE: AAP" without "NYSE:".
    pub span: Span,
    /// Offset just past the closing bracket.
    pub end: usize,
    /// Whether it can be nothing else. "(AMT)" alone could be an abbreviation of the name.
    pub certain: bool,
}

/// The ticker that stands right behind offset `at`, if one does.
pub(super) fn read(text: &str, at: usize) -> Option<Ticker> {
    let rest = text.get(at..)?;
    let start = at + (rest.len() - rest.trim_start_matches([' ', ',']).len());
    let rest = text.get(start..)?;
    let close = match rest.as_bytes().first()? {
        b'(' => b')',
        b'<' => b'>',
        _ => return bare(text, start),
    };
    let length = rest.bytes().take(40).position(|byte| byte == close)?;
    let inner = Span::new(start + 1, start + length);
    let end = start + length + 1;
    let trimmed = trim(text, inner);
    if let Some(colon) = trimmed.of(text).find(':') {
        return listed(text, trimmed, colon).map(|span| Ticker { span, end, certain: true });
    }
    let code = trimmed.of(text);
    let certain = is_ric(code) || (close == b'>' && is_wire_code(code));
    (certain || is_code(code, 5)).then_some(Ticker { span: trimmed, end, certain })
}

/// The first "(NYSE: AAP)" in the beginning of a text, wherever it stands.
pub(super) fn listed_in(text: &str, limit: usize) -> Option<&str> {
    let brackets = memchr::memchr_iter(b'(', text.as_bytes()).take_while(|at| *at < limit);
    let named = |at: usize| {
        read(text, at).filter(|ticker| ticker.certain && text.get(at..ticker.end).is_some_and(|t| t.contains(':')))
    };
    brackets.filter_map(named).next().map(|ticker| ticker.span.of(text))
}

/// "NYSE: AAP" and "NASDAQ GS:META; TSX: X": the first code behind a colon.
fn listed(text: &str, inner: Span, colon: usize) -> Option<Span> {
    let exchange = inner.of(text).get(..colon)?;
    let named = !exchange.is_empty()
        && exchange.len() <= 16
        && exchange.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b'-'))
        && exchange.starts_with(|c: char| c.is_ascii_uppercase());
    let code = trim(text, Span::new(inner.start + colon + 1, inner.end));
    let length = code.of(text).find([';', ',', ' ', '/']).unwrap_or(code.end - code.start);
    let code = Span::new(code.start, code.start + length);
    (named && is_code(code.of(text), 8)).then_some(code)
}

/// A Reuters code without brackets: "Dress Barn Inc DBRN.O".
fn bare(text: &str, start: usize) -> Option<Ticker> {
    let rest = text.get(start..)?;
    let length = rest.bytes().take(12).take_while(|b| b.is_ascii_alphanumeric() || *b == b'.').count();
    let code = rest.get(..length)?.trim_end_matches('.');
    is_ric(code).then(|| Ticker { span: Span::new(start, start + code.len()), end: start + code.len(), certain: true })
}

/// Letters or digits, a dot, and an exchange of one to three letters: "HLUNa.CO", "5108.T".
fn is_ric(code: &str) -> bool {
    code.rsplit_once('.').is_some_and(|(stem, exchange)| {
        (1..=8).contains(&stem.len())
            && stem.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
            && stem.bytes().all(|b| b.is_ascii_alphanumeric())
            && (stem.len() > 1 || exchange.len() > 1 || matches!(exchange, "N" | "O" | "L" | "T"))
            && (1..=3).contains(&exchange.len())
            && exchange.bytes().all(|b| b.is_ascii_uppercase())
            && !matches!(code, "U.S" | "U.K" | "P.M" | "A.M" | "D.C" | "N.Y" | "N.J")
    })
}

/// The codes that wires set in angle brackets: "PHAB ST", "RABN.A".
fn is_wire_code(code: &str) -> bool {
    (1..=8).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b' ' | b'.'))
}

fn is_code(code: &str, longest: usize) -> bool {
    (1..=longest).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.')
        && code.bytes().any(|b| b.is_ascii_uppercase())
}

fn trim(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start().len());
    Span::new(start, start + inner.trim().len())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, bool)>) {
        let found = read(text, 0).map(|ticker| (ticker.span.of(text), ticker.certain));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn brackets_hold_tickers() {
        check(" (ROST.O) surged", Some(("ROST.O", true)));
        check(" ( FDO.N ) said", Some(("FDO.N", true)));
        check(" (HLUNa.CO)", Some(("HLUNa.CO", true)));
        check(" (5108.T)", Some(("5108.T", true)));
        check(" (NYSE: AAP)", Some(("AAP", true)));
        check(" (NASDAQ:META)", Some(("META", true)));
        check(" (TSX: ABC; NYSE: ABC)", Some(("ABC", true)));
        check(" (AMT) on Tuesday", Some(("AMT", false)));
        check(" <KRA> 3RD QTR", Some(("KRA", true)));
        check(" DBRN.O and others", Some(("DBRN.O", true)));
        check(", 7974.OS", Some(("7974.OS", true)));
    }

    #[test]
    fn other_brackets_do_not() {
        check(" (Reuters) - Sharp", None);
        check(" ($1.2 billion)", None);
        check(" (FY2024: $3)", None);
        check(" U.S. sales", None);
        check(" (", None);
        check("", None);
        check(" (é)", None);
    }
}
