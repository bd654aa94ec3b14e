//! Numbers that relate two line items: margins, the payout, the shares that net income and EPS imply.
//! Only for the report's own company as a whole: a ratio does not say whose it is.

use rust_decimal::Decimal;

use crate::calculator::interval::Reach;
use crate::calculator::line_item::{Draft, Standing};
use crate::calculator::names::{MAIN, WHOLE};
use crate::calculator::pairing::may_pair;
use crate::model::{Basis, Fact, LineItem, MetricUnit, Period, Ratio, Unit};

/// One ratio: which metric over which.
struct Row {
    name: &'static str,
    label: &'static str,
    numerator: &'static str,
    denominator: &'static str,
    unit: Unit,
    pairing: Pairing,
    /// What it can be in earnest; anything else comes of figures that do not belong together.
    least: i64,
    most: i64,
}

/// How the bases of the two have to match.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pairing {
    /// Revenue is seldom adjusted: adjusted EBITDA over plain revenue is the adjusted margin.
    Loose,
    /// Both have to be on one basis; plain and GAAP are one.
    Strict,
}

/// A margin of more than 100% or a loss of more than ten times the revenue is no margin. Shares and payouts have no
/// meaning for a loss, so they begin above zero.
static ROWS: &[Row] = &[
    margin("net_margin", "Net margin", "net_income"),
    margin("operating_margin", "Operating margin", "operating_income"),
    margin("gross_margin", "Gross margin", "gross_profit"),
    margin("ebitda_margin", "EBITDA margin", "ebitda"),
    margin("fcf_margin", "Free cash flow margin", "free_cash_flow"),
    Row { least: 0, most: 1_000, ..margin("capex_to_revenue", "Capex / revenue", "capex") },
    Row {
        name: "implied_diluted_shares",
        label: "Implied diluted shares",
        numerator: "net_income",
        denominator: "eps",
        unit: Unit::Count,
        pairing: Pairing::Strict,
        least: 1,
        most: 1_000_000_000_000,
    },
    Row {
        name: "payout",
        label: "Payout ratio",
        numerator: "dividend_per_share",
        denominator: "eps",
        unit: Unit::Percent,
        pairing: Pairing::Loose,
        least: 0,
        most: 1_000,
    },
];

const fn margin(name: &'static str, label: &'static str, numerator: &'static str) -> Row {
    let (denominator, unit, pairing) = ("revenue", Unit::Percent, Pairing::Loose);
    Row { name, label, numerator, denominator, unit, pairing, least: -1_000, most: 100 }
}

/// The ratios of all line items that stand for themselves; those of the reported period first, then in the order of the
/// line items.
pub(super) fn ratios(drafts: &[Draft], period: Option<Period>) -> Vec<Ratio> {
    let usable: Vec<&Draft> = drafts.iter().filter(|draft| is_usable(draft)).collect();
    let numerators = |row: &'static Row| {
        usable.iter().filter(|draft| draft.item.metric.key() == row.numerator).map(move |draft| (row, *draft))
    };
    let mut ratios: Vec<Ratio> = ROWS
        .iter()
        .flat_map(numerators)
        .filter_map(|(row, numerator)| ratio(row, numerator, partner(row, numerator, &usable)?))
        .collect();
    ratios.sort_by_key(|ratio| ratio.period != period);
    ratios
}

fn is_usable(draft: &Draft) -> bool {
    let item = &draft.item;
    let is_level = matches!(
        (item.metric.row().unit, item.unit),
        (MetricUnit::Money, Unit::Money(_)) | (MetricUnit::PerShare, Unit::PerShare(_))
    );
    let is_whole = draft.subject.company == MAIN && draft.subject.segment == WHOLE;
    let counts_all = !matches!(item.basis, Some(Basis::ConstantCurrency | Basis::Organic));
    is_level
        && is_whole
        && counts_all
        && draft.standing != Standing::Folded
        && item.period.is_some()
        && item.actual.is_some()
}

/// The line item to divide by: on the same basis; else, if that may be, on none; else the only one that may pair with it.
fn partner<'a, 'd>(row: &Row, numerator: &Draft, usable: &[&'d Draft<'a>]) -> Option<&'d Draft<'a>> {
    let item = &numerator.item;
    let fits = |other: &&&Draft| {
        other.item.metric.key() == row.denominator
            && other.item.period == item.period
            && other.item.unit.currency() == item.unit.currency()
    };
    let all = || usable.iter().filter(fits);
    let on = |basis: Option<Basis>| all().find(|other| other.item.basis == basis).copied();
    on(item.basis).or_else(|| match row.pairing {
        Pairing::Strict => match item.basis {
            None => on(Some(Basis::Gaap)),
            Some(Basis::Gaap) => on(None),
            Some(Basis::Adjusted | Basis::ConstantCurrency | Basis::Organic) => None,
        },
        Pairing::Loose => on(None).or_else(|| {
            let mut others = all().filter(|other| may_pair(other.item.basis, item.basis));
            others.next().filter(|_| others.next().is_none()).copied()
        }),
    })
}

fn ratio(row: &Row, numerator: &Draft, denominator: &Draft) -> Option<Ratio> {
    let (above, below) = (fact(numerator)?, fact(denominator)?);
    let scale = if row.unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let divide = |one: Reach, other: Reach| Some(one.over(other)?.times(scale));
    let exactly = |fact: &Fact| Reach::exactly(fact.quantity.value());
    let reach = divide(Reach::of(above), Reach::of(below))?;
    let (value, _) = divide(exactly(above), exactly(below))?.ends(row.unit)?;
    let has_base = Reach::of(below).is_positive() || row.pairing == Pairing::Strict;
    let is_sane = value >= Decimal::from(row.least) && value <= Decimal::from(row.most);
    if !has_base || !is_sane || tells_nothing(row.unit, value, reach.width()?) {
        return None;
    }
    let (item, other): (&LineItem, &LineItem) = (&numerator.item, &denominator.item);
    Some(Ratio {
        name: row.name,
        label: row.label,
        period: item.period,
        basis: item.basis.or(other.basis),
        unit: row.unit,
        value,
        interval: reach.interval(row.unit)?,
        facts: vec![above.id, below.id],
    })
}

fn fact<'a>(draft: &Draft<'a>) -> Option<&'a Fact> {
    draft.figures.actual.as_ref().map(|said| said.fact)
}

/// An interval wider than half of the value says nothing, unless it is within one percentage point.
fn tells_nothing(unit: Unit, value: Decimal, width: Decimal) -> bool {
    let is_wide = value.abs().checked_div(Decimal::TWO).is_none_or(|half| width > half);
    is_wide && (unit != Unit::Percent || width > Decimal::ONE)
}

#[cfg(test)]
mod tests {
    use crate::calculator::calculate;
    use crate::calculator::testing::reading;

    #[track_caller]
    fn check(lines: &str, expected: &str) {
        let (_, ratios, _) = calculate(&reading(lines));
        let told: Vec<String> = ratios
            .iter()
            .map(|ratio| {
                let (low, high) = (ratio.interval.low, ratio.interval.high);
                let basis = ratio.basis.map(|basis| format!("/{}", basis.name())).unwrap_or_default();
                format!("{}{basis} {} [{low}, {high}] {:?}", ratio.name, ratio.value, ratio.facts)
            })
            .collect();
        assert_eq!(told.join("; "), expected);
    }

    #[test]
    fn margins_and_shares() {
        check(
            "revenue actual 2024-Q4 USD 48.4bn
             net_income actual 2024-Q4 USD 20.8bn
             eps actual 2024-Q4 USD/share 8.02",
            "net_margin 42.9752 [42.8276, 43.1231] [1, 0]; \
             implied_diluted_shares 2593516209 [2585669781, 2601372427] [1, 2]",
        );
        check(
            "revenue actual 2024-Q4 USD 1000m
             ebitda actual 2024-Q4 USD 250m adjusted
             capex actual 2024-Q4 USD 100m
             dividend_per_share actual 2024-Q4 USD/share 0.50
             eps actual 2024-Q4 USD/share 2.00 adjusted",
            "ebitda_margin/adjusted 25 [24.9375, 25.0626] [1, 0]; capex_to_revenue 10 [9.945, 10.0551] [2, 0]; \
             payout/adjusted 25 [24.6882, 25.3133] [3, 4]",
        );
    }

    #[test]
    fn only_of_what_belongs_together() {
        check(
            "revenue actual 2024-Q4 USD 1000m
             net_income actual 2024-FY USD 250m
             net_income actual 2024-Q4 EUR 250m
             net_income actual 2024-Q4 USD 250m #Cloud
             net_income actual 2024-Q4 USD 250m @Beta
             eps actual 2024-Q4 USD/share 2.00",
            "",
        );
        check(
            "net_income actual 2024-Q4 USD 250m adjusted
             eps actual 2024-Q4 USD/share 2.00 gaap",
            "",
        );
    }

    #[test]
    fn only_where_the_roundings_tell_something() {
        check("revenue actual 2024-Q4 USD 2bn\nnet_income actual 2024-Q4 USD 1bn", "");
        check("revenue actual 2024-Q4 USD 1.0bn\nnet_income actual 2024-Q4 USD 3.0bn", "");
        check("net_income actual 2024-Q4 USD 20.8bn\neps actual 2024-Q4 USD/share 0.00", "");
        check(
            "net_income actual 2024-Q4 USD -20.8m\neps actual 2024-Q4 USD/share -0.52",
            "implied_diluted_shares 40000000 [39523809, 40485437] [0, 1]",
        );
    }
}
