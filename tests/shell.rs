//! What a shell and a terminal ask for: completions, the manual page, and a word for whoever types the bare name.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // A test that skips says so.

mod support;

use std::process::Command;

use support::{Folder, Run};

/// The shells of `--completions`, and how each checks a script without running it, where it can.
const SHELLS: [(&str, Option<&str>); 5] =
    [("bash", Some("-n")), ("zsh", Some("-n")), ("fish", Some("-n")), ("powershell", None), ("elvish", None)];

/// The long options that the help lists.
fn options(folder: &Folder) -> Vec<String> {
    let help = folder.topline(&["-h"]).succeeds().stdout.clone();
    let named = |word: &str| word.strip_prefix("--").map(str::to_owned);
    let first = |line: &str| line.split(' ').filter(|word| !word.is_empty()).take(2).find_map(named);
    let options = help.lines().filter(|line| line.starts_with("  -") || line.starts_with("      --"));
    options.filter_map(first).collect()
}

/// Whether a program can be run.
fn is_there(program: &str) -> bool {
    let there = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("skipped: there is no {program}");
    }
    there
}

#[test]
fn completions_know_every_option_and_load() {
    let folder = Folder::with(&[]);
    let options = options(&folder);
    assert!(options.len() > 20, "{options:?}");
    for (shell, check) in SHELLS {
        let script = folder.topline(&["--completions", shell]).succeeds().stdout.clone();
        let unknown: Vec<_> = options.iter().filter(|option| !script.contains(option.as_str())).collect();
        assert!(unknown.is_empty(), "{shell}: {unknown:?}");
        folder.write(shell, script.as_bytes());
        if let Some(check) = check.filter(|_| is_there(shell)) {
            Run::of(Command::new(shell).arg(check).arg(folder.path(shell)), "").succeeds();
        }
    }
}

#[test]
fn bash_completes_options_formats_roles_and_metrics() {
    if !is_there("bash") {
        return;
    }
    let folder = Folder::with(&[]);
    let script = folder.topline(&["--completions", "bash"]).succeeds().stdout.clone();
    for (words, expected) in [
        ("--inc", "--include-unlinked"),
        ("-f jsonl", "jsonl"),
        ("--role prior", "prior_guidance"),
        ("--metric ebitda_", "ebitda_margin"),
        ("--sort eps", "eps eps_surprise"),
    ] {
        let complete = format!(
            "{script}\nCOMP_WORDS=(topline {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
             _topline topline \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        let run = Run::of(Command::new("bash").args(["--norc", "-c", &complete]), "");
        assert_eq!(run.succeeds().stdout.trim_end(), expected, "topline {words}");
    }
}

#[test]
fn the_manual_page_tells_of_every_option() {
    let folder = Folder::with(&[]);
    let page = folder.topline(&["--man"]).succeeds().stdout.replace("\\-", "-");
    let untold: Vec<_> = options(&folder).into_iter().filter(|option| !page.contains(&format!("--{option}"))).collect();
    assert!(untold.is_empty(), "{untold:?}");
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "\"EXIT STATUS\"", "VERSION"] {
        assert!(page.contains(&format!(".SH {section}\n")), "{section}");
    }
}

/// Only util-linux has a `script` that takes a command.
#[cfg(target_os = "linux")]
#[test]
fn the_bare_name_on_a_terminal_gets_a_short_answer() {
    if !is_there("script") {
        return;
    }
    let binary = assert_cmd::cargo::cargo_bin!("topline");
    let run = Run::of(Command::new("script").args(["-qec", &binary.display().to_string(), "/dev/null"]), "");
    let lines: Vec<&str> = run.succeeds().stdout.lines().collect();
    assert!(lines.iter().any(|line| line.starts_with("Usage: topline")), "{lines:?}");
    assert!(lines.len() < 15, "{lines:?}");
}
