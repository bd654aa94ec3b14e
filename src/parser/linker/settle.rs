//! The period of a figure: what the words say, settled by the calendar; else that of the figure it belongs to; else the
//! one that the document reports on.

use crate::model::{Comparison, Metric, MetricUnit, Period, Role};
use crate::parser::calendar::Calendar;
use crate::parser::lexer::period::{PeriodExpr, TimeUnit};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::state::State;
use crate::parser::linker::when::{self, When};
use crate::parser::vocabulary::cues::Cue;

/// The figure whose period is sought, and the figures of its sentence that stand before it.
pub(super) struct Belongs<'a> {
    pub(super) metric: Metric,
    pub(super) role: Role,
    /// Whether it is a buyback or the like that a board authorised, for no period.
    pub(super) declared: bool,
    /// Whether it is no figure but an order of magnitude, "hundreds of billions".
    pub(super) vague: bool,
    /// Whether its metric is carried from an earlier sentence.
    pub(super) carried: bool,
    /// The figure that it says in other words.
    pub(super) same: Option<&'a Draft>,
    pub(super) drafts: &'a [Draft],
}

/// The period of the quantity at `at`.
pub(super) fn period(
    scene: &Scene<'_>,
    at: usize,
    when: &When,
    of: &Belongs<'_>,
    (calendar, state): (&Calendar, &State),
) -> Option<Period> {
    if let Some(last) = of.same {
        return last.period;
    }
    let main = of.drafts.iter().rev().find(|draft| !draft.base);
    let alike = of.drafts.iter().rev().find(|draft| !draft.base && draft.metric == of.metric);
    if when.base {
        let ahead = when::left(scene, at).and_then(|(expr, _)| calendar.resolve(expr, looks_ahead(scene, at)));
        let now = main.and_then(|draft| draft.period).or(ahead).or(if state.continues { state.period } else { None });
        return base(when, now.or(calendar.reporting()), calendar);
    }
    if of.declared && of.role == Role::Guidance {
        return None;
    }
    let stale = |expr: PeriodExpr| {
        let year = |period: Option<Period>| period.and_then(|period| period.year);
        let old =
            year(calendar.resolve(expr, false)).zip(year(calendar.reporting())).is_some_and(|(old, now)| old + 3 < now);
        old && of.role == Role::Actual
            && when.at.is_some_and(|place| place < at || (at..place).any(|near| scene.symbol(near) == Some(',')))
    };
    // "It means to spend $5 billion, its chief told analysts on a Q4 call": the period of the call.
    let spoken = |expr: PeriodExpr| {
        let aside = when.at.is_some_and(|place| (at..place).any(|near| scene.symbol(near) == Some(',')));
        aside && of.role == Role::Guidance && calendar.resolve(expr, false) == calendar.reporting()
    };
    if let Some(expr) = when.expr.filter(|expr| !stale(*expr) && !spoken(*expr)) {
        let shared =
            [alike, main].into_iter().flatten().find(|draft| draft.when_at.is_some() && draft.when_at == when.at);
        return match shared {
            Some(draft) => draft.period,
            None => calendar
                .resolve(expr, of.role == Role::Guidance || (of.role == Role::Estimate && looks_ahead(scene, at))),
        };
    }
    let goes_on = state.guides_on && of.role == Role::Guidance && state.guided.is_some();
    if let Some(expr) = state
        .section(scene, of.role)
        .filter(|_| !goes_on && !of.declared)
        .filter(|_| main.is_none_or(|draft| draft.role != of.role) || alike.is_none())
    {
        return calendar.resolve(expr, of.role == Role::Guidance);
    }
    let ahead = looks_ahead(scene, at) || state.just_guided(scene, of.metric);
    unsaid(of, (main, alike), (state.near(scene), ahead), (calendar, state))
}

/// A figure that another is set against: of the time that the words give, else a year before.
fn base(when: &When, now: Option<Period>, calendar: &Calendar) -> Option<Period> {
    match when.expr {
        Some(PeriodExpr::Last(TimeUnit::Year)) => now.and_then(year_ago),
        Some(PeriodExpr::YearsAgo(years)) => now.map(|now| (0..years).fold(now, |then, _| then.year_before())),
        Some(PeriodExpr::SameOf(year)) => now.map(|now| Period { year: Some(year), ..now }),
        Some(PeriodExpr::QuarterAgo) => now.map(Period::previous),
        Some(expr) if !when::is_relative(expr) && !expr.is_weak() => calendar.resolve(expr, false),
        Some(_) | None if when.comparison == Some(Comparison::QuarterOverQuarter) => now.map(Period::previous),
        Some(_) | None => now.and_then(year_ago),
    }
}

/// A year before; nothing where the year is open, lest the two be taken for one.
fn year_ago(now: Period) -> Option<Period> {
    now.year.map(|_| now.year_before())
}

/// No words say when: the figure goes with others.
fn unsaid(
    of: &Belongs<'_>,
    (main, alike): (Option<&Draft>, Option<&Draft>),
    (near, ahead): (bool, bool),
    (calendar, state): (&Calendar, &State),
) -> Option<Period> {
    let guided = if near || state.role.is_some() { state.guided } else { None };
    match of.role {
        Role::Actual => {
            alike.filter(|draft| draft.role == Role::Actual).map_or(calendar.reporting(), |draft| draft.period)
        }
        Role::Estimate => match alike.or(main) {
            Some(draft) => draft.period,
            None if ahead && near && state.guided.is_some() => state.guided,
            None if of.carried && near => state.period,
            None => calendar.reporting(),
        },
        Role::Guidance if of.vague || of.declared => None,
        Role::Guidance => {
            let ahead = main.filter(|draft| {
                draft.role != Role::Actual && draft.metric.row().unit != MetricUnit::Count || draft.metric == of.metric
            });
            ahead.and_then(|draft| draft.period).or(guided)
        }
        Role::PriorGuidance => alike.or(main).map_or(guided, |draft| draft.period),
    }
}

/// Whether the words before the figure speak of what is to come: "analysts expect", "the company forecast".
fn looks_ahead(scene: &Scene<'_>, at: usize) -> bool {
    (scene.clause_start(at)..at).any(|place| {
        let cues = scene.cues(place);
        cues.has(Cue::Will) || (cues.has(Cue::Guide) && !cues.has(Cue::Expect))
    })
}
