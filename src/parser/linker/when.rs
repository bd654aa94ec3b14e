//! The period of a quantity and what its change is measured against, from the periods that stand around it.

use crate::model::{Comparison, Period, PeriodSpan};
use crate::parser::lexer::period::{Ending, PeriodExpr, TimeUnit};
use crate::parser::linker::scene::Scene;
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
    if let Some((expr, place)) = boxed(scene, at) {
        return When { expr: Some(expr), at: Some(place), comparison, base: true };
    }
    let (right, right_at) = right(scene, at, base).map_or((None, None), |(expr, place)| (Some(expr), Some(place)));
    let own = right.filter(|expr| (base && !expr.is_comparison()) || (!is_relative(*expr) && !expr.is_weak()));
    let back = if own.is_none() && !base { leads_back(scene, at) } else { None };
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
    let found = left
        .filter(strong)
        .filter(|_| !elsewhere)
        .or_else(|| lone(scene, at, slot).filter(strong))
        .or(weak)
        .or(left)
        .or_else(|| lone(scene, at, slot));
    When { expr: found.map(|(expr, _)| expr), at: found.map(|(_, place)| place), comparison, base }
}

/// Whether the sentence says anything of time.
fn has_period(scene: &Scene<'_>) -> bool {
    scene.has_any(CueSet::of(&[Cue::Period]))
}

/// "Revenue of £1.2bn (H1 2023: £1.1bn)": the period that opens the bracket in which the figure stands.
fn boxed(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    let mark = scene.left_past(at, CueSet::of(&[Cue::Filler, Cue::Loss, Cue::Profit]))?;
    let place = if scene.symbol(mark) == Some(':') { scene.left(mark)? } else { mark };
    let dated = scene.left(place).is_some_and(|day| is_day(scene, day));
    let expr = match scene.period(place).filter(|_| opens_box(scene, place))? {
        // "(31 December 2023: £355m)": the day is that of a balance.
        PeriodExpr::Absolute(Period { year, span: PeriodSpan::Month(month) }) if dated => {
            PeriodExpr::AsOf(Ending { year, month })
        }
        expr => expr,
    };
    Some((expr, place))
}

/// Whether the period at `place` opens a bracket for a figure of its own, and says nothing of those outside.
fn opens_box(scene: &Scene<'_>, place: usize) -> bool {
    let bracket = |at: usize| scene.left(at).is_some_and(|before| scene.symbol(before) == Some('('));
    let opens = bracket(place) || scene.left(place).is_some_and(|day| is_day(scene, day) && bracket(day));
    opens && scene.right(place).is_some_and(|next| scene.symbol(next) == Some(':') || scene.quantity(next).is_some())
}

/// Whether the word at `place` is the number of a day: "31" of "31 December".
fn is_day(scene: &Scene<'_>, place: usize) -> bool {
    let word = scene.token(place).map_or("", |token| token.span.of(scene.text));
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// "Excluding the current year charges of $0.02, earnings were": a period that only says of when the charges are.
fn is_left_out(scene: &Scene<'_>, period: usize, at: usize) -> bool {
    let excluded = (period.saturating_sub(3)..period).any(|near| scene.has(near, Cue::Excluding));
    excluded && (period + 1..at).any(|near| scene.symbol(near) == Some(','))
}

/// "A year ago it lost 79 cents": a time before, at the head of the statement, with no other figure between.
fn leads_back(scene: &Scene<'_>, at: usize) -> Option<(PeriodExpr, usize)> {
    let first = (scene.clause_start(at)..at).find(|place| !scene.is_mark(*place) && !scene.has(*place, Cue::In))?;
    let expr = scene.period(first).filter(|expr| expr.is_base())?;
    (first..at).all(|place| scene.quantity(place).is_none()).then_some((expr, first))
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
    ]);
    let mut place = at;
    let mut plain = 0;
    let mut weak = None;
    for _ in 0..16 {
        let Some(next) = scene.right(place) else { break };
        place = next;
        match scene.period(place).filter(|_| !opens_box(scene, place)) {
            Some(expr) if !expr.is_weak() => return Some((expr, place)),
            Some(expr) => weak = weak.or(Some((expr, place))),
            None => {}
        }
        let cues = scene.cues(place);
        let stops = scene.is_break(place) || (cues.meets(STOPS) && !(base && cues.has(Cue::Report)));
        let again = cues.meets(CueSet::of(&[Cue::Quantity, Cue::Metric, Cue::And, Cue::To]));
        plain += usize::from(cues.has(Cue::Plain));
        if stops || (again && !base && weak.is_none()) || (scene.symbol(place) == Some(',') && !base) || plain > 3 {
            break;
        }
    }
    weak
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
        if opens_box(scene, place)
            || is_left_out(scene, place, at)
            || dates_a_base(scene, place)
            || dates_a_forecast(scene, place, at, expr)
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

/// Whether a month says when a forecast was made: "its January forecast of".
fn dates_a_forecast(scene: &Scene<'_>, period: usize, at: usize, expr: PeriodExpr) -> bool {
    let month = matches!(expr, PeriodExpr::Part { span: PeriodSpan::Month(_), .. });
    month && (period + 1..at).any(|place| scene.has(place, Cue::GuideNoun) || scene.has(place, Cue::Guide))
}

/// Whether the period at `place` says when a figure was that another is set against: "up from $39 billion in 2024".
fn dates_a_base(scene: &Scene<'_>, period: usize) -> bool {
    let mut place = period;
    let mut quantity = false;
    while let Some(next) = scene.left(place) {
        place = next;
        let cues = scene.cues(place);
        quantity |= cues.has(Cue::Quantity);
        if cues.meets(CueSet::of(&[Cue::Versus, Cue::From])) {
            return true;
        }
        if scene.is_break(place)
            || cues.meets(CueSet::of(&[Cue::Past, Cue::Guide, Cue::Will, Cue::To, Cue::And]))
            || (scene.metric(place).is_some() && quantity)
        {
            return false;
        }
    }
    false
}

/// The only period of the sentence, where it stands after the quantity and says so of all of it.
fn lone(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<(PeriodExpr, usize)> {
    if slot.lead == Lead::Versus || slot.lead == Lead::From {
        return None;
    }
    let whole = |expr: &PeriodExpr| !matches!(expr, PeriodExpr::LongTerm | PeriodExpr::Last(_)) && !is_relative(*expr);
    let mut found = (at + 1..scene.clause_end(at))
        .filter_map(|place| Some((scene.period(place)?, place)))
        .filter(|(expr, place)| whole(expr) && !opens_box(scene, *place) && !dates_a_base(scene, *place));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// What a change is measured against, told by the nearest words: "from a year earlier", "sequentially".
fn comparison(scene: &Scene<'_>, at: usize) -> Option<Comparison> {
    let tell = |place: usize| match scene.period(place)? {
        PeriodExpr::YearAgo | PeriodExpr::SameOf(_) | PeriodExpr::OverYear | PeriodExpr::Last(TimeUnit::Year) => {
            Some(Comparison::YearOverYear)
        }
        PeriodExpr::QuarterAgo | PeriodExpr::OverQuarter => Some(Comparison::QuarterOverQuarter),
        PeriodExpr::Since | PeriodExpr::YearsAgo(_) => Some(Comparison::Other),
        _ => None,
    };
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
    let skip = CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]);
    let next = scene.right_past(at, skip).and_then(|place| scene.period(place));
    next.is_some_and(PeriodExpr::is_base)
}

/// Whether the sentence says what its changes are measured against.
pub(super) fn compares(scene: &Scene<'_>) -> bool {
    let told = |place: usize| {
        matches!(scene.period(place), Some(PeriodExpr::OverYear | PeriodExpr::OverQuarter | PeriodExpr::YearAgo))
    };
    has_period(scene) && (0..scene.tokens().len()).any(told)
}
