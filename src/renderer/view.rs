//! What is shown of a report, and how.

use std::path::Path;
use std::sync::Arc;

use crate::model::{Check, Fact, LineItem, Metric, Ratio, Report, Role};
use crate::renderer::figure::Style;

/// What a row of a table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// A line item.
    #[default]
    Items,
    /// A document.
    Documents,
    /// A fact.
    Facts,
}

impl Rows {
    /// Every kind of row, in the order of the help.
    pub const ALL: &'static [Self] = &[Self::Items, Self::Documents, Self::Facts];

    /// The name that `--rows` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::Documents => "documents",
            Self::Facts => "facts",
        }
    }
}

/// What is shown, and how.
#[derive(Clone, Debug)]
pub struct View {
    /// What a row of a table is.
    pub rows: Rows,
    /// Whether there may be several reports: the JSON is then an array.
    pub several: bool,
    /// Columns of the terminal; 80 where there is none.
    pub width: u16,
    /// Whether colours may be used.
    pub color: bool,
    /// Whether characters beyond ASCII may be used.
    pub unicode: bool,
    /// The folder that names of files start from, where these are to be links that a terminal follows.
    pub links: Option<Arc<Path>>,
    /// Of an annotated article, how many lines to show around each line with a fact; all lines where there is none.
    pub context: Option<usize>,
    /// Whether JSON lists the quantities that are in no fact.
    pub include_unlinked: bool,
    /// Only these metrics; all where empty.
    pub metrics: Vec<Metric>,
    /// Only these roles; all where empty.
    pub roles: Vec<Role>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            rows: Rows::Items,
            several: false,
            width: 80,
            color: false,
            unicode: true,
            links: None,
            context: None,
            include_unlinked: false,
            metrics: Vec::new(),
            roles: Vec::new(),
        }
    }
}

impl View {
    pub(crate) fn style(&self) -> Style {
        Style { unicode: self.unicode }
    }

    /// Facts of the metrics and roles that are shown. They keep their ids.
    pub(crate) fn facts<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = &'a Fact> {
        report.facts.iter().filter(|fact| self.shows_fact(fact))
    }

    /// Line items of the metrics that are shown, with a figure of a role that is.
    pub(crate) fn items<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = &'a LineItem> {
        report.line_items.iter().filter(|item| self.shows_metric(item.metric) && self.shows_some_role(item))
    }

    /// Ratios that come from facts that are shown.
    pub(crate) fn ratios<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = &'a Ratio> {
        report.ratios.iter().filter(|ratio| self.shows_some_fact(report, &ratio.facts))
    }

    /// Checks of facts that are shown.
    pub(crate) fn checks<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = &'a Check> {
        report.checks.iter().filter(|check| self.shows_some_fact(report, &check.facts))
    }

    pub(crate) fn shows_role(&self, role: Role) -> bool {
        self.roles.is_empty() || self.roles.contains(&role)
    }

    /// Whether all metrics and roles are shown.
    pub(crate) fn is_whole(&self) -> bool {
        self.metrics.is_empty() && self.roles.is_empty()
    }

    fn shows_metric(&self, metric: Metric) -> bool {
        self.metrics.is_empty() || self.metrics.contains(&metric)
    }

    fn shows_fact(&self, fact: &Fact) -> bool {
        self.shows_metric(fact.metric) && self.shows_role(fact.role)
    }

    fn shows_some_fact(&self, report: &Report, ids: &[usize]) -> bool {
        self.is_whole() || ids.iter().filter_map(|id| report.facts.get(*id)).any(|fact| self.shows_fact(fact))
    }

    fn shows_some_role(&self, item: &LineItem) -> bool {
        let figures = [
            (Role::Actual, item.actual.is_some() || item.growth.as_ref().is_some_and(|_| item.guidance.is_none())),
            (Role::Estimate, item.estimate.is_some()),
            (Role::Guidance, item.guidance.is_some()),
            (Role::PriorGuidance, item.prior_guidance.is_some()),
        ];
        self.roles.is_empty() || figures.iter().any(|(role, present)| *present && self.shows_role(*role))
    }
}

#[cfg(test)]
mod tests {
    use super::View;
    use crate::model::Role;
    use crate::renderer::sample;

    #[track_caller]
    fn check(view: &View, expected: [usize; 4]) {
        let report = sample::meta();
        let shown = [
            view.items(&report).count(),
            view.facts(&report).count(),
            view.ratios(&report).count(),
            view.checks(&report).count(),
        ];
        assert_eq!(shown, expected, "items, facts, ratios, checks");
    }

    #[test]
    fn shows_only_what_is_asked_for() {
        let meta = sample::meta();
        let all = [meta.line_items.len(), meta.facts.len(), meta.ratios.len(), meta.checks.len()];
        check(&View::default(), all);
        let metrics = vec![sample::metric("revenue")];
        check(&View { metrics: metrics.clone(), ..View::default() }, [1, 3, 1, 1]);
        check(&View { roles: vec![Role::Guidance], ..View::default() }, [1, 1, 0, 0]);
        check(&View { metrics, roles: vec![Role::Guidance], ..View::default() }, [0, 0, 0, 0]);
    }
}
