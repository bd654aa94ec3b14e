//! The period of a quantity and what its change is measured against, from the periods that stand around it.

mod before;
pub(super) mod others;

use crate::model::{Comparison, Period, PeriodSpan};
use crate::parser::lexer::period::{PeriodExpr, TimeUnit};
use crate::parser::linker::scene::{MODIFIERS, Scene};
use crate::parser::linker::slot::{Lead, Slot};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// The time of a quantity, before the calendar settles it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct When {
    /// The period that the words give.
    pub(super) expr: Option<PeriodExpr>,
    /// Where it stands.
    pub(super) at: Option<usize>,
    /// What a change is measured against.
    pub(super) comparison: Option<Comparison>,
    /// Whether the quantity is the one that others are set against, and of an earlier time.
    pub(super) base: bool,
}

/// Whether an expression is no period of its own: a point to compare with, a comparison, or a dateline.
pub(super) fn is_relative(expr: PeriodExpr) -> bool {
    !expr.is_period()
}

/// Reads the time of the quantity at `at`.
pub(super) fn read(scene: &Scene<'_>, at: usize, slot: &Slot, base: bool) -> When {
    if !has_period(scene) {
        return When { expr: None, at: None, comparison: None, base };
    }
    let comparison = comparison(scene, at);
    if let Some((expr, place)) = before::boxed(scene, at).or_else(|| before::leading(scene, at)) {
        return When { expr: Some(expr), at: Some(place), comparison, base: true };
    }
    let (right, right_at) = right(scene, at, base).map_or((None, None), |(expr, place)| (Some(expr), Some(place)));
    let own = right.filter(|expr| (base && !expr.is_comparison()) || (!is_relative(*expr) && !expr.is_weak()));
    let back = || before::leads_back(scene, at).or_else(|| before::told_when(scene, at));
    let back = if own.is_none() && !base { back() } else { None };
    if let Some((expr, place)) = back {
        return When { expr: Some(expr), at: Some(place), comparison, base: true };
    }
    if own.is_some() {
        return When { expr: own, at: right_at, comparison, base };
    }
    if base {
        return When { expr: None, at: None, comparison, base };
    }
    let weak = right.filter(|expr| expr.is_weak()).map(|expr| (expr, right_at.unwrap_or(at)));
    let told = |from: usize| (from..at).any(|place| scene.cues(place).meets(CueSet::of(&[Cue::Report, Cue::Past])));
    let strong = |found: &(PeriodExpr, usize)| !found.0.is_weak();
    let left = left(scene, at);
    let elsewhere = weak.is_some() && left.is_some_and(|(_, place)| told(place));
    let found = left.filter(strong).filter(|_| !elsewhere).or_else(|| {
        let lone = lone(scene, at, slot);
        lone.filter(strong).or(weak).or(left).or(lone)
    });
    When { expr: found.map(|(expr, _)| expr), at: found.map(|(_, place)| place), comparison, base }
}

/// Whether the sentence says anything of time.
fn has_period(scene: &Scene<'_>) -> bool {
    scene.has_any(CueSet::of(&[Cue::Period]))
}

/// The period right after the quantity: "$39 billion in 2024", "$1.94 billion, or 22 cents per share, a year earlier".
/// A weak one ("in annual revenue in 2030") yields to the next.
fn right(scene: &Scene<'_>, at: usize, base: bool) -> Option<(PeriodExpr, usize)> {
    const STOPS: CueSet = CueSet::of(&[
        Cue::From,
        Cue::On,
        Cue::Versus,
        Cue::Beat,
        Cue::Miss,
        Cue::InLine,
        Cue::Past,
        Cue::Report,
        Cue::Guide,
        Cue::Will,
        Cue::Excluding,
    ]);
    let mut place = at;
    let mut plain = 0;
    let mut weak = None;
    for _ in 0..16 {
        let Some(next) = scene.right(place) else { break };
        place = past_box(scene, next).unwrap_or(next);
        match scene.period(place).filter(|_| !before::opens_box(scene, place)) {
            Some(expr) if !base && expr.is_comparison() => {}
            Some(expr) if !expr.is_weak() => return Some((expr, place)),
            Some(expr) => weak = weak.or(Some((expr, place))),
            None => {}
        }
        let cues = scene.cues(place);
        let dated = base && cues.has(Cue::On) && scene.right(place).is_some_and(|day| scene.period(day).is_some());
        let own = scene.metric(place).is_some() && leads_to_time(scene, at, place);
        let passes = dated || (base && cues.has(Cue::Report)) || is_over(scene, at, place);
        let stops = scene.is_break(place) || (cues.meets(STOPS) && !passes);
        let again = cues.meets(CueSet::of(&[Cue::Quantity, Cue::Metric, Cue::And, Cue::To]));
        plain += usize::from(cues.has(Cue::Plain));
        if stops
            || (again && !own && !base && weak.is_none())
            || (weak.is_some() && scene.quantity(place).is_some())
            || (scene.symbol(place) == Some(',') && !base)
            || plain > 3
        {
            break;
        }
    }
    weak
}

/// "$0.50 ($0.43 in 2008)": the end of a bracket that has a figure of its own, whose time is not that of those outside.
fn past_box(scene: &Scene<'_>, open: usize) -> Option<usize> {
    scene.symbol(open).filter(|symbol| *symbol == '(')?;
    let close = scene.closing(open)?;
    (open..close).any(|place| scene.quantity(place).is_some()).then_some(close)
}

/// "Earnings of $5.67 compared to $5.69 in 2019": the bare year of what the figure at `at` is set beside.
pub(super) fn compared_year(scene: &Scene<'_>, at: usize) -> Option<u16> {
    if !has_period(scene) {
        return None;
    }
    let versus = (at + 1..scene.clause_end(at)).find(|place| scene.has(*place, Cue::Versus))?;
    let other = (versus + 1..scene.clause_end(at)).find(|place| scene.quantity(*place).is_some())?;
    let alone = (at + 1..other).all(|place| scene.period(place).is_none() && scene.quantity(place).is_none());
    bare_year(scene, other).filter(|_| alone && scene.same_kind(at, other))
}

/// "($0.43 in 2008)", "compared with $9 million in 2023", "(2023: $9 million)": a bare year beside the figure, which names no
/// more than the year of the period that the figure is of.
pub(super) fn bare_year(scene: &Scene<'_>, at: usize) -> Option<u16> {
    if let Some(year) = before::boxed_year(scene, at) {
        return Some(year);
    }
    let place = scene.right_past(at, CueSet::of(&[Cue::In, Cue::For]))?;
    let word = scene.token(place).map_or("", |token| token.span.of(scene.text));
    match scene.period(place)? {
        PeriodExpr::Absolute(Period { year, span: PeriodSpan::Year }) if word.len() == 4 => year,
        _ => None,
    }
}

/// Whether the figure stands in a bracket behind another one and is dated there by a year of its own.
pub(super) fn dates_itself(scene: &Scene<'_>, at: usize, slot: &Slot) -> bool {
    let dated = || bare_year(scene, at).is_some() || is_of_last_year(scene, at);
    scene.symbol(slot.lead_at) == Some('(') && has_period(scene) && dated()
}

/// "The previous quarter's $827 million": whether a time before stands right before the quantity.
pub(super) fn is_led_back(scene: &Scene<'_>, at: usize) -> bool {
    has_period(scene) && before::leading(scene, at).is_some()
}

/// Whether what stands right behind the quantity says that it is of a year or a quarter before: "made a year earlier".
pub(super) fn is_dated_back(scene: &Scene<'_>, at: usize) -> bool {
    has_period(scene) && right(scene, at, true).is_some_and(|(expr, _)| expr.is_base())
}

/// The nearest period on the left that is a period of its own and not that of a base figure.
pub(super) fn left(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    let mut place = if has_period(scene) { at } else { 0 };
    let mut weak = None;
    while let Some(next) = scene.left(place) {
        place = next;
        let Some(expr) = scene.period(place).filter(|expr| !is_relative(*expr)) else { continue };
        if before::opens_box(scene, place)
            || others::is_left_out(scene, place, at)
            || others::dates_a_base(scene, place)
            || others::dates_a_forecast(scene, place, at, expr)
            || others::is_in_aside(scene, place, at)
            || others::is_beaten(scene, place)
            || others::ranks(scene, place, expr)
        {
            continue;
        }
        if !expr.is_weak() {
            return Some((expr, place));
        }
        weak = weak.or(Some((expr, place)));
    }
    weak
}

/// "Compared with a net loss of": whether a metric is itself what another is set against.
fn is_compared(scene: &Scene<'_>, metric: usize) -> bool {
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Adjusted, Cue::Gaap]);
    let lead = scene.left_past(metric, PASSED);
    let lead = lead.filter(|lead| scene.cues(*lead).meets(CueSet::of(&[Cue::Versus, Cue::From])));
    lead.is_some_and(|lead| (0..lead).any(|place| scene.quantity(place).is_some()))
}

/// The only period of the sentence, where it stands after the quantity and says so of all of it.
fn lone(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<(PeriodExpr, usize)> {
    if slot.lead == Lead::Versus || slot.lead == Lead::From {
        return None;
    }
    let whole = |expr: &PeriodExpr| !matches!(expr, PeriodExpr::LongTerm | PeriodExpr::Last(_)) && !is_relative(*expr);
    let mut found = (at + 1..scene.clause_end(at))
        .filter_map(|place| Some((scene.period(place)?, place)))
        .filter(|(_, place)| !(at + 1..*place).any(|open| past_box(scene, open).is_some_and(|close| close > *place)))
        .filter(|(expr, place)| {
            whole(expr) && !before::opens_box(scene, *place) && !others::dates_a_base(scene, *place)
        })
        .filter(|(_, place)| !others::is_left_out(scene, *place, at))
        .filter(|(_, place)| {
            !others::is_told_of(scene, *place)
                && !others::is_grown_on(scene, *place)
                && !others::is_promised(scene, at, *place)
                && !others::is_of_next(scene, *place)
        });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// What a change is measured against, told by the nearest words: "from a year earlier", "sequentially".
fn comparison(scene: &Scene<'_>, at: usize) -> Option<Comparison> {
    let tell = |expr: PeriodExpr| match expr {
        PeriodExpr::YearAgo | PeriodExpr::SameOf(_) | PeriodExpr::OverYear | PeriodExpr::Last(TimeUnit::Year) => {
            Some(Comparison::YearOverYear)
        }
        PeriodExpr::QuarterAgo | PeriodExpr::OverQuarter => Some(Comparison::QuarterOverQuarter),
        PeriodExpr::Since | PeriodExpr::YearsAgo(_) => Some(Comparison::Other),
        _ => None,
    };
    if !scene.lexed.periods.iter().any(|mention| tell(mention.expr).is_some()) {
        return None;
    }
    let tell = |place: usize| scene.period(place).and_then(tell);
    let end = scene.clause_end(at);
    let after =
        (at + 1..end).take_while(|place| !scene.cues(*place).meets(CueSet::of(&[Cue::Past]))).find_map(|place| {
            let same = || (at + 1..place).all(|near| !(scene.quantity(near).is_some() && scene.same_kind(at, near)));
            tell(place).filter(|_| same())
        });
    after.or_else(|| {
        (scene.clause_start(at)..at).rev().take_while(|place| scene.quantity(*place).is_none()).find_map(tell)
    })
}

/// Whether the quantity is dated a year or a quarter back by what stands right behind it.
pub(super) fn is_of_last_year(scene: &Scene<'_>, at: usize) -> bool {
    if !has_period(scene) {
        return false;
    }
    let place = (at + 1..scene.clause_end(at)).find(|place| !leads_to_time(scene, at, *place));
    let near = scene.right_past(at, CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]));
    let base = |place: &usize| scene.period(*place).is_some_and(PeriodExpr::is_base);
    let told = place.filter(base).is_some_and(|place| Some(place) == near || names_a_year(scene, place));
    // "With a profit of $9 million, or $1.91 per share, a year earlier."
    let aside = |place: &usize| scene.symbol(*place) == Some(',');
    told || place.filter(aside).is_some_and(|comma| is_last_year_aside(scene, comma))
}

/// "The same period a year ago", and not "the same period", which is the one spoken of as often.
fn names_a_year(scene: &Scene<'_>, period: usize) -> bool {
    let words = scene.token(period).map_or("", |token| token.span.of(scene.text)).to_ascii_lowercase();
    ["year", "ago", "last", "prev", "prior", "earlier"].iter().any(|word| words.contains(word))
}

/// Whether the word at `place` may stand between a figure and its time: "a $3 million net profit over the same period".
fn leads_to_time(scene: &Scene<'_>, at: usize, place: usize) -> bool {
    const PASSED: CueSet = CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]);
    let own =
        |noun: usize| (at + 1..noun).all(|near| scene.cues(near).meets(MODIFIERS)) && scene.metric(noun).is_some();
    scene.is_mark(place) || scene.cues(place).meets(PASSED) || is_over(scene, at, place) || own(place)
}

/// "Over the same period": the word that leads to a time, and no more than a figure. Behind a change it leads to its base.
fn is_over(scene: &Scene<'_>, at: usize, place: usize) -> bool {
    let words = scene.token(place).map_or("", |token| token.span.of(scene.text));
    let begins = |word| words.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let timed = || scene.right_past(place, CueSet::of(&[Cue::Determiner])).is_some_and(|at| scene.period(at).is_some());
    (begins("over") || begins("during")) && timed() && !changes(scene, at, place)
}

/// Whether the figure at `at` is a change, or one is told beside it: "an increase of $5 million over the prior year".
fn changes(scene: &Scene<'_>, at: usize, place: usize) -> bool {
    let money = scene.quantity(at).is_some_and(|mention| mention.quantity.unit().currency().is_some());
    let before = (scene.clause_start(at)..at).rev().take_while(|before| scene.quantity(*before).is_none());
    !money || before.chain(at + 1..place).any(|near| scene.cues(near).meets(CueSet::of(&[Cue::Rise, Cue::Fall])))
}

/// Whether a comma is followed by the same figure in other words and a time before, or by that time alone, at the end.
fn is_last_year_aside(scene: &Scene<'_>, comma: usize) -> bool {
    let end = scene.clause_end(comma);
    let mut next = scene.right(comma);
    if let Some(or) = next.filter(|or| scene.has(*or, Cue::Or)) {
        let stops = |place: &usize| scene.symbol(*place) == Some(',') || scene.period(*place).is_some();
        let stop = (or + 1..end).find(stops);
        next = stop.and_then(|stop| if scene.period(stop).is_some() { Some(stop) } else { scene.right(stop) });
    }
    let base = |place: &usize| scene.period(*place).is_some_and(PeriodExpr::is_base);
    next.filter(base).is_some_and(|place| scene.right(place).is_none_or(|after| scene.symbol(after).is_some()))
}

/// Whether the sentence says what its changes are measured against.
pub(super) fn compares(scene: &Scene<'_>) -> bool {
    let told = |place: usize| {
        matches!(scene.period(place), Some(PeriodExpr::OverYear | PeriodExpr::OverQuarter | PeriodExpr::YearAgo))
    };
    has_period(scene) && (0..scene.tokens().len()).any(told)
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    /// A sentence of the second quarter of 2025, and the periods of its figures.
    #[track_caller]
    fn check(sentence: &str, expected: &str) {
        let text = format!("Acme reported results for the second quarter of 2025.\n{sentence}");
        let report = crate::analyze(&Document::new("x", &*text));
        let periods =
            report.facts.iter().map(|fact| fact.period.map_or("none".to_owned(), |period| period.to_string()));
        assert_eq!(periods.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn a_time_behind_over_is_that_of_the_figure_before_it() {
        check(
            "Net income was $5 billion, compared with net income of $4 billion over the same period a year ago and \
             $6 billion over the first three months of 2025.",
            "2025-Q2, 2024-Q2, 2025-Q1",
        );
        check("Net sales were $864 million, an increase of 5.1% over the prior year.", "2025-Q2, 2025-Q2");
    }

    #[test]
    fn a_stretch_that_a_figure_is_the_greatest_of_dates_nothing() {
        check("The company recorded its largest net income in over two years of $38 million.", "2025-Q2");
        check("It was the highest profit in more than three years at $38 million.", "2025-Q2");
        check("Earnings were $0.09 per share, flat to the $0.09 in the first quarter of 2025.", "2025-Q2, 2025-Q1");
        check("Cash flow was $58 million in the quarter and $92 million year to date.", "2025-Q2, 2025-H1");
    }

    #[test]
    fn a_time_to_compare_with_stands_right_before_the_figure() {
        for against in [
            "compared with the year-earlier $4 million",
            "from last year's $4 million",
            "from the prior year's $4 million",
            "from the year-ago quarter's adjusted $4 million",
            "against a year-earlier loss of $4 million",
        ] {
            check(&format!("Net income rose to $5 million {against}."), "2025-Q2, 2024-Q2");
        }
        check("Profit fell to $2 million from a year earlier, when it earned $3 million.", "2025-Q2, 2024-Q2");
        check("Profit was $2 million, less than last year, when it was $3 million.", "2025-Q2, 2024-Q2");
        check("Full-year earnings will be $1.20 a share, excluding first-half charges.", "2025-FY");
        check("It made a profit, compared to a loss in the same period a year ago of $4 million.", "2024-Q2");
        for sentence in
            ["In the same quarter last year, it earned $4 million.", "It posted a year-ago loss of $4 million."]
        {
            check(sentence, "2024-Q2");
        }
        check("Last year's revenue of $20 billion was a record.", "2024-FY");
        check(
            "Acme, which bought Emca in November 2023 for its ice, tea and salt, said that its gross margin rose to 19%.",
            "2025-Q2",
        );
    }
}
