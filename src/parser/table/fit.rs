//! Cells to columns. A shifted column is the worst error there is: where the number of cells and their marks do not tell
//! which cell stands in which column, none is read.

use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::columns::{Column, Content};

/// Which cells of a row with so many stand in level columns, as a row with signs of money has shown: "$ 25,530 100.0 $ 24,020
/// 100.0 6.3" shows that of five cells the first and third do.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape(Vec<(usize, Vec<usize>)>);

/// For each column the index of its cell.
pub(super) type Fit = Vec<Option<usize>>;

/// Lays the cells of one row into the columns.
pub(super) fn fit(columns: &[Column], cells: &[Cell], shape: &mut Shape) -> Option<Fit> {
    let lead = usize::from(
        columns.len() > 1 && cells.len() > columns.len() && cells.first().is_some_and(|cell| cell.like_note),
    );
    let way = |lead: usize| Some((lead, lay(columns, cells.get(lead..)?, shape)?));
    let (lead, fit) = (0..=lead).rev().find_map(way)?;
    Some(fit.into_iter().map(|at| at.map(|at| at + lead)).collect())
}

fn lay(columns: &[Column], cells: &[Cell], shape: &mut Shape) -> Option<Fit> {
    if cells.len() == columns.len() && fits_one_to_one(columns, cells) {
        return Some((0..columns.len()).map(Some).collect());
    }
    let levels: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].content == Content::Level).collect();
    let places = level_cells(columns, cells, levels.len(), shape)?;
    if !is_alike(places.iter().filter_map(|at| cells.get(*at))) {
        return None;
    }
    let mut fit = vec![None; columns.len()];
    for (column, cell) in levels.iter().zip(&places) {
        fit[*column] = Some(*cell);
    }
    Some(fit)
}

/// Which cells stand in so many level columns.
fn level_cells(columns: &[Column], cells: &[Cell], levels: usize, shape: &mut Shape) -> Option<Vec<usize>> {
    let which = |is: fn(&Cell) -> bool| (0..cells.len()).filter(|at| is(&cells[*at])).collect();
    let fits = |places: &Vec<usize>| places.len() == levels && is_even(cells, places);
    let known = shape.0.iter().find(|(count, _)| *count == cells.len()).map(|(_, places)| places);
    if cells.len() != columns.len() {
        let money = which(|cell| cell.mark == Mark::Money && !cell.directed);
        if fits(&money) {
            if known.is_none() {
                shape.0.push((cells.len(), money.clone()));
            }
            return Some(money);
        }
    }
    if let Some(known) = known.filter(|known| fits(known)) {
        return Some(known.clone());
    }
    let first = || (0..levels).collect();
    if cells.len() == levels && is_alike(cells.iter()) {
        return Some(first());
    }
    let plain = || Some(which(|cell| cell.mark != Mark::Percent)).filter(|plain| cells.len() > levels && fits(plain));
    plain().or_else(|| trails(columns, cells).then(first))
}

/// Whether each cell may stand in the column of its own number: changes and shares among levels would show by their marks.
fn fits_one_to_one(columns: &[Column], cells: &[Cell]) -> bool {
    let of = |content: Content| {
        let pairs = columns.iter().zip(cells).filter(move |(column, _)| column.content == content);
        pairs.map(|(_, cell)| cell)
    };
    let levels = || of(Content::Level);
    let rates = levels().any(|cell| cell.mark == Mark::Percent);
    let shares_are_rates = of(Content::Share).all(|cell| cell.mark != Mark::Money);
    is_alike(levels()) && shares_are_rates && (rates || levels().all(|cell| !cell.directed))
}

/// Whether the cells at `levels` are the amounts because what stands between them repeats: the same shares after each
/// amount, and behind each group of amounts the same changes. More may follow the last.
fn is_even(cells: &[Cell], levels: &[usize]) -> bool {
    let ends = levels.iter().skip(1).copied().chain([cells.len()]);
    let after: Vec<&[Cell]> =
        levels.iter().zip(ends).map(|(level, end)| cells.get(level + 1..end).unwrap_or_default()).collect();
    let Some(shares) = after.first().filter(|_| levels.first() == Some(&0)) else { return false };
    let groups = (1..=levels.len()).filter(|size| levels.len().is_multiple_of(*size));
    groups.into_iter().any(|size| {
        let shares = if size == 1 { &[] } else { *shares };
        let changes: Option<Vec<&[Cell]>> = after.chunks(size).map(|group| changes(group, shares)).collect();
        changes.is_some_and(|changes| repeat(&changes))
    })
}

/// What stands behind the last share of a group of amounts, each of which has its shares.
fn changes<'a>(group: &[&'a [Cell]], shares: &[Cell]) -> Option<&'a [Cell]> {
    let (last, before) = group.split_last()?;
    let even = before.iter().all(|after| after.len() == shares.len() && are_alike(shares, after));
    let changes = last.get(shares.len()..)?;
    (even && are_alike(shares, last)).then_some(changes)
}

/// Whether the changes behind each group are alike.
fn repeat(changes: &[&[Cell]]) -> bool {
    let Some((last, before)) = changes.split_last() else { return true };
    let Some(first) = before.first() else { return true };
    let same = before.iter().all(|changes| changes.len() == first.len() && are_alike(first, changes));
    same && last.len() >= first.len() && are_alike(first, last)
}

/// Whether the cells, one by one, may stand in columns of one kind.
fn are_alike(some: &[Cell], others: &[Cell]) -> bool {
    some.iter().zip(others).all(|(one, other)| is_like(one, other))
}

/// Whether the two may stand in columns of one kind, as far as their marks and their digits after the point tell.
fn is_like(one: &Cell, other: &Cell) -> bool {
    let empty = |cell: &Cell| matches!(cell.mark, Mark::Nil | Mark::Same);
    empty(one) || empty(other) || (one.mark == other.mark && (one.mark == Mark::Percent || one.places == other.places))
}

/// Whether the cells are all rates, or none is.
fn is_alike<'a>(cells: impl Iterator<Item = &'a Cell> + Clone) -> bool {
    let is_rate = |cell: &&Cell| matches!(cell.mark, Mark::Percent | Mark::Points | Mark::BasisPoints);
    let is_empty = |cell: &&Cell| matches!(cell.mark, Mark::Nil | Mark::Same);
    !cells.clone().any(|cell| is_rate(&cell)) || cells.clone().all(|cell| is_rate(&cell) || is_empty(&cell))
}

/// Whether all level columns come first, and there are more cells than columns because a change is told twice: as an amount
/// and as a rate.
fn trails(columns: &[Column], cells: &[Cell]) -> bool {
    let levels = columns.iter().filter(|column| column.content == Content::Level).count();
    let first = columns.iter().take(levels).all(|column| column.content == Content::Level);
    let changes = columns.iter().skip(levels).filter(|column| column.content == Content::Change).count();
    first && changes > 0 && levels > 1 && cells.len() == columns.len() + 1
}

#[cfg(test)]
mod tests {
    use super::{Shape, fit};
    use crate::parser::table::cell::Cell;
    use crate::parser::table::{columns, head, scan};

    fn cells(text: &str) -> Vec<Cell> {
        scan::all(text).cells
    }

    #[track_caller]
    fn check(heads: &str, rows: &[(&str, &str)]) {
        let items = scan::all(heads).items;
        let heads = head::last(&items).map_or(Vec::new(), |(heads, _)| heads);
        let columns = columns::lay(&heads, &items).unwrap_or_default();
        let mut shape = Shape::default();
        for (row, expected) in rows {
            let cells = cells(row);
            let shown = fit(&columns, &cells, &mut shape).map_or("none".to_owned(), |fit| {
                let text = |at: Option<usize>| at.map_or("_", |at| cells[at].span.of(row));
                fit.into_iter().map(text).collect::<Vec<_>>().join(" | ")
            });
            assert_eq!(shown, *expected, "{row}");
        }
    }

    #[test]
    fn as_many_cells_as_columns() {
        check(
            "Three Months Ended June 30, 2023 2022 % Change",
            &[
                ("Sales $ 3,571 $ 3,870 (7.7) %", "$ 3,571 | $ 3,870 | (7.7) %"),
                ("Net 5 — n/m", "5 | — | n/m"),
                ("Diluted (1) $ 1.12 $ 1.22 (8.2) %", "$ 1.12 | $ 1.22 | (8.2) %"),
                ("Restructuring 5 7", "5 | 7 | _"),
                ("Shifted 5 8.1 %", "none"),
            ],
        );
    }

    #[test]
    fn shares_that_no_head_tells() {
        check(
            "13 Weeks Ended April 29, 2023 April 30, 2022",
            &[
                ("Net sales $ 2,634,263 100.0% $ 2,345,901 100.0%", "$ 2,634,263 | $ 2,345,901"),
                ("Gross profit 1,054,857 40.0% 941,026 40.1%", "1,054,857 | 941,026"),
                ("Diluted $ 6.88 $ 6.30", "$ 6.88 | $ 6.30"),
                ("Odd 1 2 3", "none"),
                ("Moved $ 4.2 3.7 $ 0.5 13.5%", "none"),
                ("Moved 5.1% 4.2 3.9", "none"),
            ],
        );
        check(
            "Three Months Ended Six Months Ended June 28, 2026 June 29, 2025 June 28, 2026 June 29, 2025",
            &[
                ("Net sales $ 172,007 166,661 $ 5,346 3.2% $ 319,337 319,705 $ (368) (0.1)%", "none"),
                ("Net sales 172,007 166,661 5,346 3.2% 319,337 319,705 (368) (0.1)%", "none"),
                ("Gross profit 70,544 69,558 1.4% 131,280 133,646 (1.8)%", "70,544 | 69,558 | 131,280 | 133,646"),
                ("Odd 70,544 1.4% 69,558 131,280 133,646 (1.8)%", "none"),
            ],
        );
        check(
            "   2023     2022     Percent\n  Amount  Percent  Amount",
            &[
                ("Sales $ 25,530 100.0 $ 24,020 100.0 6.3", "$ 25,530 | $ 24,020 | _"),
                ("Gross 17,318 67.8 16,101 67.0 7.6", "17,318 | 16,101 | _"),
            ],
        );
    }

    #[test]
    fn a_change_told_twice() {
        check(
            "Quarters Ended June 30,   2023   2022   Inc/ (Dec)",
            &[
                ("Sales $ 2,487.0 $ 2,112.8 $ 374.2 18 %", "$ 2,487.0 | $ 2,112.8 | _"),
                ("Other 77.2 78.8 (1.6) (2)", "77.2 | 78.8 | _"),
            ],
        );
    }
}
