//! How inputs are read, and what is said of them.

use std::path::PathBuf;

use crate::input::Filter;
use crate::model::{Date, Period};

/// What `--input-format` says of the inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputFormat {
    /// JSON lines where the name ends in `.jsonl` or `.ndjson`, or standard input begins with `{`; HTML where the name
    /// ends in `.html` or `.htm`, or the text looks like it; else text.
    #[default]
    Auto,
    /// One text a file.
    Text,
    /// One page a file; tags are taken out.
    Html,
    /// One document a line.
    Jsonl,
}

impl InputFormat {
    /// Every format, in the order of the help.
    pub const ALL: &'static [Self] = &[Self::Auto, Self::Text, Self::Html, Self::Jsonl];

    /// The name that `--input-format` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Text => "text",
            Self::Html => "html",
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
    /// Which files in folders are read.
    pub filter: Filter,
    /// A file that is not read when it is met in a folder, because the output goes there.
    pub output: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: InputFormat::Auto,
            limit: DEFAULT_LIMIT,
            told: Told::default(),
            filter: Filter::default(),
            output: None,
        }
    }
}

/// The limit on one document unless told otherwise: 256 MiB.
pub const DEFAULT_LIMIT: u64 = 256 << 20;
