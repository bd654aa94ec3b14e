//! Bytes to documents: files, standard input, JSON lines.
//!
//! Two steps, so that many workers can share them. [`parcels`] goes through the sources in order and does no more than
//! finding where one document ends and the next begins; [`Parcel::open`] reads, decodes and parses one of them.

mod decode;
mod file;
mod jsonl;
mod name;
mod refusal;

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Date, Document, Period};

pub use name::{Hints, name_hints};
pub use refusal::{Failure, Refusal, io_reason};

/// What `--input-format` says of the inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputFormat {
    /// JSON lines where the name ends in `.jsonl` or `.ndjson`, or standard input begins with `{`; else text.
    #[default]
    Auto,
    /// One text a file.
    Text,
    /// One document a line.
    Jsonl,
}

impl InputFormat {
    /// Every format, in the order of the help.
    pub const ALL: &'static [Self] = &[Self::Auto, Self::Text, Self::Jsonl];

    /// The name that `--input-format` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Text => "text",
            Self::Jsonl => "jsonl",
        }
    }
}

/// What somebody says of all documents, for where a document itself says nothing.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Whose results.
    pub company: Option<String>,
    /// The period that is reported on.
    pub period: Option<Period>,
    /// When it was published.
    pub date: Option<Date>,
}

/// How inputs are read.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the inputs are.
    pub format: InputFormat,
    /// The most bytes that one document may have.
    pub limit: u64,
    /// What is said of all documents.
    pub told: Told,
}

impl Default for Options {
    fn default() -> Self {
        Self { format: InputFormat::Auto, limit: DEFAULT_LIMIT, told: Told::default() }
    }
}

/// The limit on one document unless told otherwise: 256 MiB.
pub const DEFAULT_LIMIT: u64 = 256 << 20;

/// Where documents come from.
pub enum Source {
    /// A file.
    Path(PathBuf),
    /// Standard input, or what stands for it.
    Stream {
        /// Where to read, unpacked.
        reader: Box<dyn BufRead + Send>,
        /// Whether every line is a document.
        lines: bool,
    },
}

impl Source {
    /// A stream, of which it is settled here whether it holds one text or JSON lines. Waits for its first bytes.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn stream(reader: Box<dyn BufRead + Send>, format: InputFormat) -> Result<Self, Failure> {
        let settle = || {
            let mut reader = file::unpacked(reader)?;
            let lines = match format {
                InputFormat::Auto => reader.fill_buf()?.trim_ascii_start().starts_with(b"{"),
                InputFormat::Text => false,
                InputFormat::Jsonl => true,
            };
            Ok(Self::Stream { reader, lines })
        };
        settle().map_err(|refusal| Failure { name: STREAM.to_owned(), line: None, refusal })
    }

    /// Whether it may hold more than one document.
    pub fn is_several(&self, format: InputFormat) -> bool {
        match self {
            Self::Path(path) => has_lines(path, format),
            Self::Stream { lines, .. } => *lines,
        }
    }
}

/// The name of standard input.
const STREAM: &str = "-";

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

/// Goes through the sources in order. Files are opened one at a time, streams read as far as they are asked for.
pub fn parcels(sources: Vec<Source>, options: Arc<Options>) -> impl Iterator<Item = Parcel> + Send + 'static {
    sources.into_iter().flat_map(move |source| of_source(source, &options))
}

type Parcels = Box<dyn Iterator<Item = Parcel> + Send>;

fn of_source(source: Source, options: &Options) -> Parcels {
    match source {
        Source::Path(path) if has_lines(&path, options.format) => {
            let name = path.display().to_string();
            match file::open(&path) {
                Ok(reader) => of_lines(reader, &name, options.limit),
                Err(refusal) => one(Parcel::Failed(Failure { name, line: None, refusal })),
            }
        }
        Source::Path(path) => one(Parcel::File(path)),
        Source::Stream { reader, lines: true } => of_lines(reader, STREAM, options.limit),
        Source::Stream { reader, lines: false } => {
            let name = STREAM.to_owned();
            one(match file::drain(reader, options.limit) {
                Ok(bytes) => Parcel::Text { name, bytes },
                Err(refusal) => Parcel::Failed(Failure { name, line: None, refusal }),
            })
        }
    }
}

fn one(parcel: Parcel) -> Parcels {
    Box::new(std::iter::once(parcel))
}

fn of_lines(reader: Box<dyn BufRead + Send>, name: &str, limit: u64) -> Parcels {
    let source: Arc<str> = name.into();
    Box::new(jsonl::Lines::new(reader, limit).map(move |(number, line)| match line {
        Ok(bytes) => Parcel::Line { source: Arc::clone(&source), number, bytes },
        Err(refusal) => Parcel::Failed(Failure { name: source.to_string(), line: Some(number), refusal }),
    }))
}

fn has_lines(path: &Path, format: InputFormat) -> bool {
    match format {
        InputFormat::Auto => ending(path).is_some_and(|ending| ["jsonl", "ndjson"].contains(&ending.as_str())),
        InputFormat::Text => false,
        InputFormat::Jsonl => true,
    }
}

/// What a file's name ends in, in lower case, `.gz` aside.
fn ending(path: &Path) -> Option<String> {
    let last = |path: &Path| path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    match last(path) {
        Some(ending) if ending == "gz" => path.file_stem().and_then(|stem| last(Path::new(stem))),
        other => other,
    }
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
                text(name, file::read(&path, options.limit))
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
    match bytes.and_then(decode::decode) {
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

#[cfg(test)]
mod tests {
    use super::{InputFormat, Options, Source, Told, parcels};
    use std::io::Cursor;
    use std::sync::Arc;

    #[track_caller]
    fn check(stream: &str, format: InputFormat, expected: &[&str]) {
        let told = Told { company: Some("Acme".to_owned()), ..Told::default() };
        let options = Arc::new(Options { format, limit: 40, told });
        let source = Source::stream(Box::new(Cursor::new(stream.to_owned())), format).unwrap();
        let shown: Vec<String> = parcels(vec![source], Arc::clone(&options))
            .map(|parcel| match parcel.open(&options) {
                Ok(document) => format!("{} {} {}", document.name, document.company.unwrap(), document.text),
                Err(failure) => failure.to_string(),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_stream_is_one_text_or_many_lines() {
        check("Revenue rose.", InputFormat::Auto, &["- Acme Revenue rose."]);
        check("{\"text\": \"a\"}\n{\"id\": 5, \"text\": \"b\"}", InputFormat::Auto, &["-:1 Acme a", "5 Acme b"]);
        check("{\"text\": \"a\"}", InputFormat::Text, &["- Acme {\"text\": \"a\"}"]);
        check("{\"text\": \"a\", \"company\": \"Other\"}", InputFormat::Jsonl, &["-:1 Other a"]);
    }

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let long = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"b\"}}", "a".repeat(50));
        check(
            &long,
            InputFormat::Jsonl,
            &[
                "cannot read standard input, line 1: it is larger than 40 bytes; raise the limit with --max-bytes",
                "-:2 Acme b",
            ],
        );
        check("", InputFormat::Jsonl, &[]);
        check("", InputFormat::Auto, &["cannot read standard input: it is empty; give a file with text in it"]);
    }

    #[test]
    fn files_are_named_and_hint_at_their_period() {
        let path = std::env::temp_dir().join(format!("topline-{}-ACM_q4_2020.txt", std::process::id()));
        std::fs::write(&path, "Revenue rose.").unwrap();
        let options = Arc::new(Options::default());
        let mut documents = parcels(vec![Source::Path(path.clone())], Arc::clone(&options));
        let document = documents.next().unwrap().open(&options).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(document.hint_period.unwrap().to_string(), "2020-Q4");
        assert!(documents.next().is_none());
    }
}
