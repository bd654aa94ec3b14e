//! What the words of a label say of the basis: adjusted, as reported, at constant exchange rates, without this or that.

use crate::model::Basis;
use crate::parser::table::known::named;
use crate::parser::vocabulary::statements::Nature;

/// The words without those that tell the basis, and the basis.
pub(super) fn taken(words: &[String], per_share: bool) -> (Vec<String>, Option<Basis>) {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut basis = None;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        let last = kept.last().map_or("", String::as_str);
        let before_basis = || words.iter().skip(at + 1).take(3).any(|word| word == "basis");
        match &**word {
            "gaap" if last == "non" => {
                kept.pop();
                basis = basis.or(Some(Basis::Adjusted));
            }
            "gaap" | "reported" => basis = basis.or(Some(Basis::Gaap)),
            "adjusted" | "core" | "underlying" | "nongaap" | "ongoing" | "normalized" => {
                basis = basis.or(Some(Basis::Adjusted));
            }
            // Adjusted funds from operations.
            "affo" => {
                basis = basis.or(Some(Basis::Adjusted));
                kept.push("ffo".to_owned());
            }
            "operating" if per_share && matches!(next, "earnings" | "income" | "eps" | "ffo") => {
                basis = basis.or(Some(Basis::Adjusted));
            }
            "operational" if next == "ebitda" => basis = basis.or(Some(Basis::Adjusted)),
            "organic" => basis = basis.or(Some(Basis::Organic)),
            "operational" => basis = Some(operational(basis, per_share)),
            "currency" if last == "constant" => {
                kept.pop();
                basis = Some(Basis::ConstantCurrency);
            }
            "on" | "a" if before_basis() => {}
            "as" if matches!(next, "reported" | "adjusted") => {}
            "basis" | "measure" => {}
            _ => kept.push(word.clone()),
        }
    }
    (kept, basis)
}

/// Operational figures are at constant exchange rates, adjusted operational sales without acquisitions too.
fn operational(before: Option<Basis>, per_share: bool) -> Basis {
    if before == Some(Basis::Adjusted) && !per_share { Basis::Organic } else { Basis::ConstantCurrency }
}

/// The words without what is said at their end to be in a figure or out of it: of a cost that tells no more, of a gain it tells
/// the basis.
pub(super) fn without(mut words: Vec<String>) -> (Vec<String>, Option<Basis>) {
    let leads = |word: &String| matches!(&**word, "exclusive" | "excluding" | "including" | "inclusive");
    let Some(at) = words.iter().position(leads).filter(|at| *at > 0) else { return (words, None) };
    let Some(line) = named(&words[..at].join(" ")) else { return (words, None) };
    let rest = |what: &[&str]| words[at..].iter().any(|word| what.contains(&&**word));
    let excludes = words[at] == "excluding" && line.nature == Nature::Plain;
    let basis = if excludes && rest(&["currency", "exchange"]) {
        Some(Basis::ConstantCurrency)
    } else if excludes && rest(&["items", "special", "nonrecurring", "charges", "restructuring", "amortization"]) {
        Some(Basis::Adjusted)
    } else if line.metric.key() == "cost_of_revenue" {
        None
    } else {
        return (words, None);
    };
    words.truncate(at);
    (words, basis)
}
