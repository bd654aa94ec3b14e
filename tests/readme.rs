//! What README.md shows is what happens: every command in a `console` block is run from the root of the repository, and
//! its output compared. `UPDATE_DOCS=1` writes what is printed into the page instead.
#![cfg(unix)] // The commands are for a shell.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

use std::path::Path;
use std::process::Command;

use topline::parser::vocabulary::metrics;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Programs that a command may need besides topline and the shell, and what shows that they are there.
const HELPERS: [(&str, &str); 2] = [("jq", "jq --version"), ("parallel", "parallel --version | grep -q GNU")];

fn readme() -> String {
    std::fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap()
}

/// Runs a command line with the built binary first on the path and a known terminal, and hands back what it printed.
fn run(command: &str) -> (bool, String) {
    let binary = Path::new(env!("CARGO_BIN_EXE_topline")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).current_dir(ROOT).env("PATH", format!("{}:{path}", binary.display()));
    shell.env("LC_ALL", "C.UTF-8").env_remove("COLUMNS").env_remove("NO_COLOR");
    let output = shell.output().unwrap();
    (output.status.success(), String::from_utf8(output.stdout).unwrap())
}

/// A command of a `console` block: what is typed, and what is shown below it.
#[derive(Debug)]
struct Shown {
    command: String,
    output: String,
}

/// The commands of the `console` blocks.
fn commands(readme: &str) -> Vec<Shown> {
    let blocks = readme.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut found: Vec<Shown> = Vec::new();
    for block in blocks {
        for line in block.lines() {
            match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push(Shown { command: command.to_owned(), output: String::new() }),
                (None, Some(shown)) => shown.output += &format!("{line}\n"),
                (None, None) => panic!("a console block begins with a command, not with '{line}'"),
            }
        }
    }
    found
}

/// The block in this language behind `start`, and where it ends in the page.
fn block(page: &str, language: &str, start: usize) -> Option<(String, usize)> {
    let fence = format!("```{language}\n");
    let begin = start + page.get(start..)?.find(&fence)? + fence.len();
    let end = begin + page.get(begin..)?.find("```")?;
    Some((page.get(begin..end)?.to_owned(), end))
}

/// A Python with pandas: the one that the checks install, or that of the system.
fn python() -> Option<&'static str> {
    let has_pandas = |python: &&str| run(&format!("{python} -c 'import pandas' 2>/dev/null")).0;
    ["target/venv/bin/python3", "python3"].into_iter().find(has_pandas)
}

/// A program that the command needs and that is not there.
fn missing(command: &str) -> Option<&'static str> {
    let needed = HELPERS.iter().filter(|(name, _)| command.split_whitespace().any(|word| word == *name));
    needed.filter(|(_, probe)| !run(probe).0).map(|(name, _)| *name).next()
}

#[test]
fn commands_print_what_is_shown() {
    let mut page = readme();
    let commands = commands(&page);
    assert!(commands.len() > 5, "{commands:?}");
    for Shown { command, output } in commands {
        if let Some(name) = missing(&command) {
            eprintln!("skipped, because there is no {name}: {command}");
            continue;
        }
        let (succeeded, printed) = run(&command);
        assert!(succeeded, "{command}");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            page = page.replacen(&format!("$ {command}\n{output}"), &format!("$ {command}\n{printed}"), 1);
        } else {
            assert_eq!(printed, output, "{command}");
        }
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(Path::new(ROOT).join("README.md"), page).unwrap();
    }
}

#[test]
fn python_prints_what_is_shown() {
    let page = readme();
    let (program, end) = block(&page, "python", 0).unwrap();
    let (shown, _) = block(&page, "text", end).unwrap();
    let Some(python) = python() else {
        eprintln!("skipped: there is no Python with pandas");
        return;
    };
    let (succeeded, printed) = run(&format!("{python} - <<'END'\n{program}END"));
    assert!(succeeded, "{program}");
    let trimmed: String = printed.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    assert_eq!(trimmed, shown, "README.md is out of date");
}

#[test]
fn the_number_of_metrics_is_right() {
    let said = format!("{} metrics", metrics::all().len());
    assert!(readme().contains(&said), "README.md does not say {said}");
}

#[test]
fn the_example_of_the_library_is_the_one_that_is_tested() {
    let library = std::fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).unwrap();
    let tested: String = library
        .lines()
        .skip_while(|line| *line != "//! ```")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .map(|line| line.trim_start_matches("//! ").to_owned() + "\n")
        .collect();
    assert!(readme().contains(&format!("```rust\n{tested}```")), "{tested}");
}
