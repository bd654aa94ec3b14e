//! One document before it is read: found on one thread, opened on another.

use std::path::PathBuf;
use std::sync::Arc;

use crate::input::decode::decode;
use crate::input::{Failure, Options, Refusal, Told, file, jsonl, name_hints};
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
                let document = text(name, file::read(&path, options.limit));
                document.map(|document| Document { file: Some(path.into()), ..document })
            }
            Self::Text { name, bytes } => text(name, Ok(bytes)),
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

fn text(name: String, bytes: Result<Vec<u8>, Refusal>) -> Result<Document, Failure> {
    match bytes.and_then(decode) {
        Ok(decoded) => {
            let hints = name_hints(&name);
            let (hint_period, hint_ticker) = (hints.period, hints.ticker);
            let warnings = decoded.warning.into_iter().collect();
            Ok(Document { hint_period, hint_ticker, warnings, ..Document::new(name, decoded.text) })
        }
        Err(refusal) => Err(Failure { name, line: None, refusal }),
    }
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
