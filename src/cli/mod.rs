//! The flags, and what the tool says of itself; the only room that knows clap.

mod explain;
mod help;
mod value;

use std::path::PathBuf;

use clap::{Parser, ValueHint};
use clap_complete::Shell;

use topline::input::InputFormat;
use topline::model::{Date, Metric, Period, Role};
use topline::renderer::{Format, Rows, SortKey};

pub(crate) use explain::explain;
pub(crate) use help::{completions, hint, manual};
use value::{MetricParser, choices, size};

/// Reads earnings articles, press releases and call transcripts and hands back the figures
///
/// What was reported, expected and promised, for which period, what follows from it (growth, beats and misses, margins),
/// and where it stands in the text. No network, no model, the same answer every time.
#[derive(Debug, Parser)]
#[command(
    name = "topline",
    version = help::VERSION,
    max_term_width = 100,
    after_help = help::short(),
    after_long_help = help::long(),
    disable_help_flag = true,
    disable_version_flag = true,
)]
pub(crate) struct Cli {
    /// Files and folders to read; `-`, or no path with piped input, is standard input
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// What is written
    ///
    /// A table is for the eye and may change its looks; JSON is for programs and keeps its keys [see --schema].
    #[arg(short, long, value_name = "FORMAT", default_value = "table", help_heading = "Output",
        value_parser = choices(Format::ALL, Format::name))]
    pub(crate) format: Format,

    /// What a row is [default: items, or documents where there are several]
    ///
    /// In a table or in CSV: a line item, that is all that is known of one metric in one period; a document; or a fact, that
    /// is one figure of the text with its place and quote. Without this option several documents have a row each, unless
    /// --metric or --role choose from what is in them.
    #[arg(short, long, value_name = "ROWS", help_heading = "Output", value_parser = choices(Rows::ALL, Rows::name))]
    pub(crate) rows: Option<Rows>,

    /// Write to this file, whole or not at all
    ///
    /// What was there is replaced when everything is written, never before. An input is never written over.
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// When to use colours
    ///
    /// By default on a terminal, unless NO_COLOR is set.
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output",
        value_parser = choices(When::ALL, When::name))]
    pub(crate) color: When,

    /// When line numbers are links to the file [auto: on a terminal that follows them]
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output",
        value_parser = choices(When::ALL, When::name))]
    pub(crate) hyperlinks: When,

    /// Of an annotated article, show only the lines with facts and this many around each
    #[arg(long, value_name = "LINES", help_heading = "Output")]
    pub(crate) context: Option<usize>,

    /// Also list the quantities that are in no fact
    ///
    /// Each with the reason, in JSON under `unlinked`.
    #[arg(long, help_heading = "Output")]
    pub(crate) include_unlinked: bool,

    /// Only these metrics, such as revenue,eps [see --metrics]
    ///
    /// Separate them by commas, or repeat the option.
    #[arg(short, long, value_name = "METRIC", value_delimiter = ',', help_heading = "Selection",
        value_parser = MetricParser, hide_possible_values = true)]
    pub(crate) metric: Vec<Metric>,

    /// Only these roles
    #[arg(long, value_name = "ROLE", value_delimiter = ',', help_heading = "Selection",
        value_parser = choices(Role::ALL, Role::name))]
    pub(crate) role: Vec<Role>,

    /// Order documents by this column
    ///
    /// Names rise, numbers fall; what has no value comes last. By default they keep the order of the input.
    #[arg(long, value_name = "COLUMN", help_heading = "Selection", value_parser = choices(SortKey::ALL, SortKey::name))]
    pub(crate) sort: Option<SortKey>,

    /// Show only so many documents, the first
    #[arg(long, value_name = "NUMBER", help_heading = "Selection")]
    pub(crate) top: Option<usize>,

    /// In folders, read only files like this, such as '*_q4_*'
    ///
    /// With a slash it is compared with the whole path below the folder, as in '2024/**'. By default files are read that end
    /// in .txt, .md, .html, .jsonl and their like, also with .gz behind that. Files that are named are always read.
    #[arg(long, value_name = "PATTERN", help_heading = "Input")]
    pub(crate) glob: Vec<String>,

    /// In folders, leave out files and folders like this
    #[arg(long, value_name = "PATTERN", help_heading = "Input")]
    pub(crate) exclude: Vec<String>,

    /// In folders, also follow links that lead out of them
    #[arg(long, help_heading = "Input")]
    pub(crate) follow: bool,

    /// Refuse documents larger than this, such as 500K or 2G
    #[arg(long, value_name = "SIZE", default_value = "256M", help_heading = "Input", value_parser = size)]
    pub(crate) max_bytes: u64,

    /// What the inputs are
    ///
    /// By default their names and first bytes tell. jsonl is one document a line: {"text"} and where known "id", "date",
    /// "company", "ticker" and "period".
    #[arg(long, value_name = "FORMAT", default_value = "auto", help_heading = "Input",
        value_parser = choices(InputFormat::ALL, InputFormat::name))]
    pub(crate) input_format: InputFormat,

    /// Whose results these are, where the text leaves it out
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(crate) company: Option<String>,

    /// The period that is reported on, such as 2024-Q4, 2024-H1 or 2024-FY
    #[arg(long, value_name = "PERIOD", help_heading = "Input")]
    pub(crate) period: Option<Period>,

    /// The publication date, such as 2024-10-30
    ///
    /// It settles "this year" and "the second quarter".
    #[arg(long, value_name = "DATE", help_heading = "Input")]
    pub(crate) as_of: Option<Date>,

    /// How many documents to work on at a time [default: the cores]
    #[arg(short, long, value_name = "NUMBER", help_heading = "Run", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,

    /// Pass every document on as soon as it is done
    #[arg(long, help_heading = "Run")]
    pub(crate) line_buffered: bool,

    /// Show progress even while results go to the terminal
    #[arg(long, help_heading = "Run", conflicts_with = "quiet")]
    pub(crate) progress: bool,

    /// Show no progress
    #[arg(short, long, help_heading = "Run")]
    pub(crate) quiet: bool,

    /// Print the text of each input, without the tags of HTML: what the places in a report refer to
    #[arg(long, help_heading = "Information")]
    pub(crate) dump_text: bool,

    /// Print the JSON Schema of a report
    #[arg(long, help_heading = "Information")]
    pub(crate) schema: bool,

    /// Print the metrics and the words that name them
    #[arg(long, help_heading = "Information")]
    pub(crate) metrics: bool,

    /// Print completions for this shell
    #[arg(long, value_name = "SHELL", help_heading = "Information")]
    pub(crate) completions: Option<Shell>,

    /// Print the manual page
    #[arg(long, help_heading = "Information")]
    pub(crate) man: bool,

    /// Print help: a line for each option with -h, more with --help
    #[arg(short, long, help_heading = "Information", action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Print the version, and that of the JSON contract
    #[arg(short = 'V', long, help_heading = "Information", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// When to use what a terminal can do and a file cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// On a terminal that has it, unless its owner does not want it.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl When {
    const ALL: &'static [Self] = &[Self::Auto, Self::Always, Self::Never];

    fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    #[test]
    fn the_command_is_sound() {
        Cli::command().debug_assert();
    }
}
