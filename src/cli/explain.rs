//! What is wrong with the usage, in the voice of the other messages: one lower-case line that names the remedy.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The line for what clap refuses.
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
            let why = Error::source(error).map(ToString::to_string);
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
    use super::explain;
    use crate::cli::Cli;
    use clap::Parser;

    #[track_caller]
    fn check(arguments: &str, expected: &str) {
        let given = std::iter::once("topline").chain(arguments.split_whitespace());
        let shown = Cli::try_parse_from(given).map_or_else(|error| explain(&error), |cli| format!("{:?}", cli.metric));
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_is_mistyped_gets_a_suggestion() {
        check("--frmat json", "there is no option '--frmat'; did you mean '--format'?");
        check("-f jsn", "'jsn' is no value of --format; did you mean 'json'?");
        check("--role actuals", "'actuals' is no value of --role; did you mean 'actual'?");
        check("-r fact", "'fact' is no value of --rows; did you mean 'facts'?");
        check("--sort eps-surprise", "'eps-surprise' is no value of --sort; did you mean 'eps_surprise'?");
        check("--completions powrshell", "'powrshell' is no value of --completions; did you mean 'powershell'?");
        check(
            "-m revenue,revenu",
            "--metric: there is no metric 'revenu'; did you mean 'revenue'? --metrics lists them",
        );
    }

    #[test]
    fn what_is_like_nothing_gets_the_choices() {
        check("--qqqqqq", "there is no option '--qqqqqq'; --help lists them");
        check("--color red", "'red' is no value of --color; it takes auto, always, never");
        check("--format", "--format needs a value; see --help");
        check(
            "--period 2024",
            "--period: '2024' is not a period; write it as 2024-Q4, 2024-H1, 2024-9M, 2024-FY or 2024-07",
        );
        check("--as-of yesterday", "--as-of: 'yesterday' is not a date; write it as 2024-10-30");
        check("-j 0", "--jobs: 0 is not in 1..=1024");
        check("--max-bytes lots", "--max-bytes: 'lots' is no size; write it as 500000, 500K, 256M or 2G");
    }

    #[test]
    fn what_cannot_go_together_is_named() {
        check("--schema=1", "unexpected value '1' for '--schema' found; no more were expected");
        check("-f json -f csv", "--format is given twice; leave one out");
        check("-q --progress", "--quiet cannot be used with --progress; leave one out");
    }
}
