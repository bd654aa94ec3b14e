//! Folders: which files in them are read, and in which order.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use globset::{Glob, GlobSet, GlobSetBuilder};
use walkdir::{DirEntry, WalkDir};

use crate::input::{Failure, ending};

/// The endings of files that are read in a folder, each also with `.gz` behind it.
const ENDINGS: &[&str] = &["txt", "text", "md", "html", "htm", "jsonl", "ndjson"];

/// Which files in a folder are read. Files that are named themselves always are.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these; by ending where there is none.
    only: Option<GlobSet>,
    /// Not these, nor what is in them.
    not: GlobSet,
    /// Whether links may lead out of the folder that is walked.
    follow: bool,
}

impl Filter {
    /// Patterns such as `*.txt`, `2024/**` or `*_q[1-4]_*`. One without a slash is matched with the name of a file or
    /// folder, one with a slash with the path below the folder that is walked.
    ///
    /// # Errors
    /// A pattern that cannot be read, with the reason.
    pub fn new(only: &[String], not: &[String]) -> Result<Self, String> {
        let only = if only.is_empty() { None } else { Some(globs(only)?) };
        Ok(Self { only, not: globs(not)?, follow: false })
    }

    /// The same, with links followed that lead out of the folder.
    #[must_use]
    pub fn following_links(self) -> Self {
        Self { follow: true, ..self }
    }

    fn takes(&self, path: &Path, below: &Path) -> bool {
        let by_ending = || ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
        self.only.as_ref().map_or_else(by_ending, |globs| matches(globs, below))
    }

    fn excludes(&self, below: &Path) -> bool {
        !self.not.is_empty() && matches(&self.not, below)
    }
}

fn globs(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let anywhere = if pattern.contains('/') { pattern.clone() } else { format!("**/{pattern}") };
        let glob = Glob::new(anywhere.trim_end_matches('/'));
        set.add(glob.map_err(|error| format!("'{pattern}' is no pattern: {}", error.kind()))?);
    }
    set.build().map_err(|error| error.to_string())
}

fn matches(globs: &GlobSet, below: &Path) -> bool {
    globs.is_match(below)
}

/// The files in a folder, its folders included, by name. Hidden ones are left out, and links that lead out of the folder
/// unless the filter follows them; a link that leads back to where it came from ends there, since its files are read
/// anyway.
pub(crate) fn files(folder: &Path, filter: &Filter) -> impl Iterator<Item = Result<PathBuf, Failure>> + Send + use<> {
    let (root, filter) = (folder.to_owned(), filter.clone());
    let (root_below, filter_below) = (root.clone(), filter.clone());
    // A folder that cannot be found has nothing in it, and the walk tells so.
    let home = root.canonicalize().unwrap_or_default();
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    let wanted = entries.filter_entry(move |entry| {
        let left_out = || is_hidden(entry) || filter_below.excludes(below(entry.path(), &root_below));
        entry.depth() == 0 || !(left_out() || (!filter_below.follow && leads_out(entry, &home)))
    });
    wanted.filter_map(move |entry| match entry {
        Ok(entry) => {
            let is_read = entry.file_type().is_file() && filter.takes(entry.path(), below(entry.path(), &root));
            is_read.then(|| Ok(entry.into_path()))
        }
        Err(error) if error.loop_ancestor().is_some() => None,
        Err(error) => Some(Err(failure(error, &root))),
    })
}

fn below<'a>(path: &'a Path, root: &Path) -> &'a Path {
    path.strip_prefix(root).unwrap_or(path)
}

fn leads_out(entry: &DirEntry, home: &Path) -> bool {
    entry.path_is_symlink() && entry.path().canonicalize().is_ok_and(|place| !place.starts_with(home))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
}

fn failure(error: walkdir::Error, root: &Path) -> Failure {
    let name = error.path().unwrap_or(root).display().to_string();
    let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
    Failure { name, line: None, refusal: error.into() }
}

/// Which files have been met, by whatever name.
#[derive(Default)]
pub(crate) struct Seen {
    files: HashSet<PathBuf>,
    /// The last folder as it was named, and where it truly is: files come folder by folder.
    last: Option<(PathBuf, PathBuf)>,
}

impl Seen {
    /// Whether this file is met for the first time. One that cannot be found counts as new: opening it will tell.
    pub(crate) fn is_new(&mut self, path: &Path) -> bool {
        self.place(path).is_none_or(|place| self.files.insert(place))
    }

    /// Where the file truly is.
    fn place(&mut self, path: &Path) -> Option<PathBuf> {
        let is_link = path.symlink_metadata().ok()?.is_symlink();
        let (Some(folder), Some(name), false) = (path.parent(), path.file_name(), is_link) else {
            return path.canonicalize().ok();
        };
        if self.last.as_ref().is_none_or(|(named, _)| named != folder) {
            let true_folder = if folder.as_os_str() == OsStr::new("") { Path::new(".") } else { folder };
            self.last = Some((folder.to_owned(), true_folder.canonicalize().ok()?));
        }
        self.last.as_ref().map(|(_, place)| place.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::{Filter, Seen, files};
    use std::fs;
    use std::path::{Path, PathBuf};

    struct Folder(PathBuf);

    impl Folder {
        fn with(name: &str, paths: &[&str]) -> Self {
            let root = std::env::temp_dir().join(format!("topline-walk-{}-{name}", std::process::id()));
            for path in paths {
                fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
                fs::write(root.join(path), "text").unwrap();
            }
            Self(root)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn shown(root: &Path, only: &[&str], not: &[&str]) -> String {
        let owned = |patterns: &[&str]| patterns.iter().map(|&pattern| pattern.to_owned()).collect::<Vec<_>>();
        let filter = Filter::new(&owned(only), &owned(not)).unwrap();
        let found = files(root, &filter).map(|file| match file {
            Ok(path) => path.strip_prefix(root).unwrap().display().to_string(),
            Err(failure) => failure.to_string(),
        });
        found.collect::<Vec<_>>().join(" ")
    }

    const TREE: &[&str] = &[
        "b.txt", "a.md", "c/d.html", "c/e.jsonl.gz", "c/f.csv", ".git/x.txt", "c/.hidden.txt", "2024/Q1.TXT",
        "2024/old/z.txt",
    ];

    #[test]
    fn files_come_by_name_and_by_ending() {
        let folder = Folder::with("ending", TREE);
        assert_eq!(shown(&folder.0, &[], &[]), "2024/Q1.TXT 2024/old/z.txt a.md b.txt c/d.html c/e.jsonl.gz");
        assert_eq!(shown(&folder.0, &["*.csv", "b.*"], &[]), "b.txt c/f.csv");
        assert_eq!(shown(&folder.0, &["2024/**"], &["old"]), "2024/Q1.TXT");
        assert_eq!(shown(&folder.0, &[], &["c", "*.md", "2024/old/"]), "2024/Q1.TXT b.txt");
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_told() {
        let error = Filter::new(&["a[".to_owned()], &[]).unwrap_err();
        assert_eq!(error, "'a[' is no pattern: unclosed character class; missing ']'");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_once() {
        let folder = Folder::with("links", &["a/one.txt", "b/two.txt"]);
        std::os::unix::fs::symlink(&folder.0, folder.0.join("a/loop")).unwrap();
        std::os::unix::fs::symlink(folder.0.join("b/two.txt"), folder.0.join("a/link.txt")).unwrap();
        assert_eq!(shown(&folder.0, &[], &[]), "a/link.txt a/one.txt b/two.txt");
        let mut seen = Seen::default();
        let new =
            ["a/link.txt", "a/one.txt", "b/two.txt", "b/../a/one.txt"].map(|path| seen.is_new(&folder.0.join(path)));
        assert_eq!(new, [true, true, false, false]);
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_out_of_the_folder_only_where_they_are_followed() {
        let (folder, other) = (Folder::with("home", &["a.txt"]), Folder::with("away", &["b.txt", "c/d.txt"]));
        std::os::unix::fs::symlink(other.0.join("b.txt"), folder.0.join("b.txt")).unwrap();
        std::os::unix::fs::symlink(other.0.join("c"), folder.0.join("c")).unwrap();
        let found = |filter: &Filter| files(&folder.0, filter).filter_map(Result::ok).count();
        assert_eq!(found(&Filter::default()), 1);
        assert_eq!(found(&Filter::default().following_links()), 3);
    }
}
