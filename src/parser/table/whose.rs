//! Words of a label that say whose figure it is, of which stock, and of what it is a part.

use std::borrow::Cow;

use crate::parser::table::words::Words;

/// Takes out classes of stock: "Class A and Class C common stock" is common stock.
pub(super) fn without_classes(words: &mut Words) {
    if !words.has(["class"]) {
        return;
    }
    let words = &mut words.words;
    let is = |at: usize, what: &str, words: &[Cow<str>]| words.get(at).is_some_and(|word| word == what);
    while let Some(at) = words.windows(2).position(|pair| pair[0] == "class" && pair[1].len() == 1) {
        let and = is(at + 2, "and", words) && is(at + 3, "class", words);
        words.drain(at..at + 2 + usize::from(and));
    }
}

/// Where a label says that the figure is what the company's own holders have: "attributable to Acme", "to common shareholders".
pub(super) fn of_holders(words: &Words) -> Option<usize> {
    let start = words.place(["attributable", "available", "applicable", "to", "for"])?;
    let words = &words.words;
    let next = |at: usize| words.get(at + 1).map_or("", Cow::as_ref);
    let says = |at: &usize| match &*words[*at] {
        "attributable" | "available" | "applicable" => *at > 0 || next(*at) == "to",
        "to" | "for" => *at > 0 && next(*at) == "common",
        _ => false,
    };
    let at = (start..words.len()).find(says)?;
    let is_other = |word: &Cow<str>| matches!(&**word, "discontinued" | "participating" | "preferred" | "redeemable");
    (!words[at..].iter().any(is_other)).then_some(at)
}

/// Where a label says that the figure is a part of another: "as a percentage of".
pub(super) fn as_part(words: &Words) -> Option<usize> {
    if !words.has(["of"]) {
        return None;
    }
    let is_part = |pair: &[Cow<str>]| matches!(&*pair[0], "%" | "percentage" | "percent") && pair[1] == "of";
    let of = words.words.windows(2).position(is_part)?;
    Some(words.words[..of].iter().rposition(|word| word == "as").unwrap_or(of))
}

/// Where a label ends in saying that what was given up is left out: "from continuing operations".
pub(super) fn of_what_goes_on(words: &Words) -> Option<usize> {
    let at = words.words.len().checked_sub(2).filter(|at| *at > 0 && words.has(["continuing"]))?;
    if words.words[at] != "continuing" || words.words[at + 1] != "operations" {
        return None;
    }
    let from = usize::from(at > 1 && words.words[at - 1] == "from");
    Some(at - from)
}

/// Whether a label says a gain, and not the tax on one.
pub(super) fn gains(words: &Words) -> bool {
    let Some(start) = words.place(["income", "earnings", "profit", "profits"]) else { return false };
    let words = &words.words;
    (start..words.len()).any(|at| {
        let of_tax = words.get(at + 1).is_some_and(|next| next.starts_with("tax"));
        matches!(&*words[at], "income" | "earnings" | "profit" | "profits") && !of_tax
    })
}
