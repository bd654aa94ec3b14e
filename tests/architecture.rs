//! The house rules, as tests: which room may name which, which packages it may use, and how its files look.
//!
//! Data flows one way. A stage may name the nouns, the words where listed, and what the stage before it hands over.
#![allow(clippy::unwrap_used)]

#[path = "architecture/source.rs"]
mod source;

use source::{Source, sources};

/// A room of the crate: the files whose path under `src` begins with `path`; of several, the longest counts.
struct Room {
    path: &'static str,
    /// What its code may name, by the beginning of the path within the crate. Its own room goes without saying.
    imports: &'static [&'static str],
    /// What its tests may name besides.
    tests_import: &'static [&'static str],
    /// Packages that it may use.
    packages: &'static [&'static str],
}

static ROOMS: [Room; 15] = [
    Room { path: "model", imports: &[], tests_import: &[], packages: &["rust_decimal"] },
    Room {
        path: "input",
        imports: &["model"],
        tests_import: &[],
        packages: &[
            "chardetng", "encoding_rs", "flate2", "globset", "html5ever", "memchr", "regex", "serde", "serde_json",
            "walkdir",
        ],
    },
    Room {
        path: "parser/vocabulary",
        imports: &["model"],
        tests_import: &["parser"],
        packages: &["aho_corasick", "memchr"],
    },
    Room { path: "parser/sentence", imports: &["model"], tests_import: &["parser"], packages: &["memchr"] },
    Room {
        path: "parser/lexer",
        imports: &["model", "parser::vocabulary", "parser::sentence"],
        tests_import: &["parser"],
        packages: &["memchr", "regex", "rust_decimal"],
    },
    // Where the readings of all lexers and the companies become one sequence.
    Room {
        path: "parser/lexer/token",
        imports: &["model", "parser::vocabulary", "parser::sentence", "parser::lexer", "parser::company"],
        tests_import: &["parser"],
        packages: &[],
    },
    Room {
        path: "parser/company",
        imports: &[
            "model", "parser::vocabulary", "parser::sentence", "parser::kind", "parser::lexer::word",
            "parser::lexer::phrase",
        ],
        tests_import: &["parser"],
        packages: &["memchr"],
    },
    Room {
        path: "parser/calendar",
        imports: &["model", "parser::vocabulary", "parser::sentence", "parser::lexer", "parser::table::Reported"],
        tests_import: &["parser"],
        packages: &[],
    },
    Room {
        path: "parser/linker",
        imports: &[
            "model", "parser::vocabulary", "parser::sentence", "parser::lexer", "parser::company",
            "parser::calendar::Calendar",
        ],
        tests_import: &["parser", "analyze"],
        packages: &["memchr"],
    },
    Room {
        path: "parser/table",
        imports: &["model", "parser::vocabulary"],
        tests_import: &["parser"],
        packages: &["foldhash", "memchr", "rust_decimal"],
    },
    Room { path: "parser", imports: &["model"], tests_import: &["analyze"], packages: &["memchr", "regex"] },
    Room {
        path: "calculator",
        imports: &["model"],
        tests_import: &["parser::vocabulary"],
        packages: &["foldhash", "memchr", "rust_decimal"],
    },
    Room {
        path: "renderer",
        imports: &["model"],
        tests_import: &["parser::vocabulary", "analyze", "Document"],
        packages: &[
            "anstyle", "comfy_table", "csv", "maud", "memchr", "percent_encoding", "rust_decimal", "schemars", "serde",
            "serde_json", "textwrap", "unicode_width",
        ],
    },
    Room {
        path: "batch",
        imports: &["analyze", "Document", "Report", "model", "input", "renderer"],
        tests_import: &[],
        packages: &["rayon"],
    },
    // The library's root, which knows the order, and the command, which knows the public library.
    Room {
        path: "",
        imports: &["analyze", "model", "input", "parser", "calculator", "renderer", "batch", "cli"],
        tests_import: &[],
        packages: &[
            "anyhow", "clap", "clap_complete", "clap_mangen", "ctrlc", "indicatif", "strsim", "supports_hyperlinks",
            "terminal_size",
        ],
    },
];

#[test]
fn rooms_name_only_what_they_may() {
    let mut faults = Vec::new();
    for source in sources() {
        let room = room(&source);
        let (code, tests) = source.parts();
        let own = room.path.replace('/', "::");
        for (part, more) in [(code, &[][..]), (tests, room.tests_import)] {
            let may = |name: &str| {
                let allowed = room.imports.iter().chain(more).copied().chain([own.as_str()]);
                allowed.filter(|allowed| !allowed.is_empty()).any(|allowed| is_within(name, allowed))
            };
            let strange = part.names().into_iter().filter(|name| is_in_a_room(name) && !may(name));
            faults.extend(strange.map(|name| format!("src/{} names {name}", source.path)));
        }
    }
    nothing_in(&faults);
}

#[test]
fn packages_stay_in_their_rooms() {
    let manifest = include_str!("../Cargo.toml");
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let packages: Vec<String> = dependencies
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().replace('-', "_")))
        .collect();
    let mut faults = Vec::new();
    let mut used = Vec::new();
    for source in sources() {
        let (room, (code, _)) = (room(&source), source.parts());
        for package in packages.iter().filter(|package| code.uses(package)) {
            used.push(package.clone());
            if !room.packages.contains(&package.as_str()) {
                faults.push(format!("src/{} uses {package}", source.path));
            }
        }
    }
    let idle = packages.iter().filter(|package| !used.contains(package));
    faults.extend(idle.map(|package| format!("Cargo.toml: nothing uses {package}")));
    nothing_in(&faults);
}

/// No file is longer than this, its tests included.
const LINES: usize = 400;

/// Never in `src`: work left behind, and folders beside the checkout.
const NEVER: [&str; 7] = ["TODO", "FIXME", "XXX:", "todo!", "unimplemented!", "dbg!", "../shared"];

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut faults = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LINES {
            faults.push(format!("src/{} has {lines} lines; divide it", source.path));
        }
        if !source.text.starts_with("//! ") {
            faults.push(format!("src/{} does not open with what it is for", source.path));
        }
        let never = NEVER.into_iter().filter(|word| source.text.contains(word));
        faults.extend(never.map(|word| format!("src/{} says {word}", source.path)));
    }
    nothing_in(&faults);
}

#[test]
fn every_room_has_files() {
    let sources = sources();
    let empty = |path: &str| !sources.iter().any(|source| source.path.starts_with(path));
    let faults = ROOMS.iter().filter(|room| empty(room.path)).map(|room| format!("nothing lies in src/{}", room.path));
    nothing_in(&faults.collect::<Vec<_>>());
}

/// The room that a file lies in.
fn room(source: &Source) -> &'static Room {
    let module = source.module().join("::");
    let lies_in = |room: &&Room| is_within(&module, &room.path.replace('/', "::"));
    ROOMS.iter().filter(lies_in).max_by_key(|room| room.path.len()).unwrap()
}

/// Whether a path leads into a folder or a file, not to an item of the root itself.
fn is_in_a_room(name: &str) -> bool {
    name.contains("::") || ["analyze", "Document", "Report"].contains(&name)
}

/// Whether a path is `outer` or lies below it.
fn is_within(path: &str, outer: &str) -> bool {
    outer.is_empty() || path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[track_caller]
fn nothing_in(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
