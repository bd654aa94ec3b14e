//! Workers that share the parcels, and come out in the order of the input.
//!
//! One thread finds the parcels and deals them out in bundles, workers take the next bundle when they are free, and the
//! caller's thread puts the results back in order. A budget on what is under way keeps the memory bounded, however
//! long the input is and however slow the reader of the output.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use crate::batch::{Outcome, Settings, work};
use crate::input::Parcel;

/// Deals the parcels out to the workers and hands the outcomes to `take` in the order of the parcels.
///
/// The threads are left to themselves when `take` fails: they may be waiting for input that never comes, and nobody
/// should have to wait with them.
///
/// # Errors
/// Those of `take`, and of the system where it gives no threads.
pub(super) fn run(
    parcels: impl Iterator<Item = Parcel> + Send + 'static,
    settings: &Settings,
    take: &mut dyn FnMut(Outcome) -> io::Result<()>,
) -> io::Result<()> {
    let budget = Arc::new(Budget::new(settings.jobs));
    let (bundles, dealt) = channel();
    let dealt = Arc::new(Mutex::new(dealt));
    let (results, done) = channel();
    for _ in 0..settings.jobs {
        let (dealt, results, settings) = (Arc::clone(&dealt), results.clone(), settings.clone());
        spawn("worker", move || labour(&dealt, &results, &settings))?;
    }
    drop(results);
    let (line_buffered, dealer) = (settings.line_buffered, Arc::clone(&budget));
    spawn("dealer", move || deal(parcels, line_buffered, &dealer, &bundles))?;
    let outcome = in_order(&done, &budget, take);
    budget.close();
    outcome
}

fn spawn(name: &str, task: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(task).map(drop)
}

/// Parcels that are dealt out together, so that short lines cost no more than long texts.
struct Bundle {
    number: usize,
    weight: usize,
    parcels: Vec<Parcel>,
}

/// What a worker made of a bundle.
struct Finished {
    number: usize,
    weight: usize,
    outcomes: Vec<Outcome>,
}

/// A bundle is full at this many bytes.
const FULL: usize = 64 * 1024;

fn deal(parcels: impl Iterator<Item = Parcel>, line_buffered: bool, budget: &Budget, bundles: &Sender<Bundle>) {
    let mut parcels = parcels.fuse().peekable();
    let mut number = 0;
    while parcels.peek().is_some() {
        let mut bundle = Bundle { number, weight: 0, parcels: Vec::new() };
        for parcel in parcels.by_ref() {
            bundle.weight = bundle.weight.saturating_add(weight(&parcel));
            bundle.parcels.push(parcel);
            if line_buffered || bundle.weight >= FULL {
                break;
            }
        }
        if !budget.take(bundle.weight) || bundles.send(bundle).is_err() {
            return;
        }
        number += 1;
    }
}

/// Every parcel costs something, even a line of a few bytes.
fn weight(parcel: &Parcel) -> usize {
    usize::try_from(parcel.size()).unwrap_or(usize::MAX).saturating_add(256)
}

fn labour(dealt: &Mutex<Receiver<Bundle>>, results: &Sender<Finished>, settings: &Settings) {
    loop {
        let next = dealt.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Bundle { number, weight, parcels }) = next else { return };
        let outcomes = parcels.into_iter().map(|parcel| work(parcel, settings)).collect();
        if results.send(Finished { number, weight, outcomes }).is_err() {
            return;
        }
    }
}

fn in_order(
    done: &Receiver<Finished>,
    budget: &Budget,
    take: &mut dyn FnMut(Outcome) -> io::Result<()>,
) -> io::Result<()> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for finished in done {
        waiting.insert(finished.number, finished);
        while let Some(finished) = waiting.remove(&next) {
            finished.outcomes.into_iter().try_for_each(&mut *take)?;
            budget.give_back(finished.weight);
            next += 1;
        }
    }
    Ok(())
}

/// How many bytes may be under way, from the dealer's hand to the output.
struct Budget {
    state: Mutex<State>,
    changed: Condvar,
    limit: usize,
}

/// What a budget has given out.
#[derive(Default)]
struct State {
    given: usize,
    closed: bool,
}

/// Bytes under way for each worker.
const PER_WORKER: usize = 4 * 1024 * 1024;

impl Budget {
    fn new(jobs: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), limit: PER_WORKER.saturating_mul(jobs) }
    }

    /// Waits until there is room, or nothing else under way; false where nobody wants the results any more.
    fn take(&self, weight: usize) -> bool {
        let full =
            |state: &mut State| !state.closed && state.given > 0 && state.given.saturating_add(weight) > self.limit;
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self.changed.wait_while(state, full).unwrap_or_else(PoisonError::into_inner);
        state.given = state.given.saturating_add(weight);
        !state.closed
    }

    fn give_back(&self, weight: usize) {
        self.change(|state| state.given = state.given.saturating_sub(weight));
    }

    fn close(&self) {
        self.change(|state| state.closed = true);
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use crate::batch::{Event, Settings, run};
    use crate::input::{InputFormat, Options, Source, parcels};
    use crate::renderer::{Format, SortKey, View};
    use std::io::{self, Cursor, Write};
    use std::sync::Arc;

    fn settings(jobs: usize) -> Settings {
        Settings {
            input: Arc::new(Options::default()),
            renderer: Format::Jsonl.renderer(View::default()).into(),
            jobs,
            line_buffered: jobs == 3,
            several: true,
            sort: None,
            top: None,
        }
    }

    fn lines(count: usize) -> String {
        let line = |n: usize| match n % 7 {
            3 => "nonsense\n".to_owned(),
            _ => format!("{{\"id\": {n}, \"text\": \"{}\"}}\n", "Revenue rose. ".repeat(n * 31 % 997)),
        };
        (1..=count).map(line).collect()
    }

    fn ids(settings: &Settings, text: &str, out: &mut dyn Write) -> io::Result<String> {
        let source = Source::stream(Box::new(Cursor::new(text.to_owned())), InputFormat::Jsonl).unwrap();
        let mut failed = String::new();
        run(parcels(vec![source], Arc::clone(&settings.input)), settings, out, &mut |event| {
            if let Event::Failed(failure) = event {
                failed.push_str(&format!("{}\n", failure.line.unwrap()));
            }
        })?;
        Ok(failed)
    }

    #[test]
    fn any_number_of_workers_gives_the_same_bytes() {
        let text = lines(600);
        let mut alone = Vec::new();
        let failed = ids(&settings(1), &text, &mut alone).unwrap();
        for jobs in [2, 3, 8] {
            let mut shared = Vec::new();
            assert_eq!(ids(&settings(jobs), &text, &mut shared).unwrap(), failed);
            assert!(shared == alone, "{jobs} workers");
        }
    }

    #[test]
    fn only_the_first_few_in_the_order_asked_for() {
        for jobs in [1, 2] {
            let mut out = Vec::new();
            let settings = Settings { sort: Some(SortKey::Document), top: Some(3), ..settings(jobs) };
            ids(&settings, &lines(3000), &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            let ids: Vec<&str> = text.lines().filter_map(|line| line.split('"').nth(7)).collect();
            assert_eq!(ids, ["1", "100", "1000"]);
        }
    }

    struct Closed;

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_output_ends_the_run() {
        for jobs in [1, 2] {
            let error = ids(&settings(jobs), &lines(2000), &mut Closed).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
        }
    }
}
