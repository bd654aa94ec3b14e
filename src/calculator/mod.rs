//! Facts to line items, ratios and checks. Knows nothing of text.

mod interval;
mod rounding;

mod names;

mod said;

mod grouping;

mod pairing;

mod claim;

mod growth;
mod guidance;
mod implied;
mod line_item;
mod surprise;

mod order;

mod ratio;

mod check;
mod wording;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use crate::model::{Check, LineItem, Ratio, Reading};

/// Groups the facts into line items and derives everything that follows from them: growth, surprises, what guidance means,
/// ratios, and checks of what the text says. Never fails: what cannot be derived is absent.
pub fn calculate(reading: &Reading) -> (Vec<LineItem>, Vec<Ratio>, Vec<Check>) {
    let mut names = names::Names::new(&reading.company, &reading.facts);
    let claims = claim::Claims::new(reading, &mut names);
    let (mut groups, places) = grouping::group(&reading.facts, &mut names);
    groups.iter_mut().for_each(pairing::pair);
    let context =
        line_item::Context { groups: &groups, places: &places, names: &names, claims: &claims, period: reading.period };
    let mut drafts = line_item::draft_all(&context);
    order::sort(&mut drafts, reading.period);
    let ratios = ratio::ratios(&drafts, reading.period);
    let checks = check::checks(&drafts, &ratios, &claims, &reading.facts);
    let line_items = drafts.into_iter().map(|draft| *draft.item).collect();
    (line_items, ratios, checks)
}
