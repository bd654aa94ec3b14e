//! The flags; the only file that knows clap.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, ValueHint};

use topline::input::InputFormat;
use topline::model::{Date, Metric, Period, Role};
use topline::parser::vocabulary::metrics;
use topline::renderer::{Format, Rows, SortKey};

/// Reads earnings articles, press releases and call transcripts and hands back the figures: what was reported,
/// expected and promised, for which period, what follows from it, and where it stands in the text.
#[derive(Debug, Parser)]
#[command(
    name = "topline",
    version = VERSION,
    max_term_width = 100,
    after_help = EXAMPLES,
    disable_help_flag = true,
    disable_version_flag = true,
)]
pub(crate) struct Cli {
    /// Files and folders to read; `-`, or no path with piped input, is standard input
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// What is written
    #[arg(short, long, value_name = "FORMAT", default_value = "table", help_heading = "Output",
        value_parser = choices(Format::ALL, Format::name))]
    pub(crate) format: Format,

    /// What a row of a table or of CSV is [default: items for one document or with --metric or --role, documents for several]
    #[arg(short, long, value_name = "ROWS", help_heading = "Output", value_parser = choices(Rows::ALL, Rows::name))]
    pub(crate) rows: Option<Rows>,

    /// Write to this file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// When to use colours
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

    /// Also list the quantities that are in no fact, with the reason
    #[arg(long, help_heading = "Output")]
    pub(crate) include_unlinked: bool,

    /// Only these metrics; repeat it, or separate them by commas [see --metrics]
    #[arg(short, long, value_name = "METRIC", value_delimiter = ',', help_heading = "Selection", value_parser = metric)]
    pub(crate) metric: Vec<Metric>,

    /// Only these roles
    #[arg(long, value_name = "ROLE", value_delimiter = ',', help_heading = "Selection",
        value_parser = choices(Role::ALL, Role::name))]
    pub(crate) role: Vec<Role>,

    /// Order documents by this column: names rise, numbers fall [default: the order of the input]
    #[arg(long, value_name = "COLUMN", help_heading = "Selection", value_parser = choices(SortKey::ALL, SortKey::name))]
    pub(crate) sort: Option<SortKey>,

    /// Show only the first of the documents
    #[arg(long, value_name = "NUMBER", help_heading = "Selection")]
    pub(crate) top: Option<usize>,

    /// In folders, read only files like this, such as '*_q4_*' or '2024/**' [default: .txt, .md, .html, .jsonl and their
    /// like, also with .gz]
    #[arg(long, value_name = "PATTERN", help_heading = "Input")]
    pub(crate) glob: Vec<String>,

    /// In folders, leave out files and folders like this
    #[arg(long, value_name = "PATTERN", help_heading = "Input")]
    pub(crate) exclude: Vec<String>,

    /// Refuse documents larger than this, such as 500K or 2G
    #[arg(long, value_name = "SIZE", default_value = "256M", help_heading = "Input", value_parser = size)]
    pub(crate) max_bytes: u64,

    /// What the inputs are; jsonl is one document a line: {"id", "text"} and where known "date", "company", "ticker",
    /// "period"
    #[arg(long, value_name = "FORMAT", default_value = "auto", help_heading = "Input",
        value_parser = choices(InputFormat::ALL, InputFormat::name))]
    pub(crate) input_format: InputFormat,

    /// Whose results these are, where the text leaves it out
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(crate) company: Option<String>,

    /// The period that is reported on, such as 2024-Q4, 2024-H1 or 2024-FY
    #[arg(long, value_name = "PERIOD", help_heading = "Input")]
    pub(crate) period: Option<Period>,

    /// The publication date, such as 2024-10-30: settles "this year" and "the second quarter"
    #[arg(long, value_name = "DATE", help_heading = "Input")]
    pub(crate) as_of: Option<Date>,

    /// How many documents to work on at a time [default: one for each core]
    #[arg(short, long, value_name = "NUMBER", help_heading = "Run", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,

    /// Pass every document on as soon as it is done
    #[arg(long, help_heading = "Run")]
    pub(crate) line_buffered: bool,

    /// Show progress on the terminal even while results go there
    #[arg(long, help_heading = "Run", conflicts_with = "quiet")]
    pub(crate) progress: bool,

    /// Show no progress
    #[arg(short, long, help_heading = "Run")]
    pub(crate) quiet: bool,

    /// Print the JSON Schema of a report
    #[arg(long, help_heading = "Information")]
    pub(crate) schema: bool,

    /// Print the metrics and the words that name them
    #[arg(long, help_heading = "Information")]
    pub(crate) metrics: bool,

    /// Print this help
    #[arg(short, long, help_heading = "Information", action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Print the version, and that of the JSON contract
    #[arg(short = 'V', long, help_heading = "Information", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (JSON contract 1)");

const EXAMPLES: &str = "\
Examples:
  topline article.txt                                    a table on the terminal
  topline article.txt --rows facts                       every figure with its line and its quote
  topline article.txt -f annotated                       the article, with every figure marked
  topline article.txt -f json | jq '.line_items[0]'      the headline figure, for a program
  curl -s https://example.com/q3.txt | topline --as-of 2024-10-30
  topline transcripts/ --sort eps_surprise --top 20      a folder, the greatest surprises first
  topline transcripts/ -f csv -o season.csv              one row a document
  topline -f jsonl --input-format jsonl < feed.jsonl     a filter for pipelines

Exit status: 0 all was read, 1 some input could not be read or written, 2 wrong usage.";

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

/// Takes the names of a closed set, which clap lists in the help and suggests when one is mistyped.
fn choices<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|one| name(*one))).try_map(move |given| {
        all.iter().copied().find(|one| name(*one) == given).ok_or_else(|| format!("there is no '{given}'"))
    })
}

/// A metric by its identifier, whatever the case, with hyphens or underscores.
fn metric(given: &str) -> Result<Metric, String> {
    let key = given.trim().to_lowercase().replace(['-', ' '], "_");
    metrics::by_key(&key).ok_or_else(|| match nearest(&key) {
        Some(metric) => format!("there is no metric '{given}'; did you mean '{}'? --metrics lists them", metric.key()),
        None => format!("there is no metric '{given}'; --metrics lists them"),
    })
}

/// A number of bytes, such as `500K` or `2G`.
fn size(given: &str) -> Result<u64, String> {
    let upper = given.trim().to_uppercase();
    let digits = upper.trim_end_matches('B').trim_end_matches('I');
    let (digits, shift) = match digits.chars().last() {
        Some('K') => (digits.trim_end_matches('K'), 10),
        Some('M') => (digits.trim_end_matches('M'), 20),
        Some('G') => (digits.trim_end_matches('G'), 30),
        _ => (digits, 0),
    };
    let bytes = digits.trim().parse::<u64>().ok().and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| format!("'{given}' is no size; write it as 500000, 500K, 256M or 2G"))
}

/// The metric that these words name, or whose identifier is spelt most alike.
fn nearest(key: &str) -> Option<Metric> {
    let words = key.replace('_', " ");
    let named = metrics::all().iter().find(|metric| metric.row().words.contains(&words.as_str()));
    let alike = |metric: &&Metric| strsim::damerau_levenshtein(metric.key(), key);
    let spelt = || metrics::all().iter().min_by_key(alike).filter(|metric| alike(metric) <= key.len().div_ceil(3));
    named.or_else(spelt).copied()
}

/// The long help, for `topline` alone on a terminal.
pub(crate) fn help() -> String {
    Cli::command().render_help().to_string()
}

/// What is wrong with the usage, in one lower-case line that names the remedy.
pub(crate) fn explain(error: &clap::Error) -> String {
    let of = |kind| error.get(kind).map(ToString::to_string);
    let flag = of(ContextKind::InvalidArg).unwrap_or_default();
    let flag = flag.split(" <").next().unwrap_or_default();
    let value = of(ContextKind::InvalidValue).unwrap_or_default();
    let meant = of(ContextKind::SuggestedArg).or_else(|| of(ContextKind::SuggestedValue));
    let meant = meant.map(|meant| format!("did you mean '{meant}'?"));
    match (error.kind(), meant) {
        (ErrorKind::UnknownArgument, meant) => {
            format!("there is no option '{flag}'; {}", meant.unwrap_or("--help lists them".to_owned()))
        }
        (ErrorKind::InvalidValue, _) if value.is_empty() => format!("{flag} needs a value; see --help"),
        (ErrorKind::InvalidValue, Some(meant)) => format!("'{value}' is no value of {flag}; {meant}"),
        (ErrorKind::InvalidValue, None) => {
            format!("'{value}' is no value of {flag}; it takes {}", of(ContextKind::ValidValue).unwrap_or_default())
        }
        (ErrorKind::ValueValidation, _) => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            format!("{flag}: {}", why.unwrap_or_else(|| format!("'{value}' cannot be read; see --help")))
        }
        (ErrorKind::ArgumentConflict, _) => match other(error) {
            Some(other) if other != flag => format!("{flag} cannot be used with {other}; leave one out"),
            Some(_) | None => format!("{flag} is given twice; leave one out"),
        },
        (_, _) => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    }
}

/// The flag that another one is at odds with.
fn other(error: &clap::Error) -> Option<String> {
    let given = match error.get(ContextKind::PriorArg)? {
        ContextValue::Strings(flags) => flags.first()?.clone(),
        flag => flag.to_string(),
    };
    given.split(" <").next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Cli, explain};
    use clap::{CommandFactory, Parser};

    #[track_caller]
    fn check(arguments: &str, expected: &str) {
        let given = std::iter::once("topline").chain(arguments.split_whitespace());
        let shown = Cli::try_parse_from(given).map_or_else(|error| explain(&error), |cli| format!("{:?}", cli.metric));
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_command_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn metrics_are_taken_as_people_write_them() {
        check("-m revenue,EPS -m net-income", "[revenue, eps, net_income]");
        check("-m revenu", "--metric: there is no metric 'revenu'; did you mean 'revenue'? --metrics lists them");
        check("-m sales", "--metric: there is no metric 'sales'; did you mean 'revenue'? --metrics lists them");
        check("-m zzzzzz", "--metric: there is no metric 'zzzzzz'; --metrics lists them");
    }

    #[test]
    fn sizes_have_the_suffixes_that_people_write() {
        let sizes = ["7", "500K", "2 MiB", "1gb", "99999999999G"].map(|text| super::size(text).ok());
        assert_eq!(sizes, [Some(7), Some(512_000), Some(2 << 20), Some(1 << 30), None]);
    }

    #[test]
    fn a_wrong_usage_is_one_line_that_names_the_remedy() {
        for (arguments, expected) in [
            ("--frmat json", "there is no option '--frmat'; did you mean '--format'?"),
            ("--qqqqqq", "there is no option '--qqqqqq'; --help lists them"),
            ("-f jsn", "'jsn' is no value of --format; did you mean 'json'?"),
            ("-f yaml", "'yaml' is no value of --format; it takes table, json, jsonl, csv, markdown, annotated"),
            ("--format", "--format needs a value; see --help"),
            (
                "--period 2024",
                "--period: '2024' is not a period; write it as 2024-Q4, 2024-H1, 2024-9M, 2024-FY or 2024-07",
            ),
            ("--as-of yesterday", "--as-of: 'yesterday' is not a date; write it as 2024-10-30"),
            ("--schema=1", "unexpected value '1' for '--schema' found; no more were expected"),
            ("-f json -f csv", "--format is given twice; leave one out"),
            ("-q --progress", "--quiet cannot be used with --progress; leave one out"),
            ("-j 0", "--jobs: 0 is not in 1..=1024"),
            ("--max-bytes lots", "--max-bytes: 'lots' is no size; write it as 500000, 500K, 256M or 2G"),
            ("--sort eps-surprise", "'eps-surprise' is no value of --sort; did you mean 'eps_surprise'?"),
        ] {
            check(arguments, expected);
        }
    }
}
