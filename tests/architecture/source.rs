//! The files under `src`, and the paths that they name. Reads Rust only as far as the house rules need.

use std::path::{Path, PathBuf};

/// One file.
pub(crate) struct Source {
    /// Under `src`, with forward slashes: `parser/lexer/mod.rs`.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Whether the whole file is compiled for tests only.
    is_test: bool,
}

/// A stretch of a file without its comments, and the module that it stands in.
pub(crate) struct Part {
    pub(crate) text: String,
    module: Vec<String>,
}

/// Every file under `src`, in the order of their paths.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| Source {
        path: path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"),
        text: std::fs::read_to_string(path).unwrap(),
        is_test: false,
    };
    let mut sources: Vec<Source> = paths.iter().map(read).collect();
    let for_tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    sources.iter_mut().for_each(|source| source.is_test = for_tests.contains(&source.module().join("::")));
    sources
}

impl Source {
    /// The module path: `parser`, `lexer` for `parser/lexer/mod.rs`; empty for the roots of the two crates.
    pub(crate) fn module(&self) -> Vec<&str> {
        let stem = self.path.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
        stem.split('/').filter(|part| !part.is_empty() && !["lib", "main"].contains(part)).collect()
    }

    /// The code, and the tests under it.
    pub(crate) fn parts(&self) -> (Part, Part) {
        let text = self.text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
        let at = if self.is_test { Some(0) } else { text.find("#[cfg(test)]\nmod tests {") };
        let (code, tests) = text.split_at(at.unwrap_or(text.len()));
        let module: Vec<String> = self.module().into_iter().map(str::to_owned).collect();
        let inner = (!self.is_test).then(|| "tests".to_owned());
        let tests = Part { text: tests.to_owned(), module: module.iter().cloned().chain(inner).collect() };
        (Part { text: code.to_owned(), module }, tests)
    }

    /// The modules declared here for tests only, by their full path.
    fn test_modules(&self) -> Vec<String> {
        let lines: Vec<&str> = self.text.lines().map(str::trim).collect();
        let module = |line: &str| Some(line.split_once("mod ")?.1.strip_suffix(';')?.to_owned());
        let declared = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]").filter_map(|pair| module(pair[1]));
        declared.map(|name| [self.module(), vec![&name]].concat().join("::")).collect()
    }
}

impl Part {
    /// The paths within the crate that it names: `model::Fact`, `parser::lexer::word::read`.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        after_each(&self.text, "crate::").for_each(|rest| tree(rest, "", &mut names));
        let outer = self.module.split_last().map_or(String::new(), |(_, outer)| outer.join("::"));
        after_each(&self.text, "super::").for_each(|rest| tree(rest, &outer, &mut names));
        names
    }

    /// Whether it names the package: `regex::Regex`, `use regex;`.
    pub(crate) fn uses(&self, package: &str) -> bool {
        let mut places = after_each(&self.text, package);
        places.any(|rest| rest.starts_with("::") || rest.starts_with(';') || rest.starts_with(" as "))
    }
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// What follows each place where `word` stands at the beginning of a path.
fn after_each<'a>(part: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    let begins = |at: usize| !part[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    part.match_indices(word).filter(move |(at, _)| begins(*at)).map(move |(at, _)| &part[at + word.len()..])
}

/// Spells out `a::{b, c::d}` behind `base`.
fn tree(rest: &str, base: &str, names: &mut Vec<String>) {
    let rest = rest.trim_start();
    if let Some(inner) = rest.strip_prefix('{') {
        branches(inner).into_iter().for_each(|branch| tree(branch, base, names));
        return;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let path = match (word, base) {
        ("" | "self", _) => base.to_owned(),
        ("super", _) => base.rsplit_once("::").map_or("", |(outer, _)| outer).to_owned(),
        (_, "") => word.to_owned(),
        _ => format!("{base}::{word}"),
    };
    match after.strip_prefix("::") {
        Some(after) => tree(after, &path, names),
        None => names.push(path),
    }
}

/// The parts of `b, c::{d, e}}` up to the brace that closes it.
fn branches(inner: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&inner[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The line up to its comment. A `//` within quotes, as in an address, is none.
fn without_comment(line: &str) -> &str {
    let is_comment = |at: &usize| line[..*at].matches('"').count().is_multiple_of(2);
    line.match_indices("//").map(|(at, _)| at).find(is_comment).map_or(line, |at| &line[..at])
}

#[test]
fn spells_out_what_a_file_names() {
    for (code, expected) in [
        ("use crate::model::{Span, Unit};", vec!["model::Span", "model::Unit"]),
        (
            "use crate::parser::{self, vocabulary::{metrics, cues}};",
            vec!["parser", "parser::vocabulary::metrics", "parser::vocabulary::cues"],
        ),
        ("let sentence = super::sentence::split(text); // crate::no", vec!["parser::sentence::split"]),
        ("use super::super::analyze;", vec!["analyze"]),
        ("pub(crate) fn next() {}", vec![]),
    ] {
        let source = Source { path: "parser/lexer/mod.rs".into(), text: code.to_owned(), is_test: false };
        assert_eq!(source.parts().0.names(), expected, "{code}");
    }
    let text = "fn regex_like() {}\n#[cfg(test)]\nmod tests {\n    use super::regex_like;\n    use regex::Regex;\n}";
    let (code, tests) = Source { path: "input/file.rs".into(), text: text.to_owned(), is_test: false }.parts();
    assert!(!code.uses("regex") && tests.uses("regex"));
    assert_eq!(tests.names(), ["input::file::regex_like"]);
    assert_eq!(without_comment(r#"let at = "https://x"; // y"#), r#"let at = "https://x"; "#);
}
