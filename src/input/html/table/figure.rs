//! Which cells are figures, and which are the signs that stand beside figures in cells of their own.

/// Words between the figures of a cell: "approximately $5.00 to $5.20 billion".
static BETWEEN: &[&str] = &[
    "to", "and", "-", "–", "—", "−", "--", "~", "+/-", "±", "approximately", "approx.", "about", "around", "up",
    "down", "over", "million", "billion", "trillion", "thousand", "crore", "lakh", "per", "share", "cents", "bps",
    "bp", "pts", "pt", "pp", "ppt", "points", "percent", "x", "$", "€", "£", "¥", "%", "(", ")", "or", "less", "more",
];

/// Cells that say that there is no figure.
static NONE: &[&str] = &[
    "—", "–", "-", "--", "−", "---", "nm", "n/m", "nmf", "n.m.", "na", "n/a", "n.a.", "nil", "*", "**", "$—", "$–",
    "$-",
];

/// What may stand in front of the digits, signs and brackets aside.
static CURRENCIES: &[&str] = &[
    "$", "€", "£", "¥", "₹", "us$", "c$", "ca$", "a$", "hk$", "nt$", "s$", "r$", "rmb", "rs", "rs.", "inr", "eur",
    "usd", "gbp", "chf", "sek", "nok", "dkk", "cad", "aud",
];

/// What may stand behind the digits, brackets aside.
static UNITS: &[&str] = &[
    "", "%", "x", "bps", "bp", "pts", "pt", "pp", "ppt", "p", "b", "m", "k", "t", "bn", "mm", "mn", "c", "¢", "+", "*",
    "**", "-", "–",
];

/// Whether a cell holds figures and no words: "$1,234", "(5.2)%", "$5.00 to $5.20", "—", "NM". A bare year is none.
pub(super) fn is_figure(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    if NONE.contains(&text.to_lowercase().as_str()) {
        return true;
    }
    let mut any = false;
    text.split_whitespace().all(|word| {
        let number = is_number(word);
        any |= number && !is_year(word);
        number || BETWEEN.contains(&word.to_lowercase().as_str())
    }) && any
}

/// The sign of a currency or an open bracket, which belongs to the figure on its right.
pub(super) fn is_prefix(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| matches!(c, '(' | '-' | '–' | '−' | ' '));
    let open = text.contains('(') && !text.contains(')');
    text.len() <= 8 && ((bare.is_empty() && open) || CURRENCIES.contains(&bare.to_lowercase().as_str()))
}

/// A closing bracket or a unit, which belongs to the figure on its left.
pub(super) fn is_suffix(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| matches!(c, ')' | ' '));
    let closed = text.contains(')') && !text.contains('(');
    let unit = ["%", "x", "bps", "bp", "pts", "pt", "pp", "ppt", "p", "¢"].contains(&bare.to_lowercase().as_str());
    text.len() <= 6 && ((bare.is_empty() && closed) || unit)
}

/// Whether the sign of a currency may stand in front of it.
pub(super) fn takes_prefix(text: &str) -> bool {
    is_figure(text) || (is_year(text) && !text.is_empty()) || text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a unit may stand behind it.
pub(super) fn takes_suffix(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '—' | '–' | '-' | '%'))
        && text.split_whitespace().next_back().is_some_and(|word| is_number(word) || NONE.contains(&word))
}

/// The figure without the spaces that stand inside it: "$ (1,234 )" is "$(1,234)".
pub(super) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars() {
        let joins = matches!(c, ')' | '%' | ',') && !tidied.trim_end().is_empty();
        if joins && tidied.ends_with(' ') && tidied.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ')') {
            tidied.truncate(tidied.trim_end().len());
        }
        let follows = tidied.ends_with(['$', '€', '£', '¥', '₹', '(']);
        if !(c == ' ' && follows) {
            tidied.push(c);
        }
    }
    tidied
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

fn is_number(word: &str) -> bool {
    let Some(first) = word.find(|c: char| c.is_ascii_digit()) else { return false };
    let (before, rest) = word.split_at(first);
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(rest.len());
    let behind = rest.get(end..).unwrap_or_default();
    let sign = |c: char| matches!(c, '(' | ')' | '[' | ']' | '+' | '-' | '–' | '−' | '~' | '<' | '>' | '≈' | '.' | '±');
    let before = before.trim_matches(sign).to_lowercase();
    let behind = behind.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ';' | ',')).to_lowercase();
    (before.is_empty() || CURRENCIES.contains(&before.as_str()))
        && (UNITS.contains(&behind.as_str()) || is_range(&behind))
}

/// The second half of a range written without spaces: "-5.20" of "$5.00-$5.20".
fn is_range(behind: &str) -> bool {
    let units = behind.trim_start_matches(['%', 'x']);
    units.strip_prefix(['-', '–', '—', '−']).is_some_and(|rest| {
        rest.contains(|c: char| c.is_ascii_digit())
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '$' | '€' | '£' | '%' | 'x'))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_figure, is_prefix, is_suffix, tidy};

    #[track_caller]
    fn check(texts: &[&str], of: fn(&str) -> bool, expected: bool) {
        for text in texts {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn figures_have_no_words_of_their_own() {
        let figures = [
            "$1,234", "(5.2)%", "12.3%", "(12.3)", "—", "NM", "N/A", "$5.00 to $5.20", "$5.00 - $5.20", "~5%", "9.2x",
            "$5.00-$5.20", "5%-7%", "approximately $1.2 billion", "$(1,234)", "US$12", "Rs.12", "150 bps", "+3%",
            ".25",
        ];
        check(&figures, is_figure, true);
        let words = [
            "2023", "Q3 23", "June 30, 2023", "2023 vs 2022", "Net sales", "13 Weeks Ended", "4Q23", "(in millions)",
            "", "Note 3", "10th", "%", "$", "FY2024", "Change",
        ];
        check(&words, is_figure, false);
    }

    #[test]
    fn signs_in_cells_of_their_own() {
        check(&["$", "(", "$(", "($", "€", "US$", "-$"], is_prefix, true);
        check(&["", "-", "Total", "(1)", "$5"], is_prefix, false);
        check(&[")", "%", ")%", "%)", "x", "bps", "pts"], is_suffix, true);
        check(&["", "(1)", "Total", "5%"], is_suffix, false);
    }

    #[test]
    fn spaces_inside_figures_go() {
        for (text, expected) in [("$ (1,234 )", "$(1,234)"), ("12 %", "12%"), ("$ 5.00 to $ 5.20", "$5.00 to $5.20")] {
            assert_eq!(tidy(text), expected);
        }
    }
}
