//! Ranges whose ends stand in columns of their own, under "Low" and "High".

use crate::model::Span;
use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::item::{Gap, Item};

/// Whether one of these lines says "Low   High" over each pair of columns, and nothing else.
pub(super) fn are_told(heads: &[Item]) -> bool {
    let tells = |line: &[Item]| {
        let (pairs, rest) = line.as_chunks::<2>();
        let is_pair = |[low, high]: &[Item; 2]| low.word() == "low" && high.word() == "high";
        rest.is_empty() && pairs.iter().all(is_pair)
    };
    heads.chunk_by(|_, next| next.gap != Gap::Line).any(tells)
}

/// The cells two by two, each pair as one range; nothing where some pair is none.
pub(super) fn joined(cells: &[Cell]) -> Option<Vec<Cell>> {
    let (pairs, rest) = cells.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(range).collect()
}

fn range([low, high]: &[Cell; 2]) -> Option<Cell> {
    let is_point = |cell: &Cell| cell.low == cell.high;
    let like = low.mark == high.mark || (low.mark == Mark::Money && high.mark == Mark::Bare);
    let told = !matches!(low.mark, Mark::Nil | Mark::Same);
    let fits = told && like && is_point(low) && is_point(high) && low.low <= high.low && low.scale == high.scale;
    let span = Span::new(low.span.start, high.span.end);
    fits.then(|| Cell { span, high: high.high, places: low.places.max(high.places), ..low.clone() })
}

#[cfg(test)]
mod tests {
    use super::{are_told, joined};
    use crate::parser::table::scan::{self, Items};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let Items { items, cells } = scan::all(text);
        let shown = joined(&cells).filter(|_| are_told(&items)).map_or("none".to_owned(), |cells| {
            cells.iter().map(|cell| format!("{} to {}", cell.low, cell.high)).collect::<Vec<_>>().join(", ")
        });
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn ends_in_columns_of_their_own() {
        check("     Low    High\nNet sales  $820   $840", "820 to 840");
        check(
            "     Low    High    Low   High\nDiluted EPS  $1.10   $1.20   $4.10   $4.30",
            "1.10 to 1.20, 4.10 to 4.30",
        );
        check("     Low    High\nNet sales  $840   $820", "none");
        check("     Low    High\nNet sales  $820   $840   $850", "none");
        check("     Low    Middle   High\nNet sales  $820   $840", "none");
    }
}
