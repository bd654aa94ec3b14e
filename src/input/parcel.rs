//! One document before it is read: found on one thread, opened on another.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::input::decode::{Decoded, decode};
use crate::input::{Failure, InputFormat, Options, Refusal, Told, ending, file, html, jsonl, name_hints};
use crate::model::Document;

/// What will be one document, not yet read.
#[derive(Debug)]
pub enum Parcel {
    /// A file with one text in it.
    File(PathBuf),
    /// One text that came through a stream.
    Text {
        /// Its name.
        name: String,
        /// The text as it came.
        bytes: Vec<u8>,
    },
    /// One line of JSON lines.
    Line {
        /// The name of the file or stream.
        source: Arc<str>,
        /// The line's number, from 1.
        number: u64,
        /// The line as it came.
        bytes: Vec<u8>,
    },
    /// What could not be opened.
    Failed(Failure),
}

impl Parcel {
    /// Reads, decodes and parses it.
    ///
    /// # Errors
    /// What cannot be read or is no text, with its name and, for JSON lines, the line.
    pub fn open(self, options: &Options) -> Result<Document, Failure> {
        let document = match self {
            Self::File(path) => {
                let name = path.display().to_string();
                text(name, file::read(&path, options.limit), Some(path), options.format)
            }
            Self::Text { name, bytes } => text(name, Ok(bytes), None, options.format),
            Self::Line { source, number, bytes } => jsonl::document(&bytes, || format!("{source}:{number}"))
                .map_err(|refusal| Failure { name: source.to_string(), line: Some(number), refusal }),
            Self::Failed(failure) => Err(failure),
        };
        document.map(|document| fill(document, &options.told))
    }

    /// About how many bytes there are to read.
    pub fn size(&self) -> u64 {
        match self {
            Self::File(path) => std::fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Self::Text { bytes, .. } | Self::Line { bytes, .. } => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Self::Failed(_) => 0,
        }
    }
}

/// The document of a text, which lies in a file or came through a stream.
fn text(
    name: String,
    bytes: Result<Vec<u8>, Refusal>,
    file: Option<PathBuf>,
    format: InputFormat,
) -> Result<Document, Failure> {
    let read = bytes.and_then(decode).and_then(|decoded| {
        let page = is_page(&decoded.text, &name, format);
        Ok((if page { seen(decoded)? } else { decoded }, page))
    });
    match read {
        Ok((decoded, page)) => {
            let hints = name_hints(&name);
            let (hint_period, hint_ticker) = (hints.period, hints.ticker);
            let warnings = decoded.warning.into_iter().collect();
            // The lines of a page's text are not those of its file.
            let file = file.filter(|_| !page).map(Into::into);
            Ok(Document { file, hint_period, hint_ticker, warnings, ..Document::new(name, decoded.text) })
        }
        Err(refusal) => Err(Failure { name, line: None, refusal }),
    }
}

/// Whether a text is HTML: by what is said of it, by its name, or by its beginning.
fn is_page(text: &str, name: &str, format: InputFormat) -> bool {
    match format {
        InputFormat::Auto => {
            let named = ending(Path::new(name)).is_some_and(|ending| ["html", "htm"].contains(&ending.as_str()));
            named || html::is_html(text)
        }
        InputFormat::Html => true,
        InputFormat::Text | InputFormat::Jsonl => false,
    }
}

/// What a reader sees of a page.
fn seen(page: Decoded) -> Result<Decoded, Refusal> {
    let text = html::text(&page.text);
    if text.is_empty() { Err(Refusal::NoWords) } else { Ok(Decoded { text, ..page }) }
}

/// What a document says of itself goes before what is said of all.
fn fill(document: Document, told: &Told) -> Document {
    Document {
        company: document.company.or_else(|| told.company.clone()),
        period: document.period.or(told.period),
        date: document.date.or(told.date),
        ..document
    }
}
