//! What README.md shows is what happens: every command in a `console` block is run from the root of the repository, and
//! its output compared; keys and metrics that it lists are all that there are.
#![cfg(unix)] // The commands are for a shell.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
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

/// The commands of the `console` blocks, each with the output below it.
fn commands(readme: &str) -> Vec<(String, String)> {
    let blocks = readme.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut found: Vec<(String, String)> = Vec::new();
    for block in blocks {
        for line in block.lines() {
            match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push((command.to_owned(), String::new())),
                (None, Some((_, output))) => *output += &format!("{line}\n"),
                (None, None) => panic!("a console block begins with a command, not with '{line}'"),
            }
        }
    }
    found
}

/// A program that the command needs and that is not there.
fn missing(command: &str) -> Option<&'static str> {
    let needed = HELPERS.iter().filter(|(name, _)| command.split_whitespace().any(|word| word == *name));
    needed.filter(|(_, probe)| !run(probe).0).map(|(name, _)| *name).next()
}

#[test]
fn commands_print_what_is_shown() {
    let commands = commands(&readme());
    assert!(commands.len() > 5, "{commands:?}");
    for (command, shown) in commands {
        if let Some(name) = missing(&command) {
            eprintln!("skipped, because there is no {name}: {command}");
            continue;
        }
        let (succeeded, printed) = run(&command);
        assert!(succeeded, "{command}");
        assert_eq!(printed, shown, "{command}");
    }
}

/// Every key of an object in the schema.
fn keys(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            let properties = members.get("properties").and_then(Value::as_object);
            found.extend(properties.into_iter().flatten().map(|(key, _)| key.clone()));
            members.values().for_each(|value| keys(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_key_of_the_contract_is_listed() {
    let readme = readme();
    let (_, rest) = readme.split_once("\n## JSON\n").unwrap();
    let (section, _) = rest.split_once("\n## ").unwrap();
    let mut all = Vec::new();
    keys(&serde_json::from_str(&topline::renderer::schema()).unwrap(), &mut all);
    let is_listed = |key: &String| section.contains(&format!("`{key}`")) || section.contains(&format!("`{key}[]`"));
    let unlisted: Vec<&String> = all.iter().filter(|key| !is_listed(key)).collect();
    assert!(unlisted.is_empty(), "{unlisted:?}");
}

#[test]
fn every_metric_is_listed() {
    let section = readme().split_whitespace().collect::<Vec<_>>().join(" ");
    for metric in metrics::all() {
        let listed = format!("`{}` {}", metric.key(), metric.row().label);
        assert!(section.contains(&listed), "{listed}");
    }
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
