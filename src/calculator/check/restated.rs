//! Figures said twice that disagree beyond rounding: in two places of a text, or in prose and in a statement.

use foldhash::{HashMap, HashMapExt};

use crate::calculator::line_item::Draft;
use crate::calculator::said::Said;
use crate::calculator::wording::{list, printed, title};
use crate::model::{Basis, Check, CheckKind, CheckStatus, Fact, Metric, Role};

/// Metrics of which prose and statements mean the same. Of others, such as share repurchases, prose tells what was
/// agreed on, and statements what was paid.
static EXACT: &[&str] = &[
    "revenue", "gross_profit", "operating_income", "pretax_income", "net_income", "eps", "operating_cash_flow", "cash",
    "total_assets",
];

struct Dispute<'d, 'a> {
    draft: &'d Draft<'a>,
    said: &'d Said<'a>,
    rivals: Vec<&'a Fact>,
}

/// What a text may tell in more than one period by a definition of its own.
type Line = (Metric, usize, usize, Option<Basis>, Role);

/// Checks of all figures whose mentions disagree. Where prose differs from the statement in several periods, it means
/// something else: sales without membership fees, earnings after preferred dividends.
pub(super) fn restated(drafts: &[Draft]) -> Vec<Check> {
    let mut disputes = Vec::new();
    for draft in drafts {
        let all = draft.figures.all().map(|said| Dispute { draft, said, rivals: said.rivals().collect() });
        disputes.extend(all.filter(|dispute| !dispute.rivals.is_empty()));
    }
    let mut periods: HashMap<Line, usize> = HashMap::new();
    for dispute in disputes.iter().filter(|dispute| dispute.is_with_statement()) {
        *periods.entry(dispute.line()).or_default() += 1;
    }
    let is_one_off = |dispute: &&Dispute| {
        let is_exact = EXACT.contains(&dispute.draft.item.metric.key());
        !dispute.is_with_statement() || (is_exact && periods.get(&dispute.line()) == Some(&1))
    };
    disputes.iter().filter(is_one_off).map(Dispute::check).collect()
}

impl Dispute<'_, '_> {
    fn is_with_statement(&self) -> bool {
        self.said.fact.is_from_table() && self.said.fact.role == Role::Actual
    }

    fn line(&self) -> Line {
        let (subject, item) = (self.draft.subject, &self.draft.item);
        (subject.metric, subject.company, subject.segment, item.basis, self.said.fact.role)
    }

    fn check(&self) -> Check {
        let others: Vec<String> = self.rivals.iter().map(|fact| printed(&fact.quantity)).collect();
        let (role, first) = (self.said.fact.role.name().replace('_', " "), printed(&self.said.fact.quantity));
        let (title, others) = (title(&self.draft.item), list(&others));
        Check {
            kind: CheckKind::Restated,
            status: CheckStatus::Inconsistent,
            message: format!("{title}: the {role} is given as {first}, and also as {others}"),
            facts: std::iter::once(self.said.fact).chain(self.rivals.iter().copied()).map(|fact| fact.id).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::testing::check_checks as check;

    #[test]
    fn figures_that_disagree_are_told() {
        check(
            "revenue actual 2024-Q4 USD 48bn
             revenue actual 2024-Q4 USD 46.2bn
             revenue actual 2024-Q4 USD 48.2bn
             eps estimate 2024-Q4 USD/share 1.35 source=LSEG
             eps estimate 2024-Q4 USD/share 1.37 source=FactSet
             net_income actual 2024-Q4 USD 2.0bn
             net_income actual 2024-Q4 USD 5.0bn
             ebitda actual XXXX-Q4 USD 2.0bn
             ebitda actual XXXX-Q4 USD 1.9bn
             capex guidance - USD 500bn
             capex guidance - USD 510bn",
            "restated inconsistent: Revenue in Q4 2024: the actual is given as $48.2 billion, and also as $46.2 billion \
             [2, 1]",
        );
    }

    #[test]
    fn prose_against_a_statement() {
        check(
            "revenue actual 2024-Q4 USD 5.12bn
             revenue actual 2024-Q4 USD 5.021bn table",
            "restated inconsistent: Revenue in Q4 2024: the actual is given as $5.021 billion, and also as $5.12 billion \
             [1, 0]",
        );
        check(
            "revenue actual 2024-Q4 USD 5.0bn
             revenue actual 2024-Q4 USD 5.021bn table",
            "",
        );
    }

    #[test]
    fn prose_with_its_own_idea_of_a_figure() {
        check(
            "revenue actual 2024-Q4 USD 52.60bn
             revenue actual 2024-Q4 USD 53.648bn table
             revenue actual 2023-Q4 USD 51.61bn
             revenue actual 2023-Q4 USD 52.596bn table",
            "",
        );
        check("share_repurchases actual 2024-Q4 USD 250m\nshare_repurchases actual 2024-Q4 USD 242m table", "");
        check(
            "net_income actual 2024-Q4 USD 5.1bn
             net_income actual 2024-Q4 USD 5.231bn table
             net_income actual 2024-Q4 USD 5.144bn table",
            "",
        );
    }
}
