//! "Revenue and operating income were 3.9 billion and 402 million euros, respectively": lists of figures take their
//! metrics, companies, bases or periods from lists of as many names before them.

use crate::model::{Basis, Measure, Metric, Quantity, Role};
use crate::parser::calendar::Calendar;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::{MODIFIERS, Scene};
use crate::parser::linker::{basis, series, subject};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// Settles the lists of a sentence that says "respectively".
pub(super) fn settle(scene: &Scene<'_>, drafts: &mut [Draft], calendar: &Calendar) {
    if !scene.has_any(CueSet::of(&[Cue::Respectively])) {
        return;
    }
    let Some(end) = (0..scene.tokens().len()).find(|place| scene.has(*place, Cue::Respectively)) else { return };
    let figures: Vec<usize> = (0..scene.tokens().len()).filter(|place| scene.quantity(*place).is_some()).collect();
    let (mut first, mut lengths) = (0, Vec::new());
    while let Some(figure) = figures.get(first) {
        let length = list(scene, figures.get(first..).unwrap_or_default());
        // What stands behind the word goes on with a list of as many.
        if length >= 2 && (*figure < end || lengths.contains(&length)) {
            share(scene, figures.get(first..first + length).unwrap_or_default(), drafts, calendar);
            lengths.push(length);
        }
        first += length.max(1);
    }
}

/// How many of the figures stand in one list: parted by nothing but commas, slashes and "and".
fn list(scene: &Scene<'_>, figures: &[usize]) -> usize {
    const BETWEEN: CueSet = CueSet::of(&[Cue::And, Cue::Determiner, Cue::Filler]);
    let joined = |pair: &[usize]| match pair {
        [one, other] => {
            let between = |place: usize| {
                let parts = matches!(scene.symbol(place), Some(',' | '/'));
                parts || scene.cues(place).meets(BETWEEN) || scene.is_mark(place)
            };
            // "By $23 million and $0.08 per share".
            let money = |place: usize| scene.quantity(place).is_some_and(|it| it.quantity.unit().currency().is_some());
            let alike = scene.same_kind(*one, *other) || money(*one) && money(*other);
            alike && (one + 1..*other).all(between)
        }
        _ => false,
    };
    1 + figures.windows(2).take_while(|pair| joined(pair)).count()
}

fn share(scene: &Scene<'_>, figures: &[usize], drafts: &mut [Draft], calendar: &Calendar) {
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else { return };
    let (count, own) = (figures.len(), drafts.iter().find(|draft| figures.contains(&draft.at)));
    let metrics = names(scene, *first, count, |place| Some((scene.metric(place)?, place)));
    let metrics = metrics.filter(|list| {
        list.iter().enumerate().all(|(at, (metric, _))| list.iter().take(at).all(|(other, _)| other != metric))
    });
    let owners = names(scene, *first, count, |place| scene.company(place));
    let bases =
        names(scene, *first, count, |place| basis::told(scene.cues(place)).filter(|_| scene.metric(place).is_none()));
    let one = own.filter(|_| metrics.is_none() && owners.is_none() && bases.is_none());
    let future = one.is_some_and(|draft| draft.role != Role::Actual);
    let times = one.and_then(|_| series::periods(scene, count, future, calendar));
    let subject = one.filter(|_| times.is_none()).and_then(|draft| draft.subject);
    let parts = subject.and_then(|metric| series::parts(scene, metric, (*first, *last), count));
    let beside = beside(drafts, *first, count);
    let based = own.filter(|draft| draft.base && draft.at == *first).map(|draft| draft.period);
    let falls = own.is_some_and(|draft| draft.at == *first && is_fall(draft));
    for (at, figure) in figures.iter().enumerate() {
        let Some(mention) = scene.quantity(*figure) else { continue };
        let periods: Vec<_> = periods(drafts, *figure, count);
        let Some(draft) = drafts.iter_mut().find(|draft| draft.at == *figure) else { continue };
        // "Lower by 8%, 6% and 14%": all of them.
        if falls && draft.measure == Measure::Change && !mention.signed && !is_fall(draft) {
            draft.quantity = draft.quantity.clone().negated();
        }
        let named = metrics.as_ref().and_then(|list| list.get(at));
        if let Some((metric, place)) = named {
            take_metric(draft, subject::fit(*metric, mention, draft.currency()));
            draft.basis = own_basis(scene, *place).unwrap_or(draft.basis);
            draft.period = based.unwrap_or(draft.period);
        }
        if let Some(owner) = owners.as_ref().and_then(|list| list.get(at)) {
            draft.company = Some(*owner);
        }
        if let Some(basis) = bases.as_ref().and_then(|list: &Vec<Basis>| list.get(at)) {
            draft.basis = Some(*basis);
        } else if let Some(basis) = beside.get(at) {
            draft.basis = *basis;
        }
        draft.segment = parts.as_ref().and_then(|list| list.get(at)).copied().or(draft.segment);
        let time = times.as_ref().and_then(|list| list.get(at)).copied();
        draft.period = periods.get(at).copied().or(time.map(Some)).unwrap_or(draft.period);
    }
}

fn is_fall(draft: &Draft) -> bool {
    draft.measure == Measure::Change && draft.quantity.low().is_sign_negative()
}

fn take_metric(draft: &mut Draft, named: Option<(Metric, Quantity)>) {
    if let Some((metric, quantity)) = named.filter(|(metric, _)| *metric != draft.metric) {
        let turn = is_fall(draft);
        draft.metric = metric;
        draft.quantity = if turn { quantity.negated() } else { quantity };
    }
}

/// "Revenue and adjusted earnings": the basis of the one metric is not that of the one before it. Nothing is said where no
/// metric of the list has a basis of its own.
fn own_basis(scene: &Scene<'_>, metric: usize) -> Option<Option<Basis>> {
    const NAMES: CueSet = CueSet::of(&[Cue::Adjusted, Cue::Gaap, Cue::Filler, Cue::Plain, Cue::Metric]);
    let before = scene.left(metric).map(|before| scene.cues(before)).unwrap_or_default();
    if let Some(basis) = basis::told(before).or(basis::told(scene.cues(metric))) {
        return Some(Some(basis));
    }
    let next = scene.right(metric).filter(|and| scene.has(*and, Cue::And)).and_then(|and| scene.right(and));
    next.filter(|next| scene.cues(*next).meets(NAMES) && basis::told(scene.cues(*next)).is_some()).map(|_| None)
}

/// "GAAP EPS of $2.06 and non-GAAP EPS of $2.09, up 11% and 5%, respectively": the bases of as many levels of the same
/// metric right before the list.
fn beside(drafts: &[Draft], figure: usize, length: usize) -> Vec<Option<Basis>> {
    let Some(own) = drafts.iter().find(|draft| draft.at == figure) else { return Vec::new() };
    let before = drafts.iter().filter(|draft| draft.at < figure && draft.metric == own.metric);
    let found: Vec<_> = before.filter(|draft| draft.measure != own.measure).map(|draft| draft.basis).collect();
    if found.len() == length { found } else { Vec::new() }
}

/// The periods of as many figures of the same metric that stand before the list, where they differ.
fn periods(drafts: &[Draft], figure: usize, length: usize) -> Vec<Option<crate::model::Period>> {
    let Some(own) = drafts.iter().find(|draft| draft.at == figure) else { return Vec::new() };
    let before =
        drafts.iter().filter(|draft| draft.at < figure && draft.metric == own.metric && draft.role != own.role);
    let found: Vec<_> = before.map(|draft| draft.period).collect();
    let differ = found.windows(2).all(|pair| matches!(pair, [one, other] if one != other));
    if found.len() == length && differ { found } else { Vec::new() }
}

/// The nearest list before the figures of exactly as many different names.
fn names<T: PartialEq>(
    scene: &Scene<'_>,
    first: usize,
    length: usize,
    name: impl Fn(usize) -> Option<T>,
) -> Option<Vec<T>> {
    const JOINS: CueSet = CueSet::of(&[Cue::And]);
    let mut found: Vec<T> = Vec::new();
    let mut joined = true;
    for place in (0..first).rev() {
        if let Some(next) = name(place) {
            if !found.is_empty() && !joined {
                break;
            }
            if !found.contains(&next) {
                found.push(next);
            }
            joined = false;
        } else if scene.cues(place).meets(JOINS) || matches!(scene.symbol(place), Some(',' | '/')) {
            joined = true;
        } else if !found.is_empty() && !scene.cues(place).meets(MODIFIERS) && !scene.is_mark(place) {
            break;
        }
    }
    found.reverse();
    (found.len() == length).then_some(found)
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = crate::analyze(&Document::new("x", text));
        let facts = report.facts.iter().map(|fact| {
            let period = fact.period.map(|period| period.to_string()).unwrap_or_default();
            let segment = fact.segment.as_deref().unwrap_or_default();
            let words = [fact.metric.key(), segment, &period, fact.evidence.span.of(text)];
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(facts.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn sums_and_figures_by_the_share_are_of_one_list() {
        check(
            "Acme's revenue and earnings exceeded its own guidance by $23 million and $0.08 per share, respectively.",
            "revenue $23 million, eps $0.08",
        );
    }

    #[test]
    fn figures_of_as_many_parts() {
        check(
            "Operating profits of Acme's steel, paper and glass units rose 8%, 6% and 14% respectively.",
            "operating_income steel 8%, operating_income paper 6%, operating_income glass 14%",
        );
        check(
            "Sales in Europe and Asia climbed 4 pct and 9 pct, respectively.",
            "revenue Europe 4 pct, revenue Asia 9 pct",
        );
        check(
            "Revenue from the consumer and enterprise segments was $1.2 billion and $2.4 billion, respectively.",
            "revenue consumer $1.2 billion, revenue enterprise $2.4 billion",
        );
        check(
            "Acme saw revenue grow 4%, 6% and 9% in Europe, Asia and the Americas, respectively.",
            "revenue Europe 4%, revenue Asia 6%, revenue Americas 9%",
        );
        check("Sales in Europe and Asia rose 6%.", "revenue Europe and Asia 6%");
    }

    #[test]
    fn figures_of_as_many_periods() {
        check(
            "Net income for the three months ended June 30, 2024 and 2023 was $41 million and $38 million, respectively.",
            "net_income 2024-Q2 $41 million, net_income 2023-Q2 $38 million",
        );
        check(
            "Revenue was $3.2 billion and $9.1 billion for the third quarter and first nine months of 2024, respectively.",
            "revenue 2024-Q3 $3.2 billion, revenue 2024-9M $9.1 billion",
        );
        check(
            "Acme expects sales of $4 billion and $4.4 billion in fiscal 2025 and 2026, respectively.",
            "revenue 2025-FY $4 billion, revenue 2026-FY $4.4 billion",
        );
    }

    #[test]
    fn figures_of_as_many_metrics() {
        check(
            "Revenue and net profit rose 12% and 15%, respectively, to $3.2 billion and $410 million.",
            "revenue 12%, net_income 15%, revenue $3.2 billion, net_income $410 million",
        );
        let text = "Acme missed, with revenue/EBITDA/PAT coming in lower by 8%/6%/14% respectively.";
        check(text, "revenue 8%, ebitda 6%, net_income 14%");
        let report = crate::analyze(&Document::new("x", text));
        assert!(report.facts.iter().all(|fact| fact.quantity.low().is_sign_negative()));
    }
}
