//! The accounting basis of a quantity: told right after it ("$1.56 adjusted"), with its metric ("adjusted earnings per
//! share"), or at the head of the statement ("Excluding items,").

use crate::model::{Basis, Metric, MetricUnit, Role, Unit};
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::Lead;
use crate::parser::linker::state::State;
use crate::parser::vocabulary::cues::{Cue, CueSet};

const BASES: [(Cue, Basis); 4] = [
    (Cue::Organic, Basis::Organic),
    (Cue::ConstantCurrency, Basis::ConstantCurrency),
    (Cue::Adjusted, Basis::Adjusted),
    (Cue::Gaap, Basis::Gaap),
];

/// The basis that these cues name.
pub(super) fn told(cues: CueSet) -> Option<Basis> {
    BASES.iter().find(|(cue, _)| cues.has(*cue)).map(|(_, basis)| *basis)
}

/// The basis of the quantity at `at`, whose metric stands at `subject`.
pub(super) fn read(scene: &Scene<'_>, at: usize, (metric, subject): (Metric, Option<usize>)) -> Option<Basis> {
    const TELL: CueSet = CueSet::of(&[Cue::Organic, Cue::ConstantCurrency, Cue::Adjusted, Cue::Gaap, Cue::Excluding]);
    if !scene.has_any(TELL) {
        return None;
    }
    after(scene, at)
        .or_else(|| left_out(scene, at, metric))
        .or_else(|| with_metric(scene, at, (metric, subject)))
        .or_else(|| around(scene, at))
        .or_else(|| head(scene, at))
}

/// Whether a figure can be on the basis: people, stores and subscribers are counted and never adjusted.
pub(super) fn fits(basis: Basis, metric: Metric, mention: &QuantityMention) -> bool {
    let counted = metric.row().unit == MetricUnit::Count && mention.quantity.unit() == Unit::Count;
    !counted || !matches!(basis, Basis::Adjusted | Basis::Gaap)
}

/// The basis of the figure that this one is set against: "$1.56 adjusted vs. $1.48 expected".
pub(super) fn beside(metric: Metric, lead: Lead, last: Option<&Draft>) -> Option<Basis> {
    let against = matches!(lead, Lead::Versus | Lead::Against | Lead::Same | Lead::From | Lead::To);
    // "Rose 3 percent, excluding the effect of exchange rates, to $1.3 billion": only the rate is without it.
    let rate = |last: &&Draft| lead == Lead::To && last.basis == Some(Basis::ConstantCurrency);
    let last = last.filter(|last| !rate(last));
    last.filter(|last| (against && last.metric == metric) || lead == Lead::Same).and_then(|last| last.basis)
}

/// The basis of the sentence before, where this one only adds what it was before: "A year ago it lost 79 cents." Or that of
/// the list that the sentence stands in.
pub(super) fn continued(
    scene: &Scene<'_>,
    subject: Option<usize>,
    (metric, role, base): (Metric, Role, bool),
    (drafts, state): (&[Draft], &State),
) -> Option<Basis> {
    let verb = subject.is_none_or(|place| scene.metric(place).is_none());
    // "It earned 84 cents excluding items. Analysts expected 82 cents."
    let expected = role == Role::Estimate && subject.is_none();
    let goes_on = role == Role::PriorGuidance || (base && verb) || expected;
    let before = if goes_on && drafts.is_empty() { state.basis(metric) } else { None };
    before.or_else(|| state.listed(scene, (metric, role)))
}

/// "$1.56 adjusted", "8% in constant currency", "on an adjusted basis".
fn after(scene: &Scene<'_>, at: usize) -> Option<Basis> {
    let mut place =
        scene.right_past(at, CueSet::of(&[Cue::Filler, Cue::In, Cue::On, Cue::Determiner, Cue::Period, Cue::At]))?;
    // "72 cents, adjusted vs. 58 cents expected".
    if let Some(word) = scene.right(place).filter(|_| scene.symbol(place) == Some(',')) {
        let ends = scene.right(word).is_none_or(|next| scene.has(next, Cue::Versus) || scene.symbol(next) == Some(','));
        place = if ends { word } else { place };
    }
    let followed_by_metric = scene.right(place).is_some_and(|next| scene.metric(next).is_some());
    let told = told(scene.cues(place)).filter(|_| !followed_by_metric && scene.metric(place).is_none());
    told.filter(|_| !is_of_split(scene, place))
}

/// "Earnings of $2.30 a share in 2027, excluding restructuring charges": what the figure is without stands behind a comma.
fn left_out(scene: &Scene<'_>, at: usize, metric: Metric) -> Option<Basis> {
    let near = (at + 1..at + 7).take_while(|place| scene.quantity(*place).is_none() && scene.metric(*place).is_none());
    let comma = near.into_iter().find(|place| scene.symbol(*place) == Some(','))?;
    let excluding = scene.right(comma).is_some_and(|next| scene.has(next, Cue::Excluding) && !is_of_split(scene, next));
    (excluding && is_earned(metric)).then_some(Basis::Adjusted)
}

/// Whether a metric without some items is an adjusted one; sales without fuel are only sales of fewer things.
pub(super) fn is_earned(metric: Metric) -> bool {
    const EARNED: [&str; 5] = ["eps", "net_income", "operating_income", "pretax_income", "ebitda"];
    EARNED.contains(&metric.key())
}

/// "Adjusted for a two-for-one stock split": the same figure for other shares.
fn is_of_split(scene: &Scene<'_>, place: usize) -> bool {
    const SPLITS: [&str; 4] = ["split", "splits", "capitalisation", "capitalization"];
    let last = |place: usize| scene.token(place).and_then(|token| token.span.of(scene.text).rsplit([' ', '-']).next());
    (place..place + 11).filter_map(last).any(|word| SPLITS.iter().any(|split| word.eq_ignore_ascii_case(split)))
}

fn with_metric(scene: &Scene<'_>, at: usize, (metric, subject): (Metric, Option<usize>)) -> Option<Basis> {
    let subject = subject?;
    if let Some(basis) = told(scene.cues(subject)).filter(|_| !is_plain_line(scene, at, subject)) {
        return Some(basis);
    }
    if subject > at {
        let between = (at + 1..subject).fold(CueSet::NONE, |all, place| all.with(scene.cues(place)));
        return told(between).or_else(|| trailing(scene, subject, metric));
    }
    let mut place = spelled_out(scene, subject).unwrap_or(subject);
    for _ in 0..6 {
        let Some(next) = scene.left(place) else { break };
        place = next;
        let cues = scene.cues(place);
        if let Some(basis) = told(cues) {
            return Some(basis);
        }
        let passes = CueSet::of(&[
            Cue::Filler,
            Cue::Plain,
            Cue::Period,
            Cue::Determiner,
            Cue::Loss,
            Cue::Profit,
            Cue::SegmentNoun,
            Cue::Gaap,
        ]);
        if !cues.meets(passes) || scene.symbol(place).is_some() || scene.quantity(place).is_some() {
            break;
        }
    }
    trailing(scene, subject, metric)
}

/// "Adjusted earnings before interest, tax, depreciation and amortization (EBITDA)": the words that the bracket abbreviates.
fn spelled_out(scene: &Scene<'_>, subject: usize) -> Option<usize> {
    let open = scene.left(subject).filter(|open| scene.symbol(*open) == Some('('))?;
    let words = scene.left(open)?;
    (scene.metric(words).is_some() && scene.metric(words) == scene.metric(subject)).then_some(words)
}

/// "Operating earnings of $5 million": in money a line of the statement, by the share what is left without one-time items.
fn is_plain_line(scene: &Scene<'_>, at: usize, subject: usize) -> bool {
    let line = scene.metric(subject).is_some_and(|metric| metric.key() == "operating_income");
    let sum = |mention: &QuantityMention| match (mention.quantity.unit(), mention.form) {
        (Unit::PerShare(_), _) | (_, Form::MinorMoney | Form::PerShare) => false,
        (Unit::Money(_), _) => !(mention.quantity.is_within(1000) && mention.quantity.has_decimals()),
        (Unit::Percent | Unit::Points | Unit::BasisPoints | Unit::Count, _) => true,
    };
    line && scene.quantity(at).is_some_and(sum)
}

/// "Earnings, adjusted for one-time gains, were": told right behind the metric.
fn trailing(scene: &Scene<'_>, subject: usize, metric: Metric) -> Option<Basis> {
    let mut place = scene.right(subject)?;
    if matches!(scene.symbol(place), Some(',' | '(')) {
        place = scene.right(place)?;
    }
    place = if scene.has(place, Cue::On) { scene.right(place)? } else { place };
    let excluding = scene.has(place, Cue::Excluding) && is_earned(metric);
    told(scene.cues(place)).or_else(|| excluding.then_some(Basis::Adjusted)).filter(|_| !is_of_split(scene, place))
}

/// "On a constant currency basis" anywhere in the statement, with no other figure between.
fn around(scene: &Scene<'_>, at: usize) -> Option<Basis> {
    let wide = CueSet::of(&[Cue::ConstantCurrency, Cue::Organic]);
    let right =
        (at + 1..scene.clause_end(at)).take_while(|p| scene.quantity(*p).is_none() && scene.symbol(*p) != Some(','));
    let left =
        (scene.clause_start(at)..at).rev().take_while(|p| scene.quantity(*p).is_none() && scene.metric(*p).is_none());
    right
        .chain(left)
        .find(|place| scene.cues(*place).meets(wide) && scene.metric(*place).is_none())
        .and_then(|place| told(scene.cues(place)))
}

/// "Excluding items, the company earned 46 cents a share": the sentence, or the part after a comma, begins with it.
fn head(scene: &Scene<'_>, at: usize) -> Option<Basis> {
    let opens = |place: usize| {
        let basis = told(scene.cues(place)).filter(|_| scene.metric(place).is_none() && !names_metric(scene, place));
        basis.or_else(|| {
            (scene.has(place, Cue::Excluding) && !leaves_out_duties(scene, place)).then_some(Basis::Adjusted)
        })
    };
    // "Sales fell 3.2%; excluding currency, they fell 2.1%".
    let semicolon = (0..at).rev().find(|place| scene.symbol(*place) == Some(';'));
    let first = (semicolon.map_or(0, |mark| mark + 1)..at).find(|place| !scene.is_mark(*place))?;
    let skips = scene.cues(first).meets(CueSet::of(&[Cue::On, Cue::At, Cue::In, Cue::While]));
    let second = if skips { scene.right_past(first, CueSet::of(&[Cue::Determiner])).unwrap_or(first) } else { first };
    opens(first).or_else(|| opens(second)).filter(|_| {
        !(first..at).any(|place| {
            scene.has(place, Cue::While) && place > first + 1 && scene.symbol(place.saturating_sub(1)) == Some(',')
        })
    })
}

/// "Excluding excise taxes, revenue": sales as they are often told, and adjusted for nothing.
fn leaves_out_duties(scene: &Scene<'_>, place: usize) -> bool {
    const DUTIES: [&str; 5] = ["excise", "duty", "duties", "vat", "levies"];
    let near = (place + 1..place + 5).take_while(|near| scene.symbol(*near) != Some(','));
    near.into_iter().any(|near| DUTIES.iter().any(|duty| scene.words(near).eq_ignore_ascii_case(duty)))
}

/// Whether the basis word at `place` belongs to a metric right after it.
fn names_metric(scene: &Scene<'_>, place: usize) -> bool {
    scene.right_past(place, CueSet::of(&[Cue::Filler, Cue::Gaap])).is_some_and(|next| scene.metric(next).is_some())
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.basis.map_or("-", |basis| basis.name()), expected);
    }

    #[test]
    fn operating_earnings_are_a_line_in_money_and_adjusted_by_the_share() {
        check(
            "Operating earnings fell 36 percent to 5.6 billion crowns.",
            "operating_income - 36 percent, operating_income - 5.6 billion crowns",
        );
        check("Operating earnings were $1.20 per share.", "eps adjusted $1.20");
        check("Adjusted operating earnings rose to $8 million.", "operating_income adjusted $8 million");
    }

    #[test]
    fn the_lead_of_a_list_tells_the_basis_of_its_results() {
        check(
            "Acme Inc. reports the third quarter\n\nStatutory results:\n\n- Operating profit of $40 million\n- Revenue of $500 \
             million\n\nAdjusted results:\n\n- Operating profit of $50 million\n\nThe board met. Net income was $30 million.",
            "operating_income gaap $40 million, revenue - $500 million, operating_income adjusted $50 million, \
             net_income - $30 million",
        );
    }

    #[test]
    fn a_basis_behind_a_comma_or_at_the_head() {
        check("It earned 72 cents, adjusted vs. 58 cents expected.", "eps adjusted 72 cents, eps adjusted 58 cents");
        check("On an adjusted operating basis, it earned $1.20 a share.", "eps adjusted $1.20");
        check("It would have earned $1.20 a share without the charge.", "eps adjusted $1.20");
        check("Excluding excise taxes, revenue rose to $6 billion.", "revenue - $6 billion");
        check("Sales fell 3%; excluding currency, sales fell 2%.", "revenue - 3%, revenue constant_currency 2%");
        check("Excluding one-time taxes, profit rose to $6 billion.", "net_income adjusted $6 billion");
    }

    #[test]
    fn what_a_figure_is_without_makes_it_adjusted() {
        check("It expects earnings of $2.30 a share in 2027, excluding restructuring charges.", "eps adjusted $2.30");
        check("Revenue was $2.3 billion, excluding fuel.", "revenue - $2.3 billion");
        check("It earned $3.21 a share, adjusted for a two-for-one stock split.", "eps - $3.21");
        check("It reported an adjusted loss of $70 million.", "net_income adjusted $70 million");
        check(
            "It earned $1.60 a share excluding items. Analysts expected $1.55.",
            "eps adjusted $1.60, eps adjusted $1.55",
        );
    }
}
