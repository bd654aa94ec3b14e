//! Which columns a head stands over, where a line has fewer heads than there are columns: by number and order, and where
//! that does not tell, by place.

use std::ops::Range;

use crate::parser::table::columns::{Column, Content, Leaf};
use crate::parser::table::head::{Head, Token};
use crate::parser::table::item::Item;

/// For each column the head of the group that it stands under.
pub(super) fn owners(
    columns: &[Column],
    leaves: &[Leaf],
    groups: &[&Token],
    items: &[Item],
) -> Option<Vec<Option<usize>>> {
    let levels: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].content == Content::Level).collect();
    let alike = groups.windows(2).all(|pair| pair[0].head == pair[1].head);
    if groups.len() == 1 {
        return Some(vec![Some(0); columns.len()]);
    }
    let starts: Vec<usize> = if groups.len() == levels.len() {
        levels
    } else if groups.len() > levels.len() {
        return None;
    } else if alike && matches!(groups.first()?.head, Head::On(_)) {
        return Some(nearest(leaves, groups, items));
    } else {
        let first = leaves.get(*levels.first()?)?.head;
        let again: Vec<usize> =
            levels.iter().copied().filter(|at| leaves.get(*at).is_some_and(|leaf| leaf.head == first)).collect();
        let restarts = starts_again(columns, &again);
        if restarts.len() == groups.len() {
            restarts
        } else if let Some(split) = by_place(leaves, groups, items) {
            vec![0, split]
        } else if columns.len().is_multiple_of(groups.len()) && is_even(columns, columns.len() / groups.len()) {
            (0..groups.len()).map(|group| group * (columns.len() / groups.len())).collect()
        } else {
            return None;
        }
    };
    let owner = |at: usize| starts.iter().rposition(|start| *start <= at);
    Some((0..columns.len()).map(owner).collect())
}

/// Where the columns begin anew: at those like the first, with the same day as the first where days are known.
fn starts_again(columns: &[Column], again: &[usize]) -> Vec<usize> {
    let first = columns.first().and_then(|column| column.time.day);
    let same = |at: &&usize| columns.get(**at).is_some_and(|column| column.time.day == first);
    again.iter().filter(same).copied().collect()
}

/// Whether groups of so many columns are each of one time of the year, as far as days are known: three quarters and a year
/// are not two groups of two.
fn is_even(columns: &[Column], size: usize) -> bool {
    let day = |column: &Column| column.time.day.map(|(month, day)| u16::from(month) * 31 + u16::from(day));
    let is_far = |one: u16, other: u16| (11..=361).contains(&one.abs_diff(other));
    let alike = |group: &[Column]| {
        let mut days = group.iter().filter_map(day);
        days.next().is_none_or(|first| !days.any(|other| is_far(first, other)))
    };
    columns.chunks(size).all(alike)
}

/// Where the second of two groups begins, where columns are kept apart: so that each stands over the middle of its own.
fn by_place(leaves: &[Leaf], groups: &[&Token], items: &[Item]) -> Option<usize> {
    let [one, other] = groups else { return None };
    let crowded = items.get(one.items.start).is_none_or(|item| item.crowded);
    if crowded || one.line != other.line {
        return None;
    }
    let off = |group: &Token, under: &[Leaf]| {
        let ends = under.first().zip(under.last());
        let between = |(first, last): (&Leaf, &Leaf)| middle(items, &first.items) + middle(items, &last.items);
        ends.map_or(usize::MAX, |ends| between(ends).abs_diff(2 * middle(items, &group.items)))
    };
    let fault = |split: &usize| {
        let (under_one, under_other) = leaves.split_at(*split);
        off(one, under_one).saturating_add(off(other, under_other))
    };
    (1..leaves.len()).min_by_key(fault)
}

/// For each head of a group the column whose middle is nearest.
pub(super) fn nearest(leaves: &[Leaf], groups: &[&Token], items: &[Item]) -> Vec<Option<usize>> {
    let mut owners = vec![None; leaves.len()];
    for (index, group) in groups.iter().enumerate() {
        let near = (0..leaves.len()).min_by_key(|at| {
            leaves.get(*at).map_or(usize::MAX, |leaf| middle(items, &leaf.items).abs_diff(middle(items, &group.items)))
        });
        if let Some(owner) = near.and_then(|near| owners.get_mut(near)) {
            *owner = Some(index);
        }
    }
    owners
}

/// How far from the beginning of its line the middle of a head stands.
fn middle(items: &[Item], place: &Range<usize>) -> usize {
    let start = items.get(place.start).map_or(0, |item| item.column);
    let (from, to) = (items.get(place.start), items.get(place.end.saturating_sub(1)));
    let width = from.zip(to).map_or(0, |(from, to)| to.span.end.saturating_sub(from.span.start));
    start + width / 2
}
