//! The metric that is meant where its name alone misleads: in India and at banks, and where two figures are set beside two.

use crate::model::{Currency, Metric, MetricUnit, Role, Unit};
use crate::parser::lexer::quantity::QuantityMention;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::subject::Subject;
use crate::parser::vocabulary::metrics;

/// "Income from operations rose 8% to Rs 5,120 crore", "banking income rose to 6 billion pounds": so revenue is called in India, and
/// by banks.
pub(super) fn by_custom(scene: &Scene<'_>, subject: &Subject, currency: Option<Currency>) -> Option<Metric> {
    const INCOME: [&str; 2] = ["income from operations", "income from operation"];
    let place = subject.at?;
    let told = match subject.metric.key() {
        "operating_income" => {
            let rupees = currency.is_some_and(|currency| currency.code() == "INR");
            rupees && INCOME.iter().any(|income| scene.words(place).eq_ignore_ascii_case(income))
        }
        "net_income" => {
            let lends = place
                .checked_sub(1)
                .is_some_and(|before| scene.words(before).to_ascii_lowercase().ends_with("banking"));
            lends && scene.words(place).eq_ignore_ascii_case("income")
        }
        _ => false,
    };
    told.then(|| metrics::by_key("revenue")).flatten()
}

/// "Revenue of $39 billion and earnings of $5 per share, higher than estimates of $38 billion and $4": the metric of an amount
/// that is none for a share, where earnings were said by the share and what was expected of both is set beside them.
pub(super) fn of_the_pair(subject: &Subject, (mention, role): (&QuantityMention, Role), drafts: &[Draft]) -> Metric {
    let large = matches!(mention.quantity.unit(), Unit::Money(_)) && !mention.quantity.is_within(1000);
    let pair = match drafts {
        [.., whole, share] if role == Role::Estimate && large && share.subject == subject.at => Some((whole, share)),
        _ => None,
    };
    let told = pair.filter(|(whole, share)| {
        let units = (whole.metric.row().unit, share.metric.row().unit);
        let roles = [[Role::Actual; 2], [Role::Guidance; 2]];
        units == (MetricUnit::Money, MetricUnit::PerShare) && roles.contains(&[whole.role, share.role])
    });
    told.map_or(subject.metric, |(whole, _)| whole.metric)
}

#[cfg(test)]
mod tests {
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.segment.as_deref().unwrap_or("-"), expected);
    }

    #[test]
    fn income_may_be_revenue() {
        check("Income from operations was Rs 44 crore.", "revenue - Rs 44 crore");
        check("Income from operations was $44 million.", "operating_income - $44 million");
        check("Investment banking income rose to $2 billion.", "revenue Investment banking $2 billion");
        check(
            "Acme guided for revenue of $4.9 billion and earnings of $1.30 a share, topping the consensus of $4.8 billion and $1.26.",
            "revenue - $4.9 billion, eps - $1.30, revenue - $4.8 billion, eps - $1.26",
        );
        check("Group income rose to $2 billion.", "net_income - $2 billion");
    }
}
