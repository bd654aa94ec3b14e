//! JSON lines: one document a line, taken one line at a time.

use std::borrow::Cow;
use std::io::{self, BufRead};

use serde::Deserialize;

use crate::input::decode::{Decoded, replaced};
use crate::input::{Refusal, name_hints};
use crate::model::Document;

/// The document of one line. `place` names a document without an id: `feed.jsonl:3`.
///
/// # Errors
/// What is no JSON object with a text in it.
pub(crate) fn document(line: &[u8], place: impl FnOnce() -> String) -> Result<Document, Refusal> {
    let (line, encoding) = match std::str::from_utf8(line) {
        Ok(line) => (Cow::Borrowed(line), None),
        Err(_) => {
            let Decoded { text, warning } = replaced(line);
            (Cow::Owned(text), warning)
        }
    };
    if line.trim_start().starts_with('[') {
        return Err(Refusal::BadLine("it is an array; write one object a line".to_owned()));
    }
    let line: Line<'_> = serde_json::from_str(&line).map_err(|error| Refusal::BadLine(reason(&error)))?;
    let text = line.text.ok_or_else(|| Refusal::BadLine("it has no \"text\"; give each line one".to_owned()))?;
    if text.trim().is_empty() {
        return Err(Refusal::BadLine("its \"text\" is empty; leave the line out or fill it".to_owned()));
    }
    let mut warnings: Vec<String> = encoding.into_iter().collect();
    let name = line.id.map_or_else(place, Id::into_name);
    let hints = name_hints(&name);
    Ok(Document {
        file: None,
        name,
        text: text.into(),
        date: told("date", line.date, &mut warnings),
        company: line.company.filter(|name| !name.trim().is_empty()),
        ticker: line.ticker.filter(|ticker| !ticker.trim().is_empty()),
        period: told("period", line.period, &mut warnings),
        hint_period: hints.period,
        hint_ticker: hints.ticker,
        warnings,
    })
}

/// One line, as it is written. Unknown keys are ignored; whatever is not the text may be null or absent.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<Id<'a>>,
    text: Option<String>,
    date: Option<Cow<'a, str>>,
    company: Option<String>,
    ticker: Option<String>,
    period: Option<Cow<'a, str>>,
}

/// Identifiers are strings or numbers; a report gives them as strings.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id<'a> {
    Text(Cow<'a, str>),
    Number(serde_json::Number),
}

impl Id<'_> {
    fn into_name(self) -> String {
        match self {
            Self::Text(text) => text.into_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A date or period that cannot be read is left out with a warning: the text is worth reading all the same.
fn told<T: std::str::FromStr<Err = String>>(
    key: &str,
    value: Option<Cow<'_, str>>,
    warnings: &mut Vec<String>,
) -> Option<T> {
    let value = value.filter(|value| !value.trim().is_empty())?;
    match value.trim().parse() {
        Ok(read) => Some(read),
        Err(why) => {
            warnings.push(format!("\"{key}\" was left out: {why}"));
            None
        }
    }
}

/// What is wrong with a line; of its own position serde knows only the column.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default().to_lowercase();
    match error.classify() {
        serde_json::error::Category::Data => {
            format!("it is no document ({what}); write {{\"id\": ..., \"text\": ...}}")
        }
        serde_json::error::Category::Io | serde_json::error::Category::Syntax | serde_json::error::Category::Eof => {
            format!("it is not JSON ({what} at column {}); write one object a line", error.column())
        }
    }
}

/// The lines of a stream, with their numbers from 1; blank ones are left out. Never holds more than one line, nor more
/// than `limit` bytes of it.
pub(crate) struct Lines<R> {
    reader: R,
    limit: usize,
    number: u64,
    broken: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R, limit: u64) -> Self {
        Self { reader, limit: usize::try_from(limit).unwrap_or(usize::MAX), number: 0, broken: false }
    }

    /// The next line without its end, or `None` at the end of the stream.
    fn line(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        let mut line = Vec::new();
        let (mut any, mut ended, mut too_long) = (false, false, false);
        while !ended {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            let end = memchr::memchr(b'\n', buffer);
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            any |= !buffer.is_empty();
            ended = end.is_some() || buffer.is_empty();
            too_long |= line.len().saturating_add(part.len()) > self.limit;
            if too_long {
                line = Vec::new();
            } else {
                line.extend_from_slice(part);
            }
            let used = part.len().saturating_add(usize::from(end.is_some()));
            self.reader.consume(used);
        }
        let limit = u64::try_from(self.limit).unwrap_or(u64::MAX);
        if too_long { Err(Refusal::TooLarge { limit }) } else { Ok(any.then_some(line)) }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = (u64, Result<Vec<u8>, Refusal>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            self.number = self.number.saturating_add(1);
            match self.line() {
                Ok(None) => return None,
                Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some((self.number, Ok(without_mark(line, self.number)))),
                Err(refusal) => {
                    self.broken = matches!(refusal, Refusal::Io(_));
                    return Some((self.number, Err(refusal)));
                }
            }
        }
        None
    }
}

fn without_mark(mut line: Vec<u8>, number: u64) -> Vec<u8> {
    if number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
        line.drain(..3);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{Lines, document};

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let shown = match document(line.as_bytes(), || "feed:7".to_owned()) {
            Ok(d) => format!(
                "{} {:?} {} {} {} {} {}",
                d.name,
                d.text,
                d.date.map_or("-".to_owned(), |date| date.to_string()),
                d.company.unwrap_or("-".to_owned()),
                d.ticker.unwrap_or("-".to_owned()),
                d.period.map_or("-".to_owned(), |period| period.to_string()),
                d.warnings.join("; "),
            ),
            Err(refusal) => refusal.to_string(),
        };
        assert_eq!(shown.trim_end(), expected);
    }

    #[test]
    fn a_line_is_a_document() {
        check(r#"{"id": "a", "text": "x\ny\u00e9"}"#, "a \"x\\nyé\" - - - -");
        check(
            r#"{"text": "x", "id": 12, "date": "2024-10-30T08:00:00Z", "company": "Acme", "ticker": "ACM", "period": "2024-Q3", "tags": [1, {"a": null}]}"#,
            "12 \"x\" 2024-10-30 Acme ACM 2024-Q3",
        );
        check(
            r#"{"id": null, "text": "x", "date": null, "company": null, "ticker": "", "period": null}"#,
            "feed:7 \"x\" - - - -",
        );
    }

    #[test]
    fn what_is_told_wrongly_is_left_out_with_a_warning() {
        check(
            r#"{"id": "a", "text": "x", "date": "Oct 30"}"#,
            "a \"x\" - - - - \"date\" was left out: 'Oct 30' is not a date; write it as 2024-10-30",
        );
    }

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        check("{\"id\": ", "it is not JSON (eof while parsing a value at column 7); write one object a line");
        check("not json", "it is not JSON (expected ident at column 2); write one object a line");
        check("[1, \"a\"]", "it is an array; write one object a line");
        check(
            "7",
            "it is no document (invalid type: integer `7`, expected struct line); write {\"id\": ..., \"text\": ...}",
        );
        check(r#"{"id": "a"}"#, "it has no \"text\"; give each line one");
        check(r#"{"id": "a", "text": " "}"#, "its \"text\" is empty; leave the line out or fill it");
    }

    #[test]
    fn lines_are_numbered_bounded_and_keep_going() {
        let text = b"\xEF\xBB\xBFone\r\n\n  \ntoo long a line\nlast";
        let lines: Vec<String> = Lines::new(&text[..], 8)
            .map(|(number, line)| match line {
                Ok(line) => format!("{number} {}", String::from_utf8_lossy(&line).trim_end()),
                Err(refusal) => format!("{number} {refusal}"),
            })
            .collect();
        assert_eq!(lines, ["1 one", "4 it is larger than 8 bytes; raise the limit with --max-bytes", "5 last"]);
    }
}
