//! Ranges whose ends stand in columns of their own, under "Low" and "High".

use rust_decimal::Decimal;

use crate::model::Span;
use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::item::{Gap, Item};
use crate::parser::table::note;

/// Which columns hold the ends of one range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    /// How many columns a range takes.
    size: usize,
    low: usize,
    high: usize,
}

/// What a word over a column says of an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Low,
    Middle,
    High,
}

impl End {
    fn of(item: &Item) -> Option<Self> {
        match item.word() {
            "low" | "minimum" | "min" | "from" | "lower" | "low-end" => Some(Self::Low),
            "mid" | "midpoint" | "mid-point" | "middle" => Some(Self::Middle),
            "high" | "maximum" | "max" | "to" | "upper" | "high-end" => Some(Self::High),
            _ => None,
        }
    }
}

/// Words beside these that say nothing more: "Low End", "High end of range".
const BESIDE: [&str; 5] = ["end", "of", "range", "point", "the"];

/// The ways in which the ends of a range, and its middle, stand side by side.
static ORDERS: &[&[End]] =
    &[&[End::Low, End::High], &[End::Low, End::Middle, End::High], &[End::Low, End::High, End::Middle]];

/// The ends that one of these lines says, and where it ends: "Low   High" over each pair of columns, and nothing else but a unit
/// line before.
pub(super) fn told(heads: &[Item]) -> Option<(Ends, usize)> {
    let mut end = 0;
    heads.chunk_by(|_, next| next.gap != Gap::Line).find_map(|line| {
        end += line.len();
        of_line(line).map(|ends| (ends, end))
    })
}

fn of_line(line: &[Item]) -> Option<Ends> {
    let last = line.last()?;
    if End::of(last).is_none() && !BESIDE.contains(&last.word()) {
        return None;
    }
    let is_other = |item: &Item| End::of(item).is_none() && !BESIDE.contains(&item.word());
    let start = line.iter().rposition(is_other).map_or(0, |other| other + 1);
    let (before, here) = line.split_at(start);
    let apart = here.first().is_some_and(|first| first.gap != Gap::Narrow) || note::last(before).is_some();
    let said: Vec<End> = here.iter().filter_map(End::of).collect();
    let order = ORDERS.iter().find(|order| {
        let (whole, rest) = (said.chunks_exact(order.len()), said.len() % order.len());
        rest == 0 && !said.is_empty() && whole.into_iter().all(|chunk| chunk == **order)
    })?;
    let place = |end: End| order.iter().position(|other| *other == end);
    apart.then_some(Ends { size: order.len(), low: place(End::Low)?, high: place(End::High)? })
}

/// The cells by as many as a range takes, each of these as one range; nothing where some are none.
pub(super) fn joined(ends: Ends, cells: &[Cell]) -> Option<Vec<Cell>> {
    if !cells.len().is_multiple_of(ends.size) {
        return None;
    }
    cells.chunks_exact(ends.size).map(|cells| range(cells.get(ends.low)?, cells.get(ends.high)?)).collect()
}

fn range(low: &Cell, high: &Cell) -> Option<Cell> {
    let span = Span::new(low.span.start.min(high.span.start), low.span.end.max(high.span.end));
    // Of losses the greater one may stand at either end.
    let (low, high) = if low.low > high.low && low.low < Decimal::ZERO { (high, low) } else { (low, high) };
    let is_point = |cell: &Cell| cell.low == cell.high;
    let like = low.mark == high.mark || (low.mark == Mark::Money && high.mark == Mark::Bare);
    let told = !matches!(low.mark, Mark::Nil | Mark::Same);
    let fits = told && like && is_point(low) && is_point(high) && low.low <= high.low && low.scale == high.scale;
    fits.then(|| Cell { span, high: high.high, places: low.places.max(high.places), ..low.clone() })
}

#[cfg(test)]
mod tests {
    use super::{joined, told};
    use crate::parser::table::scan::{self, Items};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let Items { items, cells } = scan::all(text);
        let shown = told(&items).and_then(|(ends, _)| joined(ends, &cells)).map_or("none".to_owned(), |cells| {
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
        check("     Low    Mid   High\nNet sales  $820   $830   $840", "820 to 840");
        check("     Low    High   Midpoint\nNet sales  $820   $840   $830", "820 to 840");
        check("  Low End    High End\nNet sales  $820   $840", "820 to 840");
        check("(In millions) | Low | High\nNet sales | $820 | $840", "820 to 840");
        check("(in millions) Low High\nNet loss (20) (10)", "-20 to -10");
        check("     High    Low\nShare price  $840   $820", "none");
        check("We go from low to high\nNet sales  $820   $840", "none");
    }
}
