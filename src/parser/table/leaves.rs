//! Columns whose heads do not stand over them: signs alone, and heads of a second line behind those of the first.

use crate::parser::table::columns::Leaf;
use crate::parser::table::head::{Head, Token};
use crate::parser::table::item::{Gap, Item, What};

/// The signs that stand alone on a line of heads, under the word for a change: "Variance   Variance" over "($)   (%)", or
/// behind the heads in a text that has run together: "Change 2024 2023 $ %".
pub(super) fn marks(items: &[Item], line: usize, first: &Token) -> Vec<Leaf> {
    let is_sign = |at: usize| items.get(at).is_some_and(|item| item.line == line && matches!(item.word(), "$" | "%"));
    let is_year = |at: usize| items.get(at).is_some_and(|item| matches!(item.what, What::Year(_)));
    let apart = |at: usize| items.get(at).is_none_or(|item| item.gap != Gap::Narrow);
    let mut behind = false;
    let mut leaves = Vec::new();
    for at in first.items.end..items.len() {
        behind = is_sign(at) && (behind || is_year(at - 1));
        if behind || (is_sign(at) && apart(at) && apart(at + 1)) {
            leaves.push(Leaf { head: Some(Head::Change), items: at..at + 1, line });
        }
    }
    leaves
}

/// Puts each share behind its amount where "Amount % of sales Amount % of sales" has run together behind the dates that it
/// stood under.
pub(super) fn interleave(leaves: &mut Vec<Leaf>, items: &[Item]) {
    let is_share = |leaf: &Leaf| {
        let before = leaf.items.start.checked_sub(1).and_then(|before| items.get(before));
        let amount = before.is_some_and(|item| matches!(item.word(), "amount" | "amounts" | "dollars" | "$"));
        leaf.head == Some(Head::Share) && amount && items.get(leaf.items.start).is_some_and(|item| item.crowded)
    };
    let levels = leaves.iter().position(is_share).unwrap_or(leaves.len());
    if levels == 0 || leaves.len() != 2 * levels || !leaves.iter().skip(levels).all(is_share) {
        return;
    }
    let shares = leaves.split_off(levels);
    *leaves = std::mem::take(leaves).into_iter().zip(shares).flat_map(|(level, share)| [level, share]).collect();
}
