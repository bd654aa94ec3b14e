//! The texts of the inputs, as the places in a report count them: decoded, and without the tags of HTML.

use std::io::{self, Write};

use topline::input::{Failure, Options, Parcel};
use topline::renderer::printable;

/// How the texts are shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// A line with its name before every text.
    pub(crate) named: bool,
    /// No character that steers a terminal is let through.
    pub(crate) safe: bool,
}

/// Writes every text; those that cannot be read go to `failed`, and their number comes back.
///
/// # Errors
/// Those of `out`.
pub(crate) fn dump(
    parcels: impl Iterator<Item = Parcel>,
    options: &Options,
    style: Style,
    out: &mut dyn Write,
    failed: &mut dyn FnMut(&Failure),
) -> io::Result<u64> {
    let (mut failures, mut first) = (0_u64, true);
    for parcel in parcels {
        match parcel.open(options) {
            Ok(document) => {
                if style.named {
                    let gap = if std::mem::take(&mut first) { "" } else { "\n" };
                    writeln!(out, "{gap}==> {} <==", printable(&document.name))?;
                }
                write(&document.text, style, out)?;
            }
            Err(failure) => {
                failures = failures.saturating_add(1);
                failed(&failure);
            }
        }
    }
    Ok(failures)
}

fn write(text: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if !style.safe {
        out.write_all(text.as_bytes())?;
    } else {
        for line in text.lines() {
            let words: Vec<_> = line.split(' ').map(printable).collect();
            writeln!(out, "{}", words.join(" "))?;
        }
        return Ok(());
    }
    if style.named && !text.ends_with('\n') { out.write_all(b"\n") } else { Ok(()) }
}
