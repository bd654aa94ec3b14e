//! What the terminal can show.

use std::env;
use std::io::{self, IsTerminal};

use crate::cli::When;

/// Columns of a table: those of the terminal, or of `COLUMNS`, or 80.
pub(crate) fn width() -> u16 {
    let told = env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let measured = || terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| width);
    told.or_else(measured).unwrap_or(80).clamp(NARROWEST, WIDEST)
}

/// Below this no table can be read; it is cut by the terminal instead.
const NARROWEST: u16 = 40;

/// Beyond this no eye follows a line.
const WIDEST: u16 = 1000;

/// Whether colours are written: by default only to a terminal.
pub(crate) fn color(when: When, to_file: bool) -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = || env::var_os("TERM").is_some_and(|term| term == "dumb");
    match when {
        When::Auto => !to_file && io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb(),
        When::Always => true,
        When::Never => false,
    }
}

/// Whether line numbers are links: by default on a terminal that is known to follow them.
pub(crate) fn hyperlinks(when: When, to_file: bool) -> bool {
    match when {
        When::Auto => !to_file && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        When::Always => true,
        When::Never => false,
    }
}

/// Whether the locale has more than ASCII. Windows consoles have it whatever the variables say.
pub(crate) fn unicode() -> bool {
    let first =
        ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    let locale = first.unwrap_or_default().to_lowercase();
    cfg!(windows) || locale.contains("utf-8") || locale.contains("utf8")
}
