//! Links that a terminal follows to a line of a file, by the escape sequence that is known as OSC 8.

use std::path::{Component, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use crate::model::Report;
use crate::renderer::View;

/// The address of a document's file.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    address: String,
}

impl Link {
    /// The link to the document's file, where it comes from one and links are wanted.
    pub(crate) fn of(report: &Report, view: &View) -> Option<Self> {
        let folder = view.links.as_deref()?;
        let file = report.document.file.as_deref()?;
        Some(Self { address: address(&folder.join(file)) })
    }

    /// A text that leads to a line of the file.
    pub(crate) fn around(&self, line: usize, text: &str) -> String {
        format!("{}{text}{CLOSE}", self.open(line))
    }

    /// What comes before a text that leads to a line of the file.
    pub(crate) fn open(&self, line: usize) -> String {
        format!("\u{1b}]8;;{}#{line}\u{1b}\\", self.address)
    }
}

/// What comes after a text that leads anywhere.
pub(crate) const CLOSE: &str = "\u{1b}]8;;\u{1b}\\";

/// What stands in an address as it is, besides letters and digits.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address of an absolute path: `file:///home/ann/my%20article.txt`, `file:///C:/my%20article.txt`.
fn address(path: &Path) -> String {
    let mut address = "file://".to_owned();
    for part in path.components() {
        match part {
            Component::Prefix(drive) => {
                let drive = drive.as_os_str().to_string_lossy().replace('\\', "/");
                address.push('/');
                let parts = drive.split(['/', ':']).filter(|part| !part.is_empty());
                address.push_str(&parts.map(|part| encoded(part.as_bytes())).collect::<Vec<_>>().join("/"));
                address.push_str(if drive.ends_with(':') { ":" } else { "" });
            }
            Component::RootDir | Component::CurDir => {}
            Component::ParentDir => address.push_str("/.."),
            Component::Normal(name) => {
                address.push('/');
                address.push_str(&encoded(name.as_encoded_bytes()));
            }
        }
    }
    address
}

fn encoded(bytes: &[u8]) -> String {
    percent_encode(bytes, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::Link;
    use crate::renderer::{View, sample};
    use std::path::Path;

    #[track_caller]
    fn check(file: Option<&str>, expected: Option<&str>) {
        let mut report = sample::meta();
        report.document.file = file.map(|file| Path::new(file).into());
        let view = View { links: Some(Path::new("/home/ann").into()), ..View::default() };
        let shown = Link::of(&report, &view).map(|link| link.around(7, "x"));
        let expected = expected.map(|address| format!("\u{1b}]8;;{address}\u{1b}\\x\u{1b}]8;;\u{1b}\\"));
        assert_eq!(shown, expected);
        assert!(Link::of(&report, &View::default()).is_none());
    }

    #[test]
    fn addresses_are_absolute_and_encoded() {
        check(None, None);
        check(Some("./q4/my article.txt"), Some("file:///home/ann/q4/my%20article.txt#7"));
        check(Some("/a/100%#?é\u{1b}.txt"), Some("file:///a/100%25%23%3F%C3%A9%1B.txt#7"));
    }
}
