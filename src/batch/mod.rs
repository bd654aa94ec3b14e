//! Many documents: what is done with each, in which order they come out, what failed.
//!
//! The output is the same for any number of workers, byte for byte.

mod collect;
mod crew;

use std::io::{self, Write};
use std::sync::Arc;

use crate::input::{Failure, Options, Parcel};
use crate::renderer::{Renderer, SortKey, Summary, Tally};

use collect::Collector;

/// How a run goes.
#[derive(Clone)]
pub struct Settings {
    /// How documents are read.
    pub input: Arc<Options>,
    /// What writes them.
    pub renderer: Arc<dyn Renderer>,
    /// How many workers; one works in the caller's own thread.
    pub jobs: usize,
    /// Whether every document is passed on as soon as it is done.
    pub line_buffered: bool,
    /// Whether there may be several documents: the output then has a beginning and an end even when all of them fail.
    pub several: bool,
    /// In which order they come out; that of the input where there is none.
    pub sort: Option<SortKey>,
    /// How many are shown; all where there is none.
    pub top: Option<usize>,
}

/// What happens during a run.
#[derive(Debug)]
pub enum Event<'a> {
    /// A document is done.
    Done {
        /// The bytes of its text.
        bytes: usize,
    },
    /// A document could not be read.
    Failed(&'a Failure),
}

/// Reads, analyzes and writes all parcels. What cannot be read is told to `watch` and stops nothing.
///
/// ```
/// use std::sync::Arc;
/// use topline::{batch, input, renderer};
///
/// let input = Arc::new(input::Options::default());
/// let lines = std::io::Cursor::new("{\"id\": \"a\", \"text\": \"Revenue was $5 billion.\"}\nnonsense\n");
/// let source = input::Source::stream(Box::new(lines), input::InputFormat::Jsonl).unwrap();
/// let parcels = input::parcels(vec![source], Arc::clone(&input));
/// let renderer = renderer::Format::Jsonl.renderer(renderer::View::default()).into();
/// let settings = batch::Settings { input, renderer, jobs: 2, line_buffered: false, several: true, sort: None, top: None };
///
/// let (mut out, mut failures) = (Vec::new(), Vec::new());
/// let tally = batch::run(parcels, &settings, &mut out, &mut |event| {
///     if let batch::Event::Failed(failure) = event {
///         failures.push(failure.to_string());
///     }
/// })?;
/// assert_eq!((tally.documents, tally.failed), (1, 1));
/// assert!(failures[0].starts_with("cannot read standard input, line 2: it is not JSON"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Those of `out`.
pub fn run(
    parcels: impl Iterator<Item = Parcel> + Send + 'static,
    settings: &Settings,
    out: &mut dyn Write,
    watch: &mut dyn FnMut(Event<'_>),
) -> io::Result<Tally> {
    let mut collector = Collector::new(settings, out, watch);
    if settings.jobs <= 1 {
        for parcel in parcels {
            collector.take(work(parcel, settings))?;
        }
    } else {
        crew::run(parcels, settings, &mut |outcome| collector.take(outcome))?;
    }
    collector.finish()
}

/// What became of a parcel.
type Outcome = Result<Page, Failure>;

/// One document, ready to be written.
struct Page {
    /// What the renderer made of it.
    text: Vec<u8>,
    /// Its row, where rows are wanted.
    summary: Option<Summary>,
    /// The bytes of its text.
    bytes: usize,
}

/// As much room as most pages need, in bytes; the others grow.
const USUAL_PAGE: usize = 256 * 1024;

/// All that is done with one document; the same on any thread.
fn work(parcel: Parcel, settings: &Settings) -> Outcome {
    let document = parcel.open(&settings.input)?;
    let report = crate::analyze(&document);
    let renderer = &settings.renderer;
    let wanted = settings.sort.is_some() || renderer.wants_summaries() || renderer.opens_with_overview();
    let mut text = Vec::with_capacity((2 * document.text.len()).min(USUAL_PAGE));
    renderer.report(&report, &mut text);
    Ok(Page { text, summary: wanted.then(|| Summary::of(&report)), bytes: document.text.len() })
}
