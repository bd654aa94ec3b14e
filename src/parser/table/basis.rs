//! What the words of a label say of the basis: adjusted, as reported, at constant exchange rates, without this or that.

use std::borrow::Cow;

use crate::model::Basis;
use crate::parser::table::named::named;
use crate::parser::table::words::Words;
use crate::parser::vocabulary::statements::Nature;

/// Takes out the words that tell the basis.
pub(super) fn taken(words: &mut Words, per_share: bool) -> Option<Basis> {
    let mut basis = None;
    let (mut kept, mut at) = (0, 0);
    while let Some(word) = words.words.get(at) {
        let next = words.words.get(at + 1).map_or("", Cow::as_ref);
        let last = words.words.get(..kept).and_then(<[_]>::last).map_or("", Cow::as_ref);
        let before_basis = || words.words.iter().skip(at + 1).take(3).any(|word| word == "basis");
        let (mut keeps, mut of_funds) = (false, false);
        match &**word {
            "gaap" if last == "non" => {
                kept -= 1;
                basis = basis.or(Some(Basis::Adjusted));
            }
            "gaap" | "reported" => basis = basis.or(Some(Basis::Gaap)),
            "adjusted" | "core" | "underlying" | "nongaap" | "ongoing" | "normalized" => {
                basis = basis.or(Some(Basis::Adjusted));
            }
            // Adjusted funds from operations.
            "affo" => {
                basis = basis.or(Some(Basis::Adjusted));
                (keeps, of_funds) = (true, true);
            }
            "operating" if per_share && matches!(next, "earnings" | "income" | "eps" | "ffo") => {
                basis = basis.or(Some(Basis::Adjusted));
            }
            "operational" if next == "ebitda" => basis = basis.or(Some(Basis::Adjusted)),
            "organic" => basis = basis.or(Some(Basis::Organic)),
            "operational" => basis = Some(operational(basis, per_share)),
            "currency" if last == "constant" => {
                kept -= 1;
                basis = Some(Basis::ConstantCurrency);
            }
            "on" | "a" if before_basis() => {}
            "as" if matches!(next, "reported" | "adjusted") => {}
            "basis" | "measure" => {}
            _ => keeps = true,
        }
        if of_funds {
            words.put(at, "ffo");
        }
        if keeps {
            words.words.swap(kept, at);
            kept += 1;
        }
        at += 1;
    }
    words.words.truncate(kept);
    basis
}

/// Operational figures are at constant exchange rates, adjusted operational sales without acquisitions too.
fn operational(before: Option<Basis>, per_share: bool) -> Basis {
    if before == Some(Basis::Adjusted) && !per_share { Basis::Organic } else { Basis::ConstantCurrency }
}

/// Takes out what is said at the end to be in a figure or out of it: of a cost that tells no more, of a gain it tells the basis.
pub(super) fn without(words: &mut Words) -> Option<Basis> {
    let at = words.place(["exclusive", "excluding", "including", "inclusive"]).filter(|at| *at > 0)?;
    let (before, behind) = words.words.split_at(at);
    let line = named(&before.join(" "))?;
    let rest = |what: &[&str]| behind.iter().any(|word| what.contains(&&**word));
    let excludes = behind.first().is_some_and(|word| word == "excluding") && line.nature == Nature::Plain;
    let basis = if excludes && rest(&["currency", "exchange"]) {
        Some(Basis::ConstantCurrency)
    } else if excludes && rest(&["items", "special", "nonrecurring", "charges", "restructuring", "amortization"]) {
        Some(Basis::Adjusted)
    } else if line.metric.key() == "cost_of_revenue" {
        None
    } else {
        return None;
    };
    words.words.truncate(at);
    basis
}
