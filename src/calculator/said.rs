//! One figure of a cell, from all its mentions: which one stands, and which contradict it.

use std::cmp::Reverse;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::calculator::grouping::as_level;
use crate::calculator::interval::Reach;
use crate::model::{Action, Bound, Fact, Figure, Role, Unit};

/// A figure, and what its other mentions add to it.
///
/// Mentions that agree within their rounding are one reading, for which the most precise of them stands. Where there are
/// several, a figure beats a bound or an approximation, then one that stands in a statement beats prose, then one that
/// prose repeats from a statement beats the others there, then one that stands in more statements; then the first.
pub(super) struct Said<'a> {
    /// The mention that is trusted most.
    pub(super) fact: &'a Fact,
    /// The readings, the first apart: mostly there is no other.
    first: Reading<'a>,
    others: Vec<Reading<'a>>,
}

/// Mentions that agree with each other.
#[derive(Clone, Copy)]
struct Reading<'a> {
    fact: &'a Fact,
    action: Option<Action>,
    source: Option<&'a Arc<str>>,
    /// How many rows of statements say it.
    in_tables: usize,
    in_prose: bool,
}

/// How many readings of one figure are told apart. A text with more says nothing about it.
const MOST_READINGS: usize = 16;

/// Adds a mention of a figure.
pub(super) fn hear<'a>(slot: &mut Option<Said<'a>>, fact: &'a Fact) {
    receive(slot, Said { fact, first: Reading::of(fact), others: Vec::new() });
}

/// Adds all mentions of a figure to those of another.
pub(super) fn receive<'a>(slot: &mut Option<Said<'a>>, other: Said<'a>) {
    let Some(said) = slot else {
        *slot = Some(other);
        return;
    };
    other.readings().for_each(|reading| said.add(*reading));
}

impl<'a> Said<'a> {
    /// The figure as a line item shows it.
    pub(super) fn figure(&self) -> Figure {
        let lead = self.lead();
        Figure {
            quantity: self.fact.quantity.clone(),
            fact: self.fact.id,
            action: lead.action,
            source: lead.source.cloned(),
        }
    }

    /// Mentions that disagree with it beyond rounding. Statements have several lines for what is one metric here, such as
    /// earnings before and after what belongs to minorities; but prose that no statement bears out is of interest.
    pub(super) fn rivals(&self) -> impl Iterator<Item = &'a Fact> {
        let others = self.readings().filter(|reading| reading.fact.id != self.fact.id && reading.in_tables == 0);
        others.map(|reading| reading.fact).filter(|other| are_rivals(self.fact, other))
    }

    fn add(&mut self, new: Reading<'a>) {
        let has_room = self.others.len() + 1 < MOST_READINGS;
        let mut known = std::iter::once(&mut self.first).chain(&mut self.others);
        match known.find(|known| agree(known.fact, new.fact)) {
            Some(known) => known.join(new),
            None if has_room => self.others.push(new),
            None => {}
        }
        self.fact = self.lead().fact;
    }

    fn readings(&self) -> impl Iterator<Item = &Reading<'a>> {
        std::iter::once(&self.first).chain(&self.others)
    }

    fn lead(&self) -> &Reading<'a> {
        if self.others.is_empty() {
            return &self.first;
        }
        let lead = self.readings().min_by_key(|reading| {
            let in_table = reading.in_tables > 0;
            (is_vague(reading.fact), !in_table, !(in_table && reading.in_prose), Reverse(reading.in_tables))
        });
        lead.unwrap_or(&self.first)
    }
}

impl<'a> Reading<'a> {
    fn of(fact: &'a Fact) -> Self {
        let in_table = fact.is_from_table();
        let (action, source) = (fact.action, fact.source.as_ref());
        Self { fact, action, source, in_tables: usize::from(in_table), in_prose: !in_table }
    }

    fn join(&mut self, other: Self) {
        let precision = |fact: &Fact| (vagueness(fact), fact.quantity.resolution());
        if precision(other.fact) < precision(self.fact) {
            self.fact = other.fact;
        }
        self.action = self.action.or(other.action);
        self.source = self.source.or(other.source);
        self.in_tables = self.in_tables.saturating_add(other.in_tables);
        self.in_prose |= other.in_prose;
    }
}

/// Whether two mentions may be of the same true figure.
pub(super) fn agree(one: &Fact, other: &Fact) -> bool {
    Reach::measured(&one.quantity).meets(Reach::measured(&other.quantity))
}

/// Whether two mentions contradict each other, rather than being of different things that the reader could not tell apart:
/// two data vendors may expect different things, prior guidance may have been given more than once, figures of an unknown
/// year may be of two years, rates are near each other by chance, and figures far apart are seldom meant to be the same.
fn are_rivals(one: &Fact, other: &Fact) -> bool {
    let is_dated = one.period.is_some_and(|period| period.year.is_some());
    let is_amount = as_level(one.quantity.unit()) != Unit::Percent;
    let is_alike = one.source == other.source && is_vague(one) == is_vague(other);
    is_dated && is_amount && is_alike && one.role != Role::PriorGuidance && are_near(one, other)
}

/// Within a twentieth of the larger one.
fn are_near(one: &Fact, other: &Fact) -> bool {
    let (one, other) = (one.quantity.value(), other.quantity.value());
    let size = one.abs().max(other.abs()).checked_div(Decimal::from(20));
    one.checked_sub(other).zip(size).is_some_and(|(apart, size)| apart.abs() <= size)
}

fn is_vague(fact: &Fact) -> bool {
    matches!(fact.quantity.bound(), Bound::About | Bound::AtLeast | Bound::AtMost)
}

/// The lower the more it tells. Of guidance a range tells more than its middle.
fn vagueness(fact: &Fact) -> u8 {
    match (fact.quantity.bound(), fact.role) {
        (Bound::Range, Role::Guidance | Role::PriorGuidance) => 0,
        (Bound::Point, _) => 1,
        (Bound::Range, Role::Actual | Role::Estimate) => 2,
        (Bound::About | Bound::AtLeast | Bound::AtMost, _) => 3,
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::{check_items, figures};

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        check_items(lines, figures, expected);
    }

    #[test]
    fn a_figure_said_twice_is_one_line_item_with_the_more_precise_figure() {
        check(
            "revenue actual 2024-Q4 USD 48bn
             revenue actual 2024-Q4 USD 48.39bn
             revenue actual 2024-Q4 USD 48.4bn",
            "revenue 2024-Q4 USD: actual 48390000000 (1)",
        );
        check(
            "revenue guidance 2024-Q4 USD 5.1bn
             revenue guidance 2024-Q4 USD 5bn..5.2bn",
            "revenue 2024-Q4 USD: guidance 5100000000 (1)",
        );
    }

    #[test]
    fn where_two_figures_disagree_the_first_stands_unless_it_is_vague() {
        check(
            "revenue actual 2024-Q4 USD 48bn
             revenue actual 2024-Q4 USD 46.2bn",
            "revenue 2024-Q4 USD: actual 48000000000 (0)",
        );
        check(
            "revenue actual 2024-Q4 USD about 50bn
             revenue actual 2024-Q4 USD 46.2bn",
            "revenue 2024-Q4 USD: actual 46200000000 (1)",
        );
    }

    #[test]
    fn a_statement_stands_before_prose_and_what_both_say_before_all() {
        check(
            "net_income actual 2024-Q4 USD 7.3m
             net_income actual 2024-Q4 USD 347.051m table",
            "net_income 2024-Q4 USD: actual 347051000 (1)",
        );
        check(
            "net_income actual 2024-Q4 USD 5.1bn
             net_income actual 2024-Q4 USD 5.231bn table
             net_income actual 2024-Q4 USD 5.144bn table",
            "net_income 2024-Q4 USD: actual 5144000000 (2)",
        );
    }
}
