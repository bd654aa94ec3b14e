//! Why an input could not be read, in words that say what to do about it.

use std::fmt;
use std::io;

/// Why an input is not read.
#[derive(Debug)]
pub enum Refusal {
    /// Nothing in it, or nothing but white space.
    Empty,
    /// A page on which there is nothing to read.
    NoWords,
    /// Bytes that are no text.
    NotText {
        /// What it is instead: "a PDF file".
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// More bytes than `--max-bytes` allows.
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// A line of JSON lines that is no document.
    BadLine(String),
    /// The system's refusal.
    Io(io::Error),
}

impl Refusal {
    /// Bytes of which nothing more is known than that they are no text.
    pub(crate) const BINARY: Self =
        Self::NotText { what: "not text in UTF-8", remedy: "convert it first, for instance with iconv" };
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it is empty; give a file with text in it"),
            Self::NoWords => f.write_str("it has no words outside its tags; save the page as a reader sees it"),
            Self::NotText { what, remedy } => write!(f, "it is {what}; {remedy}"),
            Self::TooLarge { limit } => write!(f, "it is larger than {limit} bytes; raise the limit with --max-bytes"),
            Self::BadLine(why) => write!(f, "{why}"),
            Self::Io(error) => f.write_str(&io_reason(error)),
        }
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The system's refusal in our words: what is wrong, and what to do.
pub fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied; check the rights of the file and its folder".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder; name a file in it".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only; choose another folder".to_owned(),
        io::ErrorKind::StorageFull => "no space is left; make some, or choose another folder".to_owned(),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            format!("it is damaged or cut short ({error}); check the file")
        }
        _ => error.to_string().to_lowercase(),
    }
}

/// One input, or one line of it, that could not be read.
#[derive(Debug)]
pub struct Failure {
    /// The path, or `-` for standard input.
    pub name: String,
    /// For JSON lines, which line, from 1.
    pub line: Option<u64>,
    /// Why.
    pub refusal: Refusal,
}

/// What, where, what to do. The name is as the system gives it: who prints it sees to control characters.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.name == "-" { "standard input" } else { &self.name };
        write!(f, "cannot read {}", name)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::{Failure, Refusal};

    #[track_caller]
    fn check(name: &str, line: Option<u64>, refusal: Refusal, expected: &str) {
        assert_eq!(Failure { name: name.to_owned(), line, refusal }.to_string(), expected);
    }

    #[test]
    fn a_failure_says_what_where_and_what_to_do() {
        check("a.txt", None, Refusal::Empty, "cannot read a.txt: it is empty; give a file with text in it");
        check("-", Some(3), Refusal::BadLine("no".into()), "cannot read standard input, line 3: no");
        check(
            "big.txt",
            None,
            Refusal::TooLarge { limit: 9 },
            "cannot read big.txt: it is larger than 9 bytes; raise the limit with --max-bytes",
        );
    }
}
