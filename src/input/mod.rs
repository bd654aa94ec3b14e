//! Bytes to documents: files, folders, standard input, JSON lines, HTML.
//!
//! Two steps, so that many workers can share them. [`parcels`] goes through the sources in order and does no more than
//! finding where one document ends and the next begins; [`Parcel::open`] reads, decodes and parses one of them.

mod decode;
mod encoding;
mod file;
pub mod html;
mod jsonl;
mod name;
mod options;
mod parcel;
mod plain;
mod refusal;
mod walk;

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use name::{Hints, name_hints};
pub use options::{DEFAULT_LIMIT, InputFormat, Options, Told};
pub use parcel::Parcel;
pub use refusal::{Failure, Refusal, io_reason};
pub use walk::Filter;

/// Where documents come from.
pub enum Source {
    /// A file or a folder.
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
                InputFormat::Text | InputFormat::Html => false,
                InputFormat::Jsonl => true,
            };
            Ok(Self::Stream { reader, lines })
        };
        settle().map_err(|refusal| Failure { name: STREAM.to_owned(), line: None, refusal })
    }

    /// Whether it may hold more than one document.
    pub fn is_several(&self, format: InputFormat) -> bool {
        match self {
            Self::Path(path) => path.is_dir() || has_lines(path, format),
            Self::Stream { lines, .. } => *lines,
        }
    }
}

/// The name of standard input.
const STREAM: &str = "-";

/// Goes through the sources in order; a file that is met twice is read once. Files are opened one at a time, streams
/// read as far as they are asked for.
pub fn parcels(sources: Vec<Source>, options: Arc<Options>) -> impl Iterator<Item = Parcel> + Send + 'static {
    let finder = Arc::clone(&options);
    let mut seen = walk::Seen::default();
    let found = sources.into_iter().flat_map(move |source| found(source, &finder));
    found
        .filter(move |found| !matches!(found, Found::File(path) if !seen.is_new(path)))
        .flat_map(move |found| opened(found, &options))
}

/// How many bytes there are to read, as far as that can be told beforehand.
pub fn total_size(sources: &[Source], options: &Options) -> Option<u64> {
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    sources.iter().try_fold(0_u64, |total, source| match source {
        Source::Path(path) if path.is_dir() => {
            Some(walk::files(path, &options.filter).flatten().fold(total, |sum, file| sum.saturating_add(size(&file))))
        }
        Source::Path(path) => Some(total.saturating_add(size(path))),
        Source::Stream { .. } => None,
    })
}

/// What a source leads to.
enum Found {
    File(PathBuf),
    Stream { reader: Box<dyn BufRead + Send>, lines: bool },
    Failed(Failure),
}

fn found(source: Source, options: &Options) -> Box<dyn Iterator<Item = Found> + Send> {
    match source {
        Source::Path(path) if path.is_dir() => {
            let output = options.output.clone();
            let files = walk::files(&path, &options.filter).filter(move |file| {
                let is_output = |path: &PathBuf| path.canonicalize().is_ok_and(|path| Some(path) == output);
                output.is_none() || !file.as_ref().is_ok_and(is_output)
            });
            Box::new(files.map(|file| file.map_or_else(Found::Failed, Found::File)))
        }
        Source::Path(path) => Box::new(std::iter::once(Found::File(path))),
        Source::Stream { reader, lines } => Box::new(std::iter::once(Found::Stream { reader, lines })),
    }
}

type Parcels = Box<dyn Iterator<Item = Parcel> + Send>;

fn opened(found: Found, options: &Options) -> Parcels {
    match found {
        Found::File(path) if has_lines(&path, options.format) => {
            let name = path.display().to_string();
            match file::open(&path) {
                Ok(reader) => of_lines(reader, &name, options.limit),
                Err(refusal) => one(Parcel::Failed(Failure { name, line: None, refusal })),
            }
        }
        Found::File(path) => one(Parcel::File(path)),
        Found::Stream { reader, lines: true } => of_lines(reader, STREAM, options.limit),
        Found::Stream { reader, lines: false } => {
            let name = STREAM.to_owned();
            one(match file::drain(reader, options.limit) {
                Ok(bytes) => Parcel::Text { name, bytes },
                Err(refusal) => Parcel::Failed(Failure { name, line: None, refusal }),
            })
        }
        Found::Failed(failure) => one(Parcel::Failed(failure)),
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
        InputFormat::Text | InputFormat::Html => false,
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

#[cfg(test)]
mod tests {
    use super::{InputFormat, Options, Source, Told, parcels};
    use std::io::Cursor;
    use std::sync::Arc;

    #[track_caller]
    fn check(stream: &str, format: InputFormat, expected: &[&str]) {
        let told = Told { company: Some("Acme".to_owned()), ..Told::default() };
        let options = Arc::new(Options { format, limit: 40, told, ..Options::default() });
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
