//! A bar on standard error while many documents are read.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The bar, or nothing where nobody could see it.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// No bar.
    pub(crate) fn none() -> Self {
        Self { bar: ProgressBar::hidden() }
    }

    /// A bar up to a number of bytes, with the rate and the time left; a count where the end is not known.
    pub(crate) fn up_to(total: Option<u64>) -> Self {
        let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        let template = match total {
            Some(_) => "{bar:30} {percent:>3}%  {msg}  {binary_bytes_per_sec}  {eta} left",
            None => "{spinner} {bytes}  {msg}  {binary_bytes_per_sec}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { bar }
    }

    /// One more document, of so many bytes.
    pub(crate) fn done(&self, documents: u64, bytes: usize) {
        if !self.bar.is_hidden() {
            self.bar.set_message(format!("{documents} read"));
            self.bar.inc(u64::try_from(bytes).unwrap_or(u64::MAX));
        }
    }

    /// Something is printed, with the bar out of the way.
    pub(crate) fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    /// The bar is gone.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Whether there is somebody to see a bar.
pub(crate) fn is_seen() -> bool {
    io::stderr().is_terminal()
}
