//! What the tool tells of itself: examples, the short word for whoever types its bare name, completions and the manual
//! page. The options speak for themselves, where they are declared.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::Cli;

/// What `--version` prints behind the name.
pub(super) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (JSON contract 1)");

/// One line, where clap would name every option.
const USAGE: &str = "topline [OPTIONS] [PATH]...";

/// A command and what it is good for.
struct Example {
    command: &'static str,
    gives: &'static str,
}

/// The commonest first: the short help has those alone.
static EXAMPLES: [Example; 10] = [
    Example { command: "topline article.txt", gives: "a table on the terminal" },
    Example { command: "topline article.txt --rows facts", gives: "every figure with its line and its quote" },
    Example { command: "topline article.txt -f json | jq '.line_items[0]'", gives: "the headline figure" },
    Example { command: "topline transcripts/ -f csv -o season.csv", gives: "a folder, one row a document" },
    Example { command: "topline article.txt -f annotated", gives: "the article, every figure marked" },
    Example { command: "topline transcripts/ -f html -o season.html", gives: "a page with charts and the texts" },
    Example { command: "topline transcripts/ --sort eps_surprise --top 20", gives: "the greatest surprises" },
    Example { command: "topline transcripts/ -m revenue,eps --rows facts", gives: "two metrics, wherever they stand" },
    Example { command: "curl -s https://example.com/q3.txt | topline --as-of 2024-10-30", gives: "what a pipe brings" },
    Example { command: "topline -f jsonl --input-format jsonl < feed.jsonl", gives: "a filter for pipelines" },
];

/// So many of them are enough for whoever only asked for a reminder.
const FEW: usize = 4;

const EXIT_STATUS: &str = "0 all was read, 1 some input could not be read or written, 2 wrong usage.";

/// What stands below the options of `-h`.
pub(super) fn short() -> String {
    format!("Examples:\n{}\n--help tells more of each option.", listed(EXAMPLES.iter().take(FEW)))
}

/// What stands below the options of `--help`.
pub(super) fn long() -> String {
    format!("Examples:\n{}\nExit status: {EXIT_STATUS}", listed(EXAMPLES.iter()))
}

/// For `topline` alone on a terminal: what it is, and how to go on.
pub(crate) fn hint() -> String {
    let about = Cli::command().get_about().map(ToString::to_string).unwrap_or_default();
    let examples = listed(EXAMPLES.iter().take(FEW));
    format!("{about}.\n\nUsage: {USAGE}\n\n{examples}\n-h lists the options, --help tells more.")
}

/// The examples in two columns, a line each.
fn listed(examples: impl Iterator<Item = &'static Example> + Clone) -> String {
    let width = examples.clone().map(|example| example.command.len()).max().unwrap_or_default();
    examples.map(|Example { command, gives }| format!("  {command:width$}  {gives}\n")).collect()
}

/// The script that completes options and their values in a shell.
pub(crate) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "topline", &mut script);
    script
}

/// The manual page, for `man -l`.
///
/// # Errors
/// Those of writing, of which there are none in memory.
pub(crate) fn manual() -> io::Result<Vec<u8>> {
    let man = Man::new(Cli::command().override_usage(USAGE)).title("TOPLINE").manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    examples_and_exit_status().to_writer(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(page)
}

fn examples_and_exit_status() -> Roff {
    let mut sections = Roff::new();
    sections.control("SH", ["EXAMPLES"]);
    for Example { command, gives } in &EXAMPLES {
        sections.control("TP", []);
        sections.text([bold(*command)]);
        sections.text([roman(*gives)]);
    }
    sections.control("SH", ["EXIT STATUS"]);
    sections.text([roman(EXIT_STATUS)]);
    sections
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLES, VERSION, hint};
    use crate::cli::Cli;
    use clap::Parser;
    use topline::renderer::SCHEMA_VERSION;

    #[test]
    fn the_version_names_that_of_the_contract() {
        assert!(VERSION.ends_with(&format!("(JSON contract {SCHEMA_VERSION})")), "{VERSION}");
    }

    #[test]
    fn examples_are_commands_that_are_understood() {
        for example in &EXAMPLES {
            let (_, behind) = example.command.split_once("topline").unwrap();
            let own = behind.split(['|', '<']).next().unwrap();
            Cli::try_parse_from(std::iter::once("topline").chain(own.split_whitespace())).unwrap();
        }
    }

    #[test]
    fn the_hint_is_short() {
        assert!(hint().lines().count() < 12 && hint().lines().all(|line| line.len() < 100), "{}", hint());
    }
}
