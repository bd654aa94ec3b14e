//! Which columns a table has for the eye, under all the columns that its cells are counted in.
//!
//! Figures decide: where one stands there is a column. What is wider than one column spans them.

use std::collections::BTreeSet;

use crate::input::html::table::affix::Piece;

/// The columns of figures, from left to right and apart. What stands left of them is the label.
#[derive(Debug, Default)]
pub(super) struct Columns {
    all: Vec<Column>,
    /// Where the labels end: the column behind the widest of them.
    labels: u16,
}

#[derive(Clone, Copy, Debug)]
struct Column {
    /// Where its words or digits stand.
    columns: (u16, u16),
    /// The same with the signs beside them.
    reach: (u16, u16),
}

impl Columns {
    /// `rows` with whether each of them is a heading.
    pub(super) fn of(rows: &[(bool, Vec<Piece>)]) -> Self {
        let body = || rows.iter().filter(|(heading, _)| !heading).flat_map(|(_, row)| row);
        let heads = || rows.iter().filter(|(heading, _)| *heading).flat_map(|(_, row)| row);
        let left = body().map(|piece| piece.columns.0).min().unwrap_or(0);
        let mut columns = Self { all: Vec::new(), labels: left.saturating_add(1) };
        columns.widen(body().filter(|piece| piece.figure && piece.columns.0 > left));
        for piece in body().filter(|piece| piece.figure) {
            columns.reach(piece);
        }
        let first = columns.all.first().map_or(0, |column| column.columns.0);
        let labels =
            rows.iter().filter_map(|(heading, row)| row.first().filter(|_| !heading)).map(|piece| piece.columns);
        let end = labels.filter(|label| label.1 <= first).map(|label| label.1).max();
        columns.labels = columns.labels.max(end.unwrap_or(0));
        let outside: Vec<&Piece> = body().filter(|piece| !columns.is_label(piece)).collect();
        columns.widen(outside.into_iter());
        let more: BTreeSet<_> = heads().filter(|piece| !columns.is_label(piece)).map(by_width).collect();
        for (_, heading) in more {
            if columns.place(heading).is_none() {
                columns.insert(heading);
            }
        }
        columns
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether a piece begins where labels stand, or ends before the first column.
    pub(super) fn is_label(&self, piece: &Piece) -> bool {
        let first = self.all.first().map(|column| column.columns.0);
        piece.columns.0 < self.labels || first.is_some_and(|first| piece.columns.1 <= first)
    }

    /// The first and the last column that a range stands over.
    pub(super) fn place(&self, range: (u16, u16)) -> Option<(usize, usize)> {
        self.over(range, |column| column.columns).or_else(|| self.over(range, |column| column.reach))
    }

    fn over(&self, range: (u16, u16), part: fn(&Column) -> (u16, u16)) -> Option<(usize, usize)> {
        let first = self.all.partition_point(|column| part(column).1 <= range.0);
        let behind = self.all.partition_point(|column| part(column).0 < range.1);
        (first < behind).then(|| (first, behind.saturating_sub(1)))
    }

    /// The narrow ones first, so that a cell over two columns does not make them one.
    fn widen<'a>(&mut self, pieces: impl Iterator<Item = &'a Piece>) {
        let ranges: BTreeSet<_> = pieces.map(by_width).collect();
        for (_, range) in ranges {
            match self.over(range, |column| column.columns) {
                None => self.insert(range),
                Some((one, other)) if one == other => self.stretch(one, |column| {
                    column.columns = (column.columns.0.min(range.0), column.columns.1.max(range.1));
                    column.reach = (column.reach.0.min(range.0), column.reach.1.max(range.1));
                }),
                Some(_) => {}
            }
        }
    }

    fn insert(&mut self, range: (u16, u16)) {
        let at = self.all.partition_point(|column| column.columns.0 < range.0);
        self.all.insert(at, Column { columns: range, reach: range });
    }

    fn stretch(&mut self, at: usize, change: impl FnOnce(&mut Column)) {
        if let Some(column) = self.all.get_mut(at) {
            change(column);
        }
    }

    /// The signs that joined a figure widen where headings may stand, as far as the next column.
    fn reach(&mut self, piece: &Piece) {
        let Some((one, other)) = self.over(piece.columns, |column| column.columns) else { return };
        if one != other {
            return;
        }
        let low = one.checked_sub(1).and_then(|at| self.all.get(at)).map_or(0, |column| column.reach.1);
        let high = self.all.get(one.saturating_add(1)).map_or(u16::MAX, |column| column.reach.0);
        self.stretch(one, |column| {
            column.reach.0 = column.reach.0.min(piece.reach.0.max(low));
            column.reach.1 = column.reach.1.max(piece.reach.1.min(high));
        });
    }
}

fn by_width(piece: &Piece) -> (u16, (u16, u16)) {
    (piece.columns.1.saturating_sub(piece.columns.0), piece.columns)
}
