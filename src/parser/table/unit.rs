//! The unit of a table without a unit line of its own. Such a table is in the unit of the one before it, or in whole units,
//! unless what is said of the same figures elsewhere tells another: "revenue of $2.1 million" beside a row of 2,108,123.

use foldhash::{HashMap, HashMapExt};
use rust_decimal::Decimal;

use crate::model::{Currency, Fact, Measure, Metric, Period, Quantity, Role, Unit};
use crate::parser::table::fact::Reading;
use crate::parser::table::note::Note;

/// The powers of ten that tables are in.
const POWERS: [u32; 4] = [0, 3, 6, 9];

/// So much must speak for a unit: one figure of three digits, or two of fewer.
const ENOUGH: u32 = 2;

/// Amounts of the company whose unit is known, by what they are of and when.
pub(super) struct Known {
    amounts: HashMap<(Metric, Period), Vec<Amount>>,
}

/// An amount in whole units.
#[derive(Clone, Copy)]
struct Amount {
    currency: Currency,
    value: Decimal,
    /// What rounding may have moved it by.
    resolution: Decimal,
}

impl Known {
    /// What sentences say, whose bare dollars may be those of the home country.
    pub(super) fn said(facts: &[Fact], home: Option<Currency>) -> Self {
        let mut known = Self { amounts: HashMap::new() };
        for fact in facts.iter().filter(|fact| fact.role == Role::Actual && fact.measure == Measure::Level) {
            let (Some(period), None, Some(amount)) = (fact.period, &fact.segment, Amount::of(&fact.quantity)) else {
                continue;
            };
            let amount =
                if home == Some(amount.currency) { Amount { currency: Currency::USD, ..amount } } else { amount };
            known.amounts.entry((fact.metric, period)).or_default().push(amount);
        }
        known
    }

    /// Adds what a table says that has a unit line.
    pub(super) fn add(&mut self, readings: &[Reading]) {
        for (key, amount) in amounts(readings) {
            self.amounts.entry(key).or_default().push(amount);
        }
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.amounts.is_empty()
    }

    /// The unit line that a table lacks whose figures were read in `note`: the one that brings most of them to what is known.
    pub(super) fn note(&self, readings: &[Reading], note: Note) -> Option<Note> {
        let mut weights = [0_u32; POWERS.len()];
        for (key, amount) in amounts(readings) {
            let Some(known) = self.amounts.get(&key) else { continue };
            for (weight, power) in weights.iter_mut().zip(POWERS) {
                let Some(amount) = amount.moved(note.power, power) else { continue };
                *weight += known.iter().map(|known| amount.weight(known)).max().unwrap_or_default();
            }
        }
        let most = weights.iter().max().copied().filter(|most| *most >= ENOUGH)?;
        let mut best = POWERS.into_iter().zip(weights).filter(|(_, weight)| *weight == most);
        let (power, _) = best.next().filter(|_| best.next().is_none())?;
        // Shares are counted as money is only where a line says so.
        let shares = if note.shares == note.power { power } else { note.shares.min(power) };
        Some(Note { power, shares: if note == Note::default() { 0 } else { shares }, ..note })
    }
}

impl Amount {
    fn of(quantity: &Quantity) -> Option<Self> {
        let Unit::Money(currency) = quantity.unit() else { return None };
        let lone = quantity.low() == quantity.high() && !quantity.is_beyond();
        lone.then(|| Self { currency, value: quantity.value(), resolution: quantity.resolution() })
    }

    /// The same digits, read in another power of ten.
    fn moved(self, from: u32, to: u32) -> Option<Self> {
        let ten = |power: u32| Some(Decimal::from(10_u64.checked_pow(power)?));
        let (up, down) = (ten(to.saturating_sub(from))?, ten(from.saturating_sub(to))?);
        let moved = |value: Decimal| value.checked_mul(up)?.checked_div(down);
        Some(Self { value: moved(self.value)?, resolution: moved(self.resolution)?, ..self })
    }

    /// How much a known amount speaks for this one: nothing where they differ by more than they are rounded, little where few
    /// digits are printed.
    fn weight(&self, known: &Self) -> u32 {
        let (Some(slack), Some(off)) =
            (self.resolution.checked_add(known.resolution), self.value.abs().checked_sub(known.value.abs()))
        else {
            return 0;
        };
        let exceeds = |times: u32| slack.checked_mul(times.into()).is_some_and(|least| known.value.abs() >= least);
        if self.currency != known.currency || off.abs() > slack {
            return 0;
        }
        u32::from(exceeds(15)) + u32::from(exceeds(150))
    }
}

/// The amounts that a table says of the whole company.
fn amounts(readings: &[Reading]) -> impl Iterator<Item = ((Metric, Period), Amount)> + '_ {
    readings.iter().filter_map(|reading| {
        let fact = reading.fact.as_ref().ok()?;
        let level = fact.role == Role::Actual && fact.measure == Measure::Level && fact.segment.is_none();
        Some(((fact.metric, fact.period.filter(|_| level)?), Amount::of(&fact.quantity)?))
    })
}

#[cfg(test)]
mod tests {
    use crate::model::Document;
    use crate::parser;

    /// What is said, then a statement with the unit line of another before it or none: its first revenue and shares.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let reading = parser::read(&Document::new("x", text));
        let cells = reading.facts.iter().filter(|fact| fact.rule == crate::model::Fact::TABLE_RULE);
        let shown = cells.map(|fact| format!("{} {}", fact.metric.key(), fact.quantity.value()));
        assert_eq!(shown.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    const HEADS: &str = "Three Months Ended June 30,\n                2025         2024\n";

    fn release(said: &str, unit: &str, rows: &str) -> String {
        format!(
            "Acme Inc. today announced results for the second quarter of 2025. {said}\n\nStatements of Income\n{unit}{HEADS}{rows}"
        )
    }

    #[test]
    fn what_is_said_of_the_same_figures_tells_the_unit() {
        let rows = "Revenues         516,012      497,310\nNet income        27,034       31,577\n";
        let whole = "revenue 516012000, revenue 497310000, net_income 27034000, net_income 31577000";
        check(&release("Revenue was $516.0 million.", "", rows), whole);
        check(&release("Net income was $27 million, and revenue $516 million.", "", rows), whole);
        check(
            &release("Revenue was $516.0 billion.", "(in millions)\n", rows),
            &whole.replace("000,", "000000,").replace("31577000", "31577000000"),
        );
        check(&release("Nothing more was said.", "", rows), "");
    }

    #[test]
    fn a_unit_line_of_its_own_goes_before() {
        let rows = "Revenues         516,012      497,310\n";
        check(
            &release("Revenue was $516.0 million.", "(in millions)\n", rows),
            "revenue 516012000000, revenue 497310000000",
        );
    }

    #[test]
    fn the_unit_line_of_the_table_before_holds_unless_something_speaks_against_it() {
        let tables = |said: &str| {
            let first = release(
                said,
                "(in thousands)\n",
                "Subscribers          1,012        1,310\nDeferred revenue     2,034        2,577\n",
            );
            format!(
                "{first}\nStatements of Operations\n{HEADS}Revenues       2,108,123    2,751,310\nNet loss      (1,512,034)    (181,577)\n"
            )
        };
        let thousands = "deferred_revenue 2034000, deferred_revenue 2577000, revenue 2108123000, revenue 2751310000, \
                         net_income -1512034000, net_income -181577000";
        for said in ["Nothing more was said.", "Revenue was $2.1 billion.", "Revenue was $2.5 million."] {
            check(&tables(said), thousands);
        }
        let units = "deferred_revenue 2034000, deferred_revenue 2577000, revenue 2108123, revenue 2751310, \
                     net_income -1512034, net_income -181577";
        check(&tables("Revenue was $2.1 million and the net loss $1.5 million."), units);
    }
}
