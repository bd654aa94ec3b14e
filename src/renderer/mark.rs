//! Where in the text figures stand: the places to mark when the article itself is shown. How they look is each format's
//! own matter.

use crate::model::{Evidence, Fact, Report, Span, Unlinked};
use crate::renderer::View;

/// One place of the text with what was read there: at least one fact, or else one quantity that is in none.
#[derive(Clone, Debug)]
pub(crate) struct Mark<'a> {
    /// The place. Marks are in the order of the text and share no byte.
    pub(crate) span: Span,
    /// The line of its first character, from 1.
    pub(crate) line: usize,
    /// The facts that stand there; several where their spans are one, nested or overlap.
    pub(crate) facts: Vec<&'a Fact>,
    /// The quantity that is in no fact, where there is no fact.
    pub(crate) unlinked: Option<&'a Unlinked>,
}

/// The marks of the facts that are shown, and, unless only some metrics or roles are, of the quantities in no fact.
pub(crate) fn marks<'a>(report: &'a Report, view: &'a View) -> Vec<Mark<'a>> {
    let mut marks: Vec<Mark<'a>> = view.facts(report).map(|fact| Mark::of(&fact.evidence, Some(fact), None)).collect();
    if view.is_whole() {
        marks.extend(report.unlinked.iter().map(|unlinked| Mark::of(&unlinked.evidence, None, Some(unlinked))));
    }
    marks.retain(|mark| !mark.span.of(report.text()).is_empty());
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    marks.dedup_by(|next, mark| mark.takes_in(next));
    marks
}

impl<'a> Mark<'a> {
    fn of(evidence: &Evidence, fact: Option<&'a Fact>, unlinked: Option<&'a Unlinked>) -> Self {
        Self { span: evidence.span, line: evidence.line, facts: fact.into_iter().collect(), unlinked }
    }

    /// Makes one mark of two that overlap. A quantity in no fact gives way to a fact.
    fn takes_in(&mut self, next: &Self) -> bool {
        if !self.span.overlaps(next.span) {
            return false;
        }
        self.span.end = self.span.end.max(next.span.end);
        self.facts.extend(&next.facts);
        self.unlinked = self.unlinked.or(next.unlinked).filter(|_| self.facts.is_empty());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::marks;
    use crate::model::{Report, Role, Span};
    use crate::renderer::{View, sample};

    #[track_caller]
    fn check(report: &Report, view: &View, expected: &str) {
        let shown = marks(report, view).into_iter().map(|mark| {
            let ids: Vec<String> = mark.facts.iter().map(|fact| fact.id.to_string()).collect();
            let why = mark.unlinked.map_or("", |unlinked| unlinked.reason);
            format!("{}:{}={}{why}", mark.line, mark.span.of(report.text()), ids.join("+"))
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" | "), expected);
    }

    #[test]
    fn every_figure_once_and_in_order() {
        check(
            &sample::meta(),
            &View::default(),
            "1:$48.4 billion=0 | 1:21%=1 | 1:$46.99 billion=2 | 2:$8.02=3 | 2:$6.76=4 | \
             3:$60 billion and $65 billion=5 | 3:$39 billion=6",
        );
        let guided = View { roles: vec![Role::Guidance], ..View::default() };
        check(&sample::meta(), &guided, "3:$60 billion and $65 billion=5");
    }

    #[test]
    fn figures_that_overlap_are_one_mark() {
        let mut report = sample::meta();
        report.unlinked[0].evidence.span = Span::new(5, 13);
        report.facts.truncate(3);
        report.facts[1].evidence.span = report.facts[0].evidence.span;
        report.facts[2].evidence.span = Span::new(0, 9000);
        check(&report, &View::default(), "1:reported=a date | 1:$48.4 billion=0+1");
        let whole = report.facts[0].evidence.span;
        report.facts[2].evidence.span = Span::new(whole.start + 2, whole.end + 4);
        report.unlinked[0].evidence.span = Span::new(whole.start - 3, whole.start + 1);
        check(&report, &View::default(), "1:of $48.4 billion, up=0+1+2");
    }
}
