//! Tables of the whole company and tables of its parts. A table whose revenue is less than that of the statement that goes on
//! to net income, for the same period, is of a segment, whatever its title says.

use foldhash::{HashMap, HashMapExt, HashSet};
use rust_decimal::Decimal;

use crate::model::{Period, Role, Span};
use crate::parser::table::fact::{Reading, TableFact};
use crate::parser::table::head;
use crate::parser::table::item::{Gap, Item};

/// The reason why figures of a segment without a name are left out.
const NAMELESS: &str = "of a part of the company that is not named";

/// Gives the figures of each table that is of a segment that segment's name, or takes them out.
pub(super) fn settle(tables: &mut [(Option<Span>, Vec<Reading>)], text: &str) {
    let whole = whole(tables);
    tables.iter_mut().for_each(|(_, readings)| settle_income(&whole, readings));
    let is_part = |readings: &[Reading]| is_part(&whole, readings);
    let whole_names: HashSet<&str> = tables
        .iter()
        .filter(|(_, readings)| !is_part(readings))
        .filter_map(|(name, _)| name.map(|name| name.of(text)))
        .collect();
    for (name, readings) in tables.iter_mut().filter(|(_, readings)| is_part(readings)) {
        let name = name.filter(|name| !whole_names.contains(name.of(text)));
        for reading in readings {
            reading.fact = match (reading.fact.clone(), name) {
                (Ok(fact), Some(name)) => Ok(TableFact { segment: Some(name), ..fact }),
                (Ok(fact), None) => Err((fact.quantity, NAMELESS)),
                (loose, _) => loose,
            };
        }
    }
}

/// The reason why what is called income from operations is none: it is all the revenue, as it is called in India.
const REVENUE: &str = "as large as the revenue";

/// Takes out operating income that is as large as the revenue of its period.
fn settle_income(revenues: &Revenues, readings: &mut [Reading]) {
    for reading in readings {
        let all =
            reading.fact.as_ref().ok().filter(|fact| fact.metric.key() == "operating_income").is_some_and(|fact| {
                let revenue = fact.period.and_then(|period| revenues.get(&period));
                revenue.is_some_and(|revenue| *revenue == fact.quantity.value() && *revenue > Decimal::ZERO)
            });
        if let (true, Ok(fact)) = (all, reading.fact.clone()) {
            reading.fact = Err((fact.quantity, REVENUE));
        }
    }
}

type Revenues = HashMap<Period, Decimal>;

/// Revenue by period, of the statements that go on to net income or EPS.
fn whole(tables: &[(Option<Span>, Vec<Reading>)]) -> Revenues {
    let mut whole = Revenues::new();
    let is_statement =
        |readings: &[Reading]| facts(readings, "net_income").next().or(facts(readings, "eps").next()).is_some();
    for (_, readings) in tables.iter().filter(|(_, readings)| is_statement(readings)) {
        for (period, value) in facts(readings, "revenue") {
            whole.entry(period).or_insert(value);
        }
    }
    whole
}

/// Whether the table's revenue is clearly less than the company's.
fn is_part(whole: &Revenues, readings: &[Reading]) -> bool {
    // No segment has earnings per share.
    let alone = facts(readings, "eps").next().is_none();
    let less = |(period, value): (Period, Decimal)| {
        let most = whole.get(&period).and_then(|whole| whole.checked_mul(Decimal::new(97, 2)));
        most.is_some_and(|most| value < most)
    };
    alone && facts(readings, "revenue").any(less)
}

/// What a table says of a metric that was reported.
fn facts<'a>(readings: &'a [Reading], key: &'static str) -> impl Iterator<Item = (Period, Decimal)> + use<'a> {
    readings.iter().filter_map(move |reading| {
        let fact = reading.fact.as_ref().ok().filter(|fact| fact.role == Role::Actual && fact.metric.key() == key)?;
        let level = fact.comparison.is_none();
        Some((fact.period.filter(|_| level)?, fact.quantity.value()))
    })
}

/// Words in the titles of statements and in the names of companies, which are no segment's.
const TITLES: [&str; 27] = [
    "statement", "statements", "financial", "consolidated", "condensed", "results", "highlights", "summary", "balance",
    "sheet", "sheets", "reconciliation", "reconciliations", "schedule", "data", "information", "unaudited", "audited",
    "inc", "corp", "corporation", "company", "co", "plc", "ltd", "limited", "llc",
];

/// The name of a segment in what stands over a table: before the word "segment", or alone at the side of its heads.
pub(super) fn name(items: &[Item]) -> Option<Span> {
    let before_word = items.iter().rposition(|item| matches!(item.word(), "segment" | "segment's")).and_then(|at| {
        let capital = |at: usize| items.get(at).is_some_and(|item| item.marks.capital);
        let mut start = at;
        while start > 0
            && at - start < 5
            && capital(start - 1)
            && items.get(start).is_some_and(|item| item.gap == Gap::Narrow)
        {
            start -= 1;
        }
        let last = at.checked_sub(1).filter(|last| *last >= start)?;
        Some(Span::new(items.get(start)?.span.start, items.get(last)?.span.end))
    });
    before_word.or_else(|| {
        let parts = items.chunk_by(|_, next| next.gap == Gap::Narrow);
        let is_name = |part: &&[Item]| {
            let aside = part.first().is_some_and(|item| item.gap == Gap::Line && !item.crowded);
            let titles = part.iter().any(|item| TITLES.contains(&item.word()));
            aside && part.len() < 5 && part.iter().all(|item| item.marks.capital) && !titles && !head::is_known(part)
        };
        let part = parts.rev().find(is_name)?;
        Some(Span::new(part.first()?.span.start, part.last()?.span.end))
    })
}
