//! Heads that stand over what is expected without saying so: "Prior" beside "Current" in a table of guidance.

use std::ops::Range;

use crate::parser::table::head::Head;
use crate::parser::table::item::{Gap, Item};

/// Words over the column of what is expected now, where another is of what was expected before.
const NOW: [&str; 4] = ["current", "updated", "revised", "new"];

/// A phrase of heads and its place, as heads are found.
type Phrase = (Option<Head>, Range<usize>);

/// Adds what "Prior" and "Current" leave out when they stand side by side, each alone in its part of a line.
pub(super) fn completed(phrases: Vec<Phrase>, items: &[Item]) -> Vec<Phrase> {
    if phrases.iter().all(|(head, _)| *head != Some(Head::Prior)) {
        return phrases;
    }
    let is_alone = |at: &Range<usize>| {
        let begins = |at: usize| items.get(at).is_none_or(|item| item.gap != Gap::Narrow);
        begins(at.start) && begins(at.end)
    };
    let line = |at: &Range<usize>| items.get(at.start).map(|item| item.line);
    let is_prior = |(head, at): &Phrase| *head == Some(Head::Prior) && is_alone(at);
    let is_now = |(head, at): &Phrase| {
        head.is_none() && is_alone(at) && items.get(at.start).is_some_and(|item| NOW.contains(&item.word()))
    };
    let lines = |is: &dyn Fn(&Phrase) -> bool| -> Vec<Option<usize>> {
        phrases.iter().filter(|phrase| is(phrase)).map(|(_, at)| line(at)).collect()
    };
    let (priors, nows) = (lines(&is_prior), lines(&is_now));
    if priors.iter().all(|prior| !nows.contains(prior)) {
        return phrases;
    }
    let beside = |at: &Range<usize>, others: &[Option<usize>]| others.contains(&line(at));
    let plan = |at: &Range<usize>| (Some(Head::Guidance), at.clone());
    phrases
        .iter()
        .flat_map(|phrase| match &phrase.1 {
            at if is_prior(phrase) && beside(at, &nows) => vec![phrase.clone(), plan(at)],
            at if is_now(phrase) && beside(at, &priors) => vec![plan(at)],
            _ => vec![phrase.clone()],
        })
        .collect()
}
