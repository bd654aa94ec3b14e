//! Puts pages one after the other: in the order in which they come, or in the one asked for.

use std::cmp::Ordering;
use std::io::{self, Write};

use crate::batch::{Event, Outcome, Page, Settings};
use crate::renderer::{Overview, SortKey, Summary, Tally};

/// The output under way.
pub(super) struct Collector<'a> {
    settings: &'a Settings,
    out: &'a mut dyn Write,
    watch: &'a mut dyn FnMut(Event<'_>),
    overview: Overview,
    /// Pages that wait for the end.
    held: Vec<Held>,
    /// How many pages are written.
    written: usize,
    begun: bool,
}

/// A page that waits.
struct Held {
    /// Its place in the input, which settles ties.
    place: u64,
    row: Summary,
    text: Vec<u8>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(settings: &'a Settings, out: &'a mut dyn Write, watch: &'a mut dyn FnMut(Event<'_>)) -> Self {
        Self { settings, out, watch, overview: Overview::default(), held: Vec::new(), written: 0, begun: false }
    }

    /// The next outcome, in the order of the input.
    pub(super) fn take(&mut self, outcome: Outcome) -> io::Result<()> {
        let page = match outcome {
            Ok(page) => page,
            Err(failure) => {
                self.overview.tally.failed = self.overview.tally.failed.saturating_add(1);
                (self.watch)(Event::Failed(&failure));
                return Ok(());
            }
        };
        (self.watch)(Event::Done { bytes: page.bytes });
        self.overview.tally.add(page.summary.as_ref());
        match page {
            Page { text, summary: Some(row), .. } if self.waits() => {
                self.held.push(Held { place: self.overview.tally.documents, row, text });
                self.prune();
                Ok(())
            }
            Page { text, summary, .. } => self.write(&text, summary),
        }
    }

    /// Writes what is left and comes after the last.
    pub(super) fn finish(mut self) -> io::Result<Tally> {
        self.sort();
        let held = std::mem::take(&mut self.held);
        let opens = self.settings.renderer.opens_with_overview();
        if opens {
            let shown = self.settings.top.unwrap_or(usize::MAX);
            self.overview.rows = held.iter().take(shown).map(|held| held.row.clone()).collect();
        }
        for Held { text, row, .. } in held {
            self.write(&text, Some(row).filter(|_| !opens))?;
        }
        let nothing = self.overview.tally.documents == 0 && !self.settings.several;
        if !nothing {
            self.begin()?;
            self.settings.renderer.finish(&self.overview, self.out)?;
        }
        self.out.flush()?;
        Ok(self.overview.tally)
    }

    fn begin(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.settings.renderer.begin_with(&self.overview, self.out)?;
        }
        Ok(())
    }

    /// Whether pages wait for the end: their order, or what is before the first, is not known sooner.
    fn waits(&self) -> bool {
        self.settings.sort.is_some() || self.settings.renderer.opens_with_overview()
    }

    fn write(&mut self, text: &[u8], row: Option<Summary>) -> io::Result<()> {
        if self.settings.top.is_some_and(|top| self.written >= top) {
            return Ok(());
        }
        self.begin()?;
        if self.written > 0 {
            self.out.write_all(self.settings.renderer.between())?;
        }
        self.written += 1;
        self.settings.renderer.place(self.written, text, self.out)?;
        if self.settings.renderer.wants_summaries() {
            self.overview.rows.extend(row);
        }
        if self.settings.line_buffered { self.out.flush() } else { Ok(()) }
    }

    /// Of a long run only the first few are wanted: the others are let go now and then.
    fn prune(&mut self) {
        let Some(top) = self.settings.top else { return };
        if self.held.len() > top.saturating_mul(2).max(SLACK) {
            self.sort();
            self.held.truncate(top);
        }
    }

    /// Puts the pages that wait into the order asked for; that of the input is theirs already.
    fn sort(&mut self) {
        if let Some(key) = self.settings.sort {
            self.held.sort_by(|one, other| compare(key, one, other));
        }
    }
}

/// How many pages are kept beyond those wanted, so that sorting is rare.
const SLACK: usize = 1024;

fn compare(key: SortKey, one: &Held, other: &Held) -> Ordering {
    key.compare(&one.row, &other.row).then(one.place.cmp(&other.place))
}
