//! Found facts against expected ones, and every difference in a line of its own.

use topline::model::{Fact, Report, Span};

use super::fixture::{Expected, Fixture};
use super::show::{self, amount, or_dash};

/// A line for each difference; none where the report says what `facts.json` says.
///
/// A found fact and an expected one belong together when their evidence overlaps and metric, role, measure, unit and
/// both ends agree. What is left over on the same figure is shown as one difference, not as two.
pub(crate) fn differences(fixture: &Fixture, report: &Report) -> Vec<String> {
    let mut lines = head(fixture, report);
    let mut found: Vec<&Fact> = report.facts.iter().filter(|fact| is_scored(fixture, fact)).collect();
    let mut expected: Vec<(Span, &Expected)> = fixture.truth.facts.iter().map(|e| (place(fixture, e), e)).collect();
    for (fact, expected) in pair(&mut found, &mut expected, is_core) {
        push(&mut lines, fixture, fact, &beyond_core(fact, expected));
    }
    for (fact, expected) in pair(&mut found, &mut expected, |_, _| true) {
        let fields: Vec<_> = core(fact, expected).into_iter().chain(beyond_core(fact, expected)).collect();
        push(&mut lines, fixture, fact, &fields);
    }
    for (span, expected) in expected {
        lines.push(format!("missing     line {} `{}`: {}", fixture.line(span.start), expected.quote, wanted(expected)));
    }
    for fact in found {
        lines.push(format!("unexpected  {}: {}", quoted(fixture, fact), show::fact(fact)));
    }
    lines.extend(borrowed(fixture, report));
    lines
}

/// Whether two names may mean the same company: one begins with the other, as "Meta" and "Meta Platforms" do.
pub(crate) fn same_company(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let begins = |long: &str, short: &str| {
        !short.is_empty()
            && long.strip_prefix(short).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    begins(&one, &other) || begins(&other, &one)
}

/// A field that should agree: its name, what is expected, what was found.
type Field = (&'static str, String, String);

fn head(fixture: &Fixture, report: &Report) -> Vec<String> {
    let truth = &fixture.truth;
    let mut lines = Vec::new();
    let company = report.company.name.as_deref().unwrap_or_default();
    if !same_company(company, &truth.company) {
        lines.push(format!(
            "company     expected {}, found {}",
            truth.company,
            or_dash(report.company.name.as_deref())
        ));
    }
    let period = report.period.map(|period| period.to_string());
    if period != truth.period {
        lines.push(format!("period      expected {}, found {}", or_dash(truth.period.as_deref()), or_dash(period)));
    }
    lines
}

fn is_scored(fixture: &Fixture, fact: &Fact) -> bool {
    let neutral = |span: Span| fact.evidence.span.overlaps(span);
    fact.metric.key() != "other"
        && !fixture.truth.neutral.iter().any(|n| fixture.find(&n.quote, n.nth).is_some_and(neutral))
}

/// Figures that were given to a company whose they are not.
fn borrowed(fixture: &Fixture, report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for neutral in &fixture.truth.neutral {
        let Some((span, company)) = fixture.find(&neutral.quote, neutral.nth).zip(neutral.never_of.as_deref()) else {
            continue;
        };
        let on_it = report.facts.iter().filter(|fact| fact.evidence.span.overlaps(span));
        for fact in on_it.filter(|fact| fact.company.as_deref().is_none_or(|name| same_company(name, company))) {
            lines.push(format!("borrowed    {}: never of {company}: {}", quoted(fixture, fact), show::fact(fact)));
        }
    }
    lines
}

/// Takes out of both lists what belongs together, first come first served.
fn pair<'a>(
    found: &mut Vec<&'a Fact>,
    expected: &mut Vec<(Span, &'a Expected)>,
    same: fn(&Fact, &Expected) -> bool,
) -> Vec<(&'a Fact, &'a Expected)> {
    let mut pairs = Vec::new();
    found.retain(|fact| {
        let mate = expected
            .iter()
            .enumerate()
            .filter(|(_, (span, expected))| fact.evidence.span.overlaps(*span) && same(fact, expected))
            .min_by_key(|(_, (_, expected))| wrong(&beyond_core(fact, expected)).count())
            .map(|(at, _)| at);
        if let Some(at) = mate {
            pairs.push((*fact, expected.remove(at).1));
        }
        mate.is_none()
    });
    pairs
}

fn is_core(fact: &Fact, expected: &Expected) -> bool {
    wrong(&core(fact, expected)).next().is_none()
}

fn core(fact: &Fact, expected: &Expected) -> Vec<Field> {
    let q = &fact.quantity;
    vec![
        ("metric", expected.metric.clone(), fact.metric.key().into()),
        ("role", expected.role.clone(), fact.role.name().into()),
        ("measure", expected.measure.clone(), fact.measure.name().into()),
        ("unit", expected.unit.clone(), q.unit().to_string()),
        ("amount", amount(expected.low(), expected.high()), amount(q.low(), q.high())),
    ]
}

fn beyond_core(fact: &Fact, expected: &Expected) -> Vec<Field> {
    let mut fields = vec![
        ("period", or_dash(expected.period.as_deref()), or_dash(fact.period.map(|period| period.to_string()))),
        ("basis", or_dash(expected.basis.as_deref()), or_dash(fact.basis.map(|basis| basis.name()))),
        ("comparison", or_dash(expected.comparison.as_deref()), or_dash(fact.comparison.map(|c| c.name()))),
        ("bound", expected.bound.clone(), fact.quantity.bound().name().into()),
    ];
    if expected.segment.is_some() != fact.segment.is_some() {
        fields.push(("segment", or_dash(expected.segment.as_deref()), or_dash(fact.segment.as_deref())));
    }
    let mut given = |name, expected: &Option<String>, found: Option<&str>, same: fn(&str, &str) -> bool| {
        let agrees = expected.as_deref().is_none_or(|expected| found.is_some_and(|found| same(found, expected)));
        if !agrees {
            fields.push((name, or_dash(expected.as_deref()), or_dash(found)));
        }
    };
    given("company", &expected.company, fact.company.as_deref(), same_company);
    given("action", &expected.action, fact.action.map(|action| action.name()), |found, expected| found == expected);
    given("source", &expected.source, fact.source.as_deref(), |found, expected| found.contains(expected));
    fields
}

fn wrong(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|(_, expected, found)| expected != found)
}

fn push(lines: &mut Vec<String>, fixture: &Fixture, fact: &Fact, fields: &[Field]) {
    let wrong: Vec<_> = wrong(fields).map(|(name, e, f)| format!("{name}: expected {e}, found {f}")).collect();
    if !wrong.is_empty() {
        lines.push(format!("differs     {}: {} [{}]", quoted(fixture, fact), wrong.join("; "), fact.rule));
    }
}

fn place(fixture: &Fixture, expected: &Expected) -> Span {
    fixture.find(&expected.quote, expected.nth).unwrap_or_else(|| panic!("{}: no `{}`", fixture.name, expected.quote))
}

fn quoted(fixture: &Fixture, fact: &Fact) -> String {
    let span = fact.evidence.span;
    format!("line {} `{}`", fact.evidence.line, span.of(&fixture.text))
}

fn wanted(e: &Expected) -> String {
    let comparison = e.comparison.as_deref().map(|c| format!("/{c}")).unwrap_or_default();
    let amount = amount(e.low(), e.high());
    let period = or_dash(e.period.as_deref());
    format!("{} {} {}{comparison} {} {amount} {period} {}", e.metric, e.role, e.measure, e.unit, e.bound)
}
