//! The size of a figure: level or change, its sign, and what a change is measured against.

use crate::model::{Comparison, Currency, Measure, Metric, MetricUnit, Quantity, Unit};
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::{Lead, Slot, Way, is_percent};
use crate::parser::linker::subject::{Reason, Subject};
use crate::parser::sentence::Block;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// Level or change, once the metric is known; a percentage of a profit that is no change is its margin.
pub(super) fn measure(
    metric: Metric,
    mention: &QuantityMention,
    slot: &Slot,
    drafts: &[Draft],
) -> Result<(Metric, Measure), Reason> {
    let percent = is_percent(mention.quantity.unit());
    let alike = drafts.iter().rev().find(|draft| draft.metric == metric && is_percent(draft.quantity.unit()));
    let changes = slot.measure == Some(Measure::Change);
    match (metric.row().unit, percent) {
        (MetricUnit::ChangePercent, _) => Ok((metric, Measure::Change)),
        (MetricUnit::Percent, _) => {
            let changed = changes && matches!(slot.lead, Lead::Change | Lead::By | Lead::Plain);
            Ok((metric, if changed { Measure::Change } else { Measure::Level }))
        }
        (_, false) => Ok((metric, slot.measure.unwrap_or(Measure::Level))),
        // "Revenue -3%".
        (_, true) if changes || mention.signed || alike.is_some_and(|draft| draft.measure == Measure::Change) => {
            Ok((metric, Measure::Change))
        }
        (_, true) => {
            let margin = metric.row().as_percent.and_then(metrics::by_key);
            margin.map(|margin| (margin, Measure::Level)).ok_or("a percentage that is no change")
        }
    }
}

/// "Recorder sales fell to 300,000 from 350,000", and no currency in all of the sentence: so many were sold.
pub(super) fn pieces(
    scene: &Scene<'_>,
    metric: Metric,
    mention: &QuantityMention,
    slot: &Slot,
) -> Option<(Metric, Quantity)> {
    let sum = |mention: &QuantityMention| matches!(mention.quantity.unit(), Unit::Money(_) | Unit::PerShare(_));
    let bare = matches!(mention.form, Form::Bare | Form::Scaled) && mention.quantity.unit() == Unit::Count;
    let moved = matches!(slot.lead, Lead::To | Lead::From) && metric.key() == "revenue";
    let all = scene.lexed.quantities;
    // Amounts in millions without a currency are money as often as not.
    let small = all.iter().any(|other| other.form == Form::Bare && !other.quantity.is_within(1000));
    let counted = bare && moved && small && scene.sentence.block == Block::Prose && !all.iter().any(sum);
    let units = if counted { metrics::by_key("units") } else { None };
    units.map(|units| (units, mention.quantity.clone()))
}

/// "76.3% and 77.0%, respectively, plus or minus 50 basis points".
pub(super) fn is_tolerance(scene: &Scene<'_>, mention: &QuantityMention) -> bool {
    let before = scene.text.get(..mention.span.start).unwrap_or_default().trim_end();
    ["plus or minus", "+/-", "±"].iter().any(|sign| before.ends_with(sign))
}

/// The figure with its sign: declines and losses are negative, unless the text wrote the sign with the number.
pub(super) fn signed(
    scene: &Scene<'_>,
    quantity: Quantity,
    mention: &QuantityMention,
    (measure, slot, subject): (Measure, &Slot, &Subject),
    local: Option<Currency>,
) -> Quantity {
    let symbol = mention.span.of(scene.text).contains(['$', 'U']);
    let quantity = if symbol { quantity } else { local_dollars(quantity, mention, local) };
    let turn = match measure {
        Measure::Change => slot.way == Some(Way::Down),
        Measure::Level => subject.loss,
    };
    if turn && !mention.signed { quantity.negated() } else { quantity }
}

/// "7 cents" in a text whose dollars are Australian is Australian.
fn local_dollars(quantity: Quantity, mention: &QuantityMention, local: Option<Currency>) -> Quantity {
    const DOLLARS: [&str; 5] = ["AUD", "CAD", "NZD", "SGD", "HKD"];
    let plain = matches!(mention.form, Form::MinorMoney | Form::PerShare);
    match (quantity.unit(), local.filter(|local| plain && DOLLARS.contains(&local.code()))) {
        (Unit::PerShare(Currency::USD), Some(local)) => quantity.with_unit(Unit::PerShare(local)),
        _ => quantity,
    }
}

/// What a change is measured against: what the words say, else the year before; nothing for things that come and go.
pub(super) fn comparison(
    metric: Metric,
    mention: &QuantityMention,
    measure: Measure,
    (against, told): (Option<Comparison>, Option<Comparison>),
) -> Option<Comparison> {
    let counted = metric.row().unit == MetricUnit::Count && !is_percent(mention.quantity.unit());
    match measure {
        Measure::Level => None,
        Measure::Change if against.is_some() => against,
        Measure::Change => told.or(if counted { None } else { Some(Comparison::YearOverYear) }),
    }
}

/// What a change by so much is measured against: "topped estimates by 5 cents", "raised its forecast by 75 cents".
pub(super) fn against(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<Comparison> {
    let before =
        || (slot.lead_at.saturating_sub(12)..slot.lead_at).rev().take_while(|place| scene.quantity(*place).is_none());
    let near = |cues: CueSet| before().any(|place| scene.cues(place).meets(cues));
    let revised =
        slot.lead == Lead::By && near(CueSet::of(&[Cue::Raise, Cue::Lower])) && near(CueSet::of(&[Cue::GuideNoun]));
    beats(scene, at, slot).or(revised.then_some(Comparison::VersusGuidance))
}

/// "Beat the consensus estimate of $1.15 by 4 percent": which way, where what is beaten stands right before "by".
pub(super) fn beaten_by(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<Way> {
    let estimate =
        scene.left(slot.lead_at).filter(|before| slot.lead == Lead::By && scene.quantity(*before).is_some())?;
    scene.quantity(at).filter(|mention| is_percent(mention.quantity.unit()))?;
    let near = (estimate.saturating_sub(9)..estimate).rev().take_while(|place| scene.quantity(*place).is_none());
    let verb = near.into_iter().find(|place| scene.cues(*place).meets(CueSet::of(&[Cue::Beat, Cue::Miss])))?;
    Some(if scene.has(verb, Cue::Beat) { Way::Up } else { Way::Down })
}

/// What stands between a forecast and whose it is.
const OWN: CueSet = CueSet::of(&[Cue::Prior, Cue::Filler, Cue::Period, Cue::Metric]);

/// "Guidance", "its own forecast": what the company itself said.
fn is_own_forecast(scene: &Scene<'_>, place: usize) -> bool {
    let theirs = scene.has(place, Cue::EstimateNoun);
    let its = || scene.left_past(place, OWN).is_some_and(|its| scene.has(its, Cue::Pronoun));
    scene.has(place, Cue::GuideNoun) && (!theirs || its())
}

/// "Topped estimates by 5 cents", "5 cents better than the consensus", "exceeded its own guidance by $23 million": what is
/// beaten or missed by so much.
pub(super) fn beats(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<Comparison> {
    // "Beat the consensus estimate of $1.15 by 4 percent".
    let estimate = scene.left(slot.lead_at).filter(|before| slot.lead == Lead::By && scene.quantity(*before).is_some());
    let end = estimate.unwrap_or(slot.lead_at);
    let before = || (end.saturating_sub(14)..end).rev().take_while(|place| scene.quantity(*place).is_none());
    let near = |cues: CueSet| before().any(|place| scene.cues(place).meets(cues));
    let by = slot.lead == Lead::By && near(CueSet::of(&[Cue::Beat, Cue::Miss]));
    if by && before().any(|place| is_own_forecast(scene, place)) {
        return Some(Comparison::VersusGuidance);
    }
    let by = by
        && (near(CueSet::of(&[Cue::Analyst, Cue::EstimateNoun, Cue::Expect]))
            || before().any(|place| is_missed_on(scene, place))
            || is_beaten(scene, slot.lead_at));
    by.then_some(Comparison::VersusEstimate).or_else(|| stands_off(scene, at).map(|(_, from)| from))
}

/// A verb that tells of another change.
const TURNS: CueSet = CueSet::of(&[Cue::Rise, Cue::Fall]);

/// "Exceeded guidance by $23 million and $0.08 per share, respectively", "beat estimates by $23 million and earnings by $0.08":
/// whether the figure that `slot` leads to is off from what the last one is off from.
pub(super) fn follows_suit(scene: &Scene<'_>, slot: &Slot, last: Option<&Draft>) -> Option<Comparison> {
    let off = |known: &Comparison| matches!(known, Comparison::VersusEstimate | Comparison::VersusGuidance);
    let last = last.filter(|last| last.measure == Measure::Change)?;
    let again = match slot.lead {
        Lead::And => scene.has_any(CueSet::of(&[Cue::Respectively])),
        Lead::By => {
            let mut between = last.at + 1..slot.lead_at;
            let joined = between.len() < 4 && scene.right(last.at).is_some_and(|and| scene.has(and, Cue::And));
            joined && !between.any(|place| scene.cues(place).meets(TURNS))
        }
        _ => false,
    };
    last.comparison.filter(|comparison| again && off(comparison))
}

/// "Acme beats by $0.11", "EPS of $1.20 misses by $0.05": behind the verb alone stands what was expected.
pub(super) fn is_beaten(scene: &Scene<'_>, by: usize) -> bool {
    let verb = scene.left(by).filter(|_| scene.has(by, Cue::By));
    verb.is_some_and(|verb| scene.cues(verb).meets(CueSet::of(&[Cue::Beat, Cue::Miss])))
}

/// "Missed on EPS by $0.09".
fn is_missed_on(scene: &Scene<'_>, verb: usize) -> bool {
    let on = scene
        .right(verb)
        .filter(|on| scene.cues(verb).meets(CueSet::of(&[Cue::Beat, Cue::Miss])) && scene.has(*on, Cue::On));
    on.and_then(|on| scene.right(on)).is_some_and(|metric| scene.metric(metric).is_some())
}

/// "61 cents a share, 3 cents better than the consensus", "2 points above the midpoint of our guidance": whether the figure at
/// `at` only says by how much another one, before it, was better or worse than expected, and than by whom.
pub(super) fn stands_off(scene: &Scene<'_>, at: usize) -> Option<(Way, Comparison)> {
    const EXPECTED: CueSet = CueSet::of(&[Cue::Analyst, Cue::EstimateNoun, Cue::Expect]);
    let next = scene.right(at).filter(|_| scene.quantity(at).is_some())?;
    let (than, way) = match scene.cues(next) {
        cues if cues.has(Cue::Beat) => (next, Way::Up),
        cues if cues.has(Cue::Miss) => (next, Way::Down),
        _ => (next, more_or_less(scene, next)?),
    };
    let before = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]))?;
    let comma = Some(before).filter(|comma| scene.symbol(*comma) == Some(','));
    // "Profit was almost 50 percent ahead of forecasts", "sales came in $3 million above expectations".
    let verb = scene.cues(before).meets(CueSet::of(&[Cue::Be, Cue::Report]));
    let behind = || (than + 1..scene.clause_end(at)).take(8).take_while(|place| scene.quantity(*place).is_none());
    let expected = scene.token(than).is_some_and(|token| token.span.of(scene.text).ends_with("than expected"));
    let told = comma.is_some_and(|comma| (scene.clause_start(at)..comma).any(|place| scene.quantity(place).is_some()));
    // "Revenue was 23% below last year", and in line with what was expected.
    let dated = scene.right_past(than, CueSet::of(&[Cue::Determiner])).is_some_and(|time| scene.period(time).is_some());
    if dated || !told && !verb {
        return None;
    }
    // "Earnings were $3.86 above the midpoint of our guidance": the whole of them.
    let whole = |mention: &QuantityMention| match mention.quantity.unit() {
        Unit::PerShare(_) | Unit::Money(_) => !mention.quantity.is_within(1) && mention.quantity.is_within(1000),
        _ => false,
    };
    if !told && scene.quantity(at).is_some_and(whole) {
        return None;
    }
    if behind().any(|place| is_own_forecast(scene, place)) {
        return Some((way, Comparison::VersusGuidance));
    }
    (expected || behind().any(|place| scene.cues(place).meets(EXPECTED))).then_some((way, Comparison::VersusEstimate))
}

/// "About $200 million more than expected", "5 cents more than analysts had forecast".
fn more_or_less(scene: &Scene<'_>, place: usize) -> Option<Way> {
    let way = match scene.words(place).split(' ').next()? {
        "more" | "higher" | "better" => Way::Up,
        "less" | "lower" | "worse" | "fewer" => Way::Down,
        _ => return None,
    };
    (scene.words(place).contains(" than") || scene.words(place + 1) == "than").then_some(way)
}

/// "Quarterly profit rose 20% to $2.46", "sales rose 2.5% to 296,000 vehicles": the level says what changed.
pub(super) fn share_metric(drafts: &mut [Draft], level: &mut Draft) {
    let leads = level.lead == Lead::To && level.measure == Measure::Level;
    // "A 14 percent increase over earnings of $1.05 per share".
    let over = |last: &Draft| {
        let named = level.lead == Lead::Versus && level.subject.is_some_and(|at| at > last.at);
        named && last.subject == level.subject
    };
    let near = |last: &&mut Draft| leads && last.at + 4 >= level.at || over(last);
    let Some(change) = drafts.last_mut().filter(near) else { return };
    if change.measure == Measure::Change && is_percent(change.quantity.unit()) && change.role == level.role {
        change.metric = level.metric;
        level.segment = level.segment.or(change.segment);
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Comparison, Document, Measure, Role};
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.segment.as_deref().unwrap_or("-"), expected);
    }

    #[track_caller]
    fn check_values(text: &str, expected: &str) {
        let report = crate::analyze(&Document::new("x", text));
        let facts =
            report.facts.iter().map(|fact| format!("{} {}", fact.metric.key(), fact.quantity.low().normalize()));
        assert_eq!(facts.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn what_was_expected_is_beaten_by_a_rate() {
        check_values(
            "Acme reported earnings of $1.20 per share which beat the consensus estimate of $1.15 by 4.35 percent. This is a 14.29 \
             percent increase over earnings of $1.05 per share from the same period last year.",
            "eps 1.2, eps 1.15, eps 4.35, eps 14.29, eps 1.05",
        );
        check_values(
            "Sales of $2.31 billion missed the consensus estimate of $2.35 billion by 1.70 percent.",
            "revenue 2310000000, revenue 2350000000, revenue -1.7",
        );
    }

    #[test]
    fn a_rate_in_other_words_goes_the_same_way() {
        check_values("Sales declined 3.2%, or 2.1% excluding currency.", "revenue -3.2, revenue -2.1");
        check_values("Sales fell 3.2%, or up 2.1% excluding currency.", "revenue -3.2, revenue 2.1");
    }

    #[test]
    fn money_that_went_out_is_negative() {
        check_values("Acme Corp. reported free cash flow use of $12.9 million.", "free_cash_flow -12900000");
        check_values("Free cash flow was an outflow of $45 million.", "free_cash_flow -45000000");
        check_values(
            "Its free cash flow deficit was $4 million, compared with an inflow of $2 million a year ago.",
            "free_cash_flow -4000000, free_cash_flow 2000000",
        );
        check_values("Net income (loss) per diluted share was $0.24.", "eps 0.24");
        check_values("(Loss) earnings per share was $(0.31).", "eps -0.31");
    }

    #[test]
    fn both_figures_of_a_pair_are_off_from_the_same() {
        let guidance = Some(Comparison::VersusGuidance);
        let estimate = Some(Comparison::VersusEstimate);
        for (text, expected) in [
            (
                "Acme's revenue and EPS exceeded its guidance by $23 million and $0.08, respectively.",
                [("revenue", guidance, "23000000"), ("eps", guidance, "0.08")],
            ),
            (
                "Revenue missed the consensus estimate by $4 million and EPS by 3 cents.",
                [("revenue", estimate, "-4000000"), ("eps", estimate, "-0.03")],
            ),
            (
                "Revenue beat estimates by 2% and grew by 3%.",
                [("revenue", estimate, "2"), ("revenue", Some(Comparison::YearOverYear), "3")],
            ),
        ] {
            let report = crate::analyze(&Document::new("x", text));
            let read = report.facts.iter().map(|fact| {
                assert_eq!((fact.role, fact.measure), (Role::Actual, Measure::Change), "{text}");
                (fact.metric.key(), fact.comparison, fact.quantity.low().normalize().to_string())
            });
            let read: Vec<_> = read.collect();
            let read: Vec<_> = read.iter().map(|(metric, off, value)| (*metric, *off, value.as_str())).collect();
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn how_far_off_what_was_expected_is_a_change() {
        for (text, metric) in
            [("Acme missed estimated earnings by 4.75%.", "net_income"), ("Acme missed on EPS by $0.09.", "eps")]
        {
            let report = crate::analyze(&Document::new("x", text));
            let read: Vec<_> =
                report.facts.iter().map(|fact| (fact.metric.key(), fact.role, fact.comparison)).collect();
            assert_eq!(read, [(metric, Role::Actual, Some(Comparison::VersusEstimate))], "{text}");
        }
    }

    #[test]
    fn sales_without_a_currency_are_pieces() {
        check(
            "In the year its colour printer sales fell to 300,000 from 350,000, while those of the pocket radio rose to 2.25 \
             mln from 1.30 mln.",
            "units colour printer 300,000, units colour printer 350,000, units pocket radio 2.25 mln, units pocket radio 1.30 mln",
        );
        check("U.S. sales rose to $300,000 from $250,000.", "revenue U.S. $300,000, revenue U.S. $250,000");
        check("U.S. sales rose to 300 million from 250 million.", "revenue U.S. 300 million, revenue U.S. 250 million");
    }

    #[test]
    fn so_much_above_what_was_expected_is_a_change() {
        for (text, value) in [
            ("Profit was almost 50 percent ahead of analysts' forecasts.", "net_income 50"),
            ("Sales came in $3 million below expectations.", "revenue -3000000"),
            (
                "Traders produced $9 million in revenue, $2 million more than expected.",
                "revenue 9000000, revenue 2000000",
            ),
        ] {
            check_values(text, value);
            let report = crate::analyze(&Document::new("x", text));
            let last = report.facts.last().and_then(|fact| fact.comparison);
            assert_eq!(last, Some(Comparison::VersusEstimate), "{text}");
        }
    }

    #[test]
    fn a_conversion_is_of_the_change_before_it() {
        let report = crate::analyze(&Document::new("x", "Deposits grew by over 5 billion pounds ($7.7 billion)."));
        assert!(report.facts.len() == 2 && report.facts.iter().all(|fact| fact.measure == Measure::Change));
    }
}
