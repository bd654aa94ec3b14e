//! A beat or a miss that the text states, against the surprises computed from its figures.

use crate::calculator::check::{difference, verb};
use crate::calculator::claim::Told;
use crate::calculator::line_item::Draft;
use crate::calculator::surprise::is_small;
use crate::calculator::wording::{computed, list, mid_sentence};
use crate::model::{Check, CheckKind, CheckStatus, Surprise, Unit, Verdict};

/// The stated verdict against the surprises of the metric that it names, or of all results. Where some results beat and
/// some missed, a verdict on all of them tells nothing.
pub(super) fn verdict(told: &Told, drafts: &[Draft]) -> Option<Check> {
    let is_meant =
        |draft: &&Draft| told.is_of(draft.subject) && told.covers(draft.item.metric) && draft.item.estimate.is_some();
    let surprises: Vec<(&Draft, &Surprise)> =
        drafts.iter().filter(is_meant).filter_map(|draft| Some((draft, draft.item.surprise.as_ref()?))).collect();
    let stated = told.claim.verdict;
    let count = |wanted| surprises.iter().filter(|(_, surprise)| stands(stated, surprise) == Some(wanted)).count();
    let status = match (count(CheckStatus::Consistent), count(CheckStatus::Inconsistent)) {
        (1.., 0) => CheckStatus::Consistent,
        (0, 1..) if by_name(told, &surprises) => CheckStatus::Inconsistent,
        _ => return None,
    };
    let telling: Vec<_> = surprises.iter().filter(|(_, surprise)| stands(stated, surprise) == Some(status)).collect();
    let named: Vec<String> = telling.iter().filter_map(|(draft, surprise)| named(draft, surprise)).collect();
    let subject = told.claim.metric.map_or("Results", |metric| metric.row().label);
    let (stated, verb) = (noun(stated), verb(status));
    Some(Check {
        kind: CheckKind::Verdict,
        status,
        message: format!("{subject}: the stated {stated} {verb} {}", list(&named)),
        facts: telling.iter().flat_map(|(_, surprise)| surprise.facts.iter().copied()).collect(),
    })
}

/// Whether the claim names the metrics that it is held against: a profit that beat may be of the whole or of a share, so
/// EPS can bear such a claim out and not refute it.
fn by_name(told: &Told, surprises: &[(&Draft, &Surprise)]) -> bool {
    told.claim.metric.is_none_or(|named| surprises.iter().all(|(draft, _)| draft.item.metric == named))
}

/// Whether a surprise bears the stated verdict out; `None` where the roundings cannot tell.
fn stands(stated: Verdict, surprise: &Surprise) -> Option<CheckStatus> {
    match (stated, surprise.verdict) {
        (Verdict::Beat, Verdict::Beat) | (Verdict::Miss, Verdict::Miss) | (Verdict::InLine, Verdict::InLine) => {
            Some(CheckStatus::Consistent)
        }
        (Verdict::Beat, Verdict::Miss) | (Verdict::Miss, Verdict::Beat) => Some(CheckStatus::Inconsistent),
        (Verdict::Beat | Verdict::Miss, Verdict::InLine) => None,
        (Verdict::InLine, Verdict::Beat | Verdict::Miss) => {
            surprise.percent.filter(|percent| !is_small(*percent)).map(|_| CheckStatus::Inconsistent)
        }
    }
}

fn noun(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Beat => "beat",
        Verdict::Miss => "miss",
        Verdict::InLine => "result in line",
    }
}

/// "revenue (+3%)", or the difference where there is no rate.
fn named(draft: &Draft, surprise: &Surprise) -> Option<String> {
    let label = mid_sentence(draft.item.metric.row().label);
    let figures = draft.figures;
    let (amount, unit, reach) = match (surprise.percent, surprise.interval) {
        (Some(percent), Some(interval)) => (percent, Unit::Percent, interval.into()),
        _ => {
            let unit = if draft.item.unit == Unit::Percent { Unit::Points } else { draft.item.unit };
            (surprise.value, unit, difference(figures.actual.as_ref()?.fact, figures.estimate.as_ref()?.fact))
        }
    };
    let shown = computed(amount, unit, reach);
    let sign = if amount.is_zero() || shown.starts_with('-') { "" } else { "+" };
    Some(format!("{label} ({sign}{shown})"))
}

#[cfg(test)]
mod tests {
    use crate::calculator::calculate;
    use crate::calculator::testing::{nowhere, reading, tell_check};
    use crate::model::{Claim, Verdict};
    use crate::parser::vocabulary::metrics::by_key;

    const MIXED: &str = "revenue actual 2024-Q4 USD 48.4bn
                         revenue estimate 2024-Q4 USD 46.99bn
                         eps actual 2024-Q4 USD/share 1.49
                         eps estimate 2024-Q4 USD/share 1.60";

    #[track_caller]
    fn check(lines: &str, verdict: Verdict, metric: &str, expected: &str) {
        let mut reading = reading(lines);
        let claim = Claim { verdict, metric: by_key(metric), company: None, period: None, evidence: nowhere() };
        reading.claims = vec![claim.clone(), claim];
        let (_, _, checks) = calculate(&reading);
        let told: Vec<String> = checks.iter().map(tell_check).collect();
        assert_eq!(told.join("; "), expected);
    }

    #[test]
    fn of_one_metric() {
        check(
            MIXED,
            Verdict::Beat,
            "revenue",
            "verdict consistent: Revenue: the stated beat agrees with revenue (+3%) [0, 1]",
        );
        check(
            MIXED,
            Verdict::Beat,
            "eps",
            "verdict inconsistent: EPS: the stated beat does not agree with EPS (-7%) [2, 3]",
        );
        check(
            MIXED,
            Verdict::InLine,
            "eps",
            "verdict inconsistent: EPS: the stated result in line does not agree with EPS (-7%) [2, 3]",
        );
        check(
            MIXED,
            Verdict::InLine,
            "revenue",
            "verdict consistent: Revenue: the stated result in line agrees with revenue (+3%) [0, 1]",
        );
        check(MIXED, Verdict::Beat, "net_income", "");
    }

    #[test]
    fn of_all_results() {
        check(MIXED, Verdict::Beat, "", "");
        let all_beat = MIXED.replace("1.60", "1.40");
        check(
            &all_beat,
            Verdict::Beat,
            "",
            "verdict consistent: Results: the stated beat agrees with revenue (+3%) and EPS (+6%) [0, 1, 2, 3]",
        );
        check(
            &all_beat,
            Verdict::Miss,
            "",
            "verdict inconsistent: Results: the stated miss does not agree with revenue (+3%) and EPS (+6%) \
             [0, 1, 2, 3]",
        );
    }
}
