//! Words that stand for nothing but themselves in Markdown.

use crate::renderer::text::printable;

/// A text on one line, with everything that Markdown or HTML would read as more than itself escaped.
///
/// Tags and entities become entities, because some readers know no other way; the rest gets a backslash.
pub(crate) fn escaped(text: &str) -> String {
    let text = printable(text);
    let mut shown = String::with_capacity(text.len());
    let mut next = text.chars().peekable();
    while let Some(c) = next.next() {
        match c {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            // Before a digit it is a price, and nothing begins there.
            '$' if next.peek().is_some_and(char::is_ascii_digit) => shown.push(c),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => shown.extend(['\\', c]),
            c => shown.push(c),
        }
    }
    shown
}

/// The same where a line begins with it: there more has a meaning.
pub(crate) fn escaped_line(text: &str) -> String {
    let shown = escaped(text);
    let digits = shown.len() - shown.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = shown.split_at(digits);
    let is_list = digits > 0 && rest.starts_with(['.', ')']);
    let begins = digits == 0 && rest.starts_with(['#', '+', '-', '=']);
    if is_list || begins { format!("{number}\\{rest}") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_line};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// What a reader of Markdown sees of a cell.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escaped(text), expected);
        let table = format!("| A | B |\n| --- | --- |\n| {expected} | end |\n");
        let events: Vec<_> = Parser::new_ext(&table, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).collect();
        let cells = events.iter().filter(|event| matches!(event, Event::Start(Tag::TableCell))).count();
        let words = events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(&**text),
            _ => None,
        });
        assert_eq!((words.collect::<String>(), cells), (format!("AB{text}end"), 4), "{table}");
    }

    #[test]
    fn every_text_stands_for_itself() {
        check("Revenue of $5 billion (up 3%)", "Revenue of $5 billion (up 3%)");
        check("a|b\\|c\\", "a\\|b\\\\\\|c\\\\");
        check("<b>&lt;</b>", "&lt;b&gt;&amp;lt;&lt;/b&gt;");
        check("`code` *bold* _it_ ~no~ $x$", "\\`code\\` \\*bold\\* \\_it\\_ \\~no\\~ \\$x\\$");
        check("![x](http:) [y]", "!\\[x\\](http:) \\[y\\]");
        assert_eq!(escaped("a\nb\u{1b}[2J"), "a b\\\\u{1b}\\[2J");
    }

    #[test]
    fn nothing_begins_a_list_or_a_heading() {
        let lines = ["1. one", "# two", "- three", "+4%", "5 six", "= 7"].map(escaped_line);
        assert_eq!(lines, ["1\\. one", "\\# two", "\\- three", "\\+4%", "5 six", "\\= 7"]);
    }
}
