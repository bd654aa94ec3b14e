//! The period of a figure: what the words say, settled by the calendar; else that of the figure it belongs to; else the
//! one that the document reports on.

use crate::model::{Comparison, Metric, MetricUnit, Period, PeriodSpan, Role};
use crate::parser::calendar::Calendar;
use crate::parser::lexer::period::{PeriodExpr, TimeUnit};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::state::State;
use crate::parser::linker::when::{self, When};
use crate::parser::vocabulary::cues::{Cue, CueSet};

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
        return of_base(scene, at, when, main, (calendar, state));
    }
    if of.declared && of.role == Role::Guidance {
        return None;
    }
    let stale = |expr: PeriodExpr| {
        let year = |period: Option<Period>| period.and_then(|period| period.year);
        let old =
            year(calendar.resolve(expr, false)).zip(year(calendar.reporting())).is_some_and(|(old, now)| old + 3 < now);
        old && of.role == Role::Actual
            && when.at.is_none_or(|place| !when::others::is_told_of(scene, place))
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
        let annual = expr == PeriodExpr::The(TimeUnit::Year) && of.role == Role::Guidance && state.near(scene);
        let later = |guided: &Period| guided.year > calendar.resolve(expr, true).and_then(|period| period.year);
        let year = state.guided.filter(|guided| annual && guided.span == PeriodSpan::Year && later(guided));
        return match shared {
            Some(draft) => draft.period,
            // "It expects fiscal 2027 sales to rise. It expects annual earnings of": of the year just named.
            None if year.is_some() => year,
            None => calendar
                .resolve(expr, of.role == Role::Guidance || (of.role == Role::Estimate && looks_ahead(scene, at))),
        };
    }
    // How many a company employs is told of no period, as long as its sentence speaks of none.
    if of.metric.key() == "headcount" && !scene.has_any(CueSet::of(&[Cue::Period])) {
        return None;
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
    let ends_year = calendar.reporting().filter(|now| now.span == PeriodSpan::Quarter(4)).and_then(|now| now.year);
    let before = if of.role == Role::Actual && main.is_none() { when::compared_year(scene, at) } else { None };
    if let Some(year) = ends_year.filter(|year| before.is_some_and(|before| before + 1 == *year)) {
        return Some(Period::year(year));
    }
    // "In last year's second quarter, it lost": only that sentence looks back.
    let recent = |opened: &Period| calendar.reporting().is_none_or(|now| opened.year >= now.year);
    let opened = state.opened(scene).filter(|opened| of.role == Role::Actual && main.is_none() && recent(opened));
    opened.or_else(|| unsaid(of, (main, alike), (state.near(scene), ahead), (calendar, state)))
}

/// The period of a figure that another one, `main`, is set against.
fn of_base(
    scene: &Scene<'_>,
    at: usize,
    when: &When,
    main: Option<&Draft>,
    (calendar, state): (&Calendar, &State),
) -> Option<Period> {
    let ahead = when::left(scene, at).and_then(|(expr, _)| calendar.resolve(expr, looks_ahead(scene, at)));
    let now = main.and_then(|draft| draft.period).or(ahead).or(if state.continues { state.period } else { None });
    let now = now.or(calendar.reporting());
    let said = main.is_some_and(|draft| draft.when_at.is_some());
    let year = when::bare_year(scene, at).filter(|year| is_of_part(*year, now, said));
    let when = year.map_or(*when, |year| When { expr: Some(PeriodExpr::SameOf(year)), ..*when });
    base(&when, now, calendar)
}

/// "Compared to $9 million in 2023", of a quarter: the same quarter of that year. What ends with the year may as well be
/// set beside all of the year before, unless the sentence has `said` that it is a quarter.
fn is_of_part(year: u16, now: Option<Period>, said: bool) -> bool {
    let ends = |span: PeriodSpan| matches!(span, PeriodSpan::Quarter(4) | PeriodSpan::Half(2));
    let part = now.filter(|now| now.span != PeriodSpan::Year && (said || !ends(now.span)));
    part.and_then(|now| now.year).is_some_and(|now| year < now && year + 3 > now)
}

/// "Down 1 percent from the second quarter", in the third: what a change is measured against, told by the time that it is set
/// beside.
pub(super) fn comparison(scene: &Scene<'_>, at: usize, now: Option<Period>, calendar: &Calendar) -> Option<Comparison> {
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::In, Cue::For]);
    let now = now.filter(|now| matches!(now.span, PeriodSpan::Quarter(_)))?;
    let near = (at + 1..scene.clause_end(at)).take_while(|place| scene.quantity(*place).is_none());
    let from = near.into_iter().find(|place| scene.cues(*place).meets(CueSet::of(&[Cue::From, Cue::Versus])))?;
    let expr = scene.period(scene.right_past(from, PASSED)?)?;
    let then = calendar.resolve(expr, false).filter(|_| !when::is_relative(expr))?;
    match then.span {
        PeriodSpan::Quarter(_) if then == now.previous() => Some(Comparison::QuarterOverQuarter),
        PeriodSpan::Quarter(_) if then == now.year_before() => Some(Comparison::YearOverYear),
        _ => None,
    }
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
        // How many will be hired or laid off is told of no period, but by words of its own.
        Role::Guidance if of.vague || of.declared || of.metric.key() == "headcount" => None,
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

#[cfg(test)]
mod tests {
    use crate::model::{Comparison, Document};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = crate::analyze(&Document::new("x", text));
        let facts = report.facts.iter().map(|fact| {
            let period = fact.period.map_or_else(|| "-".to_owned(), |period| period.to_string());
            format!("{} {period}", fact.evidence.span.of(text))
        });
        assert_eq!(facts.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn how_many_a_company_employs_is_of_no_period_but_a_told_one() {
        let opened = "Acme Corp. had revenue of $5 million in the second quarter of 2025.";
        check(&format!("{opened} It employs about 6,800 people."), "$5 million 2025-Q2, 6,800 -");
        check(&format!("{opened} It employed 6,800 people at the end of 2024."), "$5 million 2025-Q2, 6,800 2024-FY");
    }

    #[test]
    fn the_previous_figure_is_that_of_the_year_before() {
        let opened = "Acme Corp. had revenue of $5 million in the second quarter of 2025.";
        check(
            &format!("{opened} It reported a rise in net profit to $4 million from the previous $3 million."),
            "$5 million 2025-Q2, $4 million 2025-Q2, $3 million 2024-Q2",
        );
    }

    #[test]
    fn when_something_was_said_is_not_when_it_was() {
        let opened = "Acme Corp. had revenue of $5 million in the second quarter of 2025.";
        check(
            &format!("{opened} Earlier in July, Acme said orders fell 5 percent to 8,700 homes."),
            "$5 million 2025-Q2, 5 percent 2025-Q2, 8,700 2025-Q2",
        );
        check(&format!("{opened} In July, sales rose 5 percent."), "$5 million 2025-Q2, 5 percent XXXX-07");
    }

    #[test]
    fn two_figures_set_beside_two_are_of_one_time() {
        let opened = "Acme Corp. had revenue of $5 million in the second quarter of 2025.";
        check(
            &format!(
                "{opened} This compares with EPS and revenue of $1.59 and $4 million, respectively, in the year-ago quarter."
            ),
            "$5 million 2025-Q2, $1.59 2024-Q2, $4 million 2024-Q2",
        );
    }

    #[test]
    fn a_sign_that_was_decoded_twice_says_nothing() {
        check("Acme said losses widened to Â£51.6m in 2004 from Â£1.2m.", "£51.6m 2004-FY, £1.2m 2003-FY");
    }

    #[test]
    fn estimates_behind_guidance_are_of_its_time() {
        check(
            "Acme had revenue of $5 million in the second quarter of 2025. In the third quarter, it expects revenue of $6 million. \
             It expects capital spending of $2 million. There are consensus estimates calling for revenue of $7 million.",
            "$5 million 2025-Q2, $6 million 2025-Q3, $2 million 2025-Q3, $7 million 2025-Q3",
        );
    }

    #[test]
    fn a_bare_year_beside_a_quarter_is_its_quarter() {
        check(
            "Revenue for the second quarter of 2024 was $12 million, compared to $9 million in 2023.",
            "$12 million 2024-Q2, $9 million 2023-Q2",
        );
        check(
            "Revenue for 2024 was $12 million, compared to $9 million in 2023.",
            "$12 million 2024-FY, $9 million 2023-FY",
        );
        check("In the first quarter of 2024, EPS was $.50 ($0.43 in 2023).", "$.50 2024-Q1, $0.43 2023-Q1");
    }

    #[test]
    fn the_time_of_a_bracket_is_its_own() {
        check(
            "In the first quarter of 2024, revenue was $12 million ($9 million a year ago).",
            "$12 million 2024-Q1, $9 million 2023-Q1",
        );
        check("Revenue rose to $12 million (up 3%) in 2023.", "$12 million 2023-FY, 3% 2023-FY");
    }

    #[test]
    fn what_a_figure_is_compared_with_keeps_its_time() {
        check(
            "Results for the third quarter of 2024. Net income of $17 million, compared with a net loss of $26 million for \
             Q3 2023.",
            "$17 million 2024-Q3, $26 million 2023-Q3",
        );
        check(
            "Net income was $5 million in the second quarter of 2024. This compares with $9 million, or $2.86 per share, in \
             last year's second quarter.",
            "$5 million 2024-Q2, $9 million 2023-Q2, $2.86 2023-Q2",
        );
    }

    #[test]
    fn a_time_before_behind_the_figure_is_its_own() {
        check(
            "Results for the second quarter of 2024. Acme lost $5 million, after finishing with a profit of $9 million, or \
             $1.91 per share, a year earlier.",
            "$5 million 2024-Q2, $9 million 2023-Q2, $1.91 2023-Q2",
        );
        check(
            "Results for the second quarter of 2024. Acme had made a $9 million net profit in the corresponding period of \
             the previous year.",
            "$9 million 2023-Q2",
        );
        check(
            "Results for the second quarter of 2024. Acme's revenue was $12 million, and its Dynamo arm had $9 million in \
             sales during the same period.",
            "$12 million 2024-Q2, $9 million 2024-Q2",
        );
        check(
            "Results for the second quarter of 2024. It was the best since the third quarter of 2019, when the company \
             reported earnings of $8 million.",
            "$8 million 2019-Q3",
        );
    }

    #[test]
    fn the_time_of_another_statement_is_not_borrowed() {
        check(
            "Half-year results for the first half of 2024. Revenue reached $4 million, and Acme said margins for the year \
             will be higher.",
            "$4 million 2024-H1",
        );
        check(
            "Results for 2024. Acme made a profit of $3 million, an 82% jump on 2023 figures.",
            "$3 million 2024-FY, 82% 2024-FY",
        );
    }

    #[test]
    fn a_year_named_goes_on() {
        check(
            "Acme now expects fiscal 2026 sales to rise 4%. It expects annual earnings of $2.80 to $2.87 a share.",
            "4% 2026-FY, $2.80 to $2.87 2026-FY",
        );
        check(
            "Fourth quarter 2024 results.\n\nFor fiscal 2024, revenue was $60 billion. Earnings per share were $11.93.",
            "$60 billion 2024-FY, $11.93 2024-FY",
        );
    }

    #[test]
    fn a_change_is_measured_against_the_quarter_it_is_set_beside() {
        let opened = "Acme Corp. had revenue of $5 million in the third quarter of 2025.";
        let compared = |text: &str| {
            let report = crate::analyze(&Document::new("x", format!("{opened} {text}")));
            report.facts.last().and_then(|fact| fact.comparison)
        };
        let (quarter, year) = (Some(Comparison::QuarterOverQuarter), Some(Comparison::YearOverYear));
        assert_eq!(compared("Sales fell 4 percent from the second quarter."), quarter);
        assert_eq!(compared("Sales fell 4 percent from the third quarter of 2024."), year);
        assert_eq!(compared("Sales fell 4 percent."), year);
    }

    #[test]
    fn dates_that_open_a_bracket_are_of_another_year() {
        let opened = "Acme PLC reported results for the half year ended 30 June 2024.";
        check(&format!("{opened} Profit was £9m (2023: £8m)."), "£9m 2024-H1, £8m 2023-H1");
        check(&format!("{opened} Net debt was £9m (30 June 2023: £8m)."), "£9m 2024-H1, £8m 2023-H1");
        check(&format!("{opened} Net debt was £9m (31 December 2023: £8m)."), "£9m 2024-H1, £8m 2023-FY");
    }
}
