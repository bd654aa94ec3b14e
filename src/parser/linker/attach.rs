//! Attaches a quantity to its metric: the one right before it, the one that it stands before, the subject of its
//! statement, a verb that means one, or what the sentence before spoke of.

use crate::model::{Currency, Measure, MetricUnit, Role};
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::slot::{Lead, Slot, is_percent};
use crate::parser::linker::standing::Standing;
use crate::parser::linker::state::State;
use crate::parser::linker::subject::{self, Reason, Subject};
use crate::parser::linker::{buyback, carried, margin, part, reserve, size};
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// The metric of the quantity at `at`, or why it has none.
pub(super) fn attach(
    scene: &Scene<'_>,
    at: usize,
    slot: &Slot,
    standing: &Standing,
    (last, state): (Option<&Draft>, &State),
) -> Result<Subject, Reason> {
    if let Some(margin) = margin::read(scene, at, (last, state))? {
        return Ok(margin);
    }
    let tight = tight(scene, at);
    let after = match subject::after(scene, at, slot) {
        Err(reason) if !tight => return buyback::read(scene, at).ok_or(reason),
        found => found.unwrap_or_default().filter(|_| !tight),
    };
    let found = match part::contributed(scene, at)
        .or_else(|| reserve::read(scene, at))
        .or_else(|| reserve::beside(scene, at, slot, last))
        .or(after)
        .or_else(|| buyback::read(scene, at))
        .or_else(|| listed(scene, at))
    {
        Some(found) => Some(found),
        None => match paid_for(scene, at).or_else(|| laid_off(scene, at)) {
            Some(paid) => Some(paid),
            None => match subject::before(scene, at) {
                Err(reason) => Some(part::another(scene, at, slot, last).ok_or(reason)?),
                Ok(found) => found,
            },
        },
    };
    let found = found
        .or_else(|| part::listed(scene, at, state))
        .or_else(|| carried::read(scene, at, slot, standing, (last, state)))
        .or_else(|| part::brought_in(scene, at, state))
        .or_else(|| spending(scene, at, standing))
        .or_else(|| of_a_share(scene, at, standing))
        .or_else(|| beaten_by(scene, at, slot))
        .or_else(|| organic_growth(scene, at, slot))
        .ok_or("no metric near it")?;
    if found.at.is_some_and(|place| scene.has(place, Cue::Block)) && !(state.lends || lends(scene)) {
        return Err("about something that is no result");
    }
    Ok(found)
}

/// Whether the sentence itself has a line that only banks report.
fn lends(scene: &Scene<'_>) -> bool {
    let interest = metrics::by_key("net_interest_income");
    (0..scene.tokens().len()).any(|place| interest.is_some() && scene.metric(place) == interest)
}

/// Whether a metric stands right before the quantity, with nothing but "of", "was" and the like between.
fn tight(scene: &Scene<'_>, at: usize) -> bool {
    const BETWEEN: CueSet = CueSet::of(&[
        Cue::Of,
        Cue::Be,
        Cue::At,
        Cue::Determiner,
        Cue::Filler,
        Cue::Period,
        Cue::In,
        Cue::Will,
        Cue::Adjusted,
        Cue::Gaap,
    ]);
    let Some(place) = scene.left_past(at, BETWEEN) else { return false };
    let place = if scene.symbol(place) == Some(':') { scene.left(place).unwrap_or(place) } else { place };
    // "A net $2.57 billion loss".
    let halved = is_one_of(words(scene, place), &["net"])
        && scene.left(place).is_some_and(|article| scene.has(article, Cue::Determiner))
        && (at + 1..at + 5).any(|noun| names_profit(scene, noun));
    if halved {
        return false;
    }
    let fits = |metric| scene.quantity(at).is_some_and(|q| subject::fit(metric, q, Currency::USD).is_some());
    scene.metric(place).is_some_and(fits)
}

/// "Repurchased 1.2 million shares for $55 million": money for a number of things that a metric of money stands before.
fn paid_for(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    const FILLED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler]);
    let lead = scene.left_past(at, FILLED)?;
    let paid = scene.cues(lead).meets(CueSet::of(&[Cue::For, Cue::At, Cue::Of]));
    // A small one is the price of each.
    let sum = |mention: &QuantityMention| mention.form == Form::Money && !mention.quantity.is_within(1000);
    if !(paid && scene.quantity(at).is_some_and(sum)) {
        return None;
    }
    let number = (0..lead).rev().find(|place| scene.quantity(*place).is_some())?;
    let counted = scene.quantity(number).is_some_and(|mention| mention.noun.is_some());
    let before = scene.left_past(number, FILLED.with(CueSet::of(&[Cue::Be, Cue::Past]))).filter(|_| counted)?;
    let metric = scene.metric(before).filter(|metric| metric.row().unit == MetricUnit::Money)?;
    Some(Subject { metric, at: Some(before), loss: false, rule: "paid for so many" })
}

/// The rule of plans to spend, which are for no period unless they say so.
pub(super) const PLANNED_SPENDING: &str = "planned spending";

/// "Will invest an additional $100 billion": capital spending that the company plans, though it is not named so.
fn spending(scene: &Scene<'_>, at: usize, standing: &Standing) -> Option<Subject> {
    let verb = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Of]))?;
    let planned = scene.has(verb, Cue::Spend) && standing.role == Role::Guidance && !buys(scene, at);
    let money = scene.quantity(at).is_some_and(|mention| !is_percent(mention.quantity.unit()));
    let metric = metrics::by_key("capex").filter(|_| planned && money)?;
    Some(Subject { metric, at: None, loss: false, rule: PLANNED_SPENDING })
}

/// "Will spend $5 billion on buying out minority shareholders": what pays for other companies or shares is no capital spending.
fn buys(scene: &Scene<'_>, at: usize) -> bool {
    const BOUGHT: [&str; 14] = [
        "buying", "acquiring", "acquisition", "acquisitions", "buyback", "buybacks", "repurchases", "repurchasing",
        "dividends", "deals", "takeovers", "buy", "acquire", "buying back",
    ];
    let mut near = (at + 1..scene.clause_end(at)).take(5).take_while(|place| scene.quantity(*place).is_none());
    near.any(|place| is_one_of(words(scene, place), &BOUGHT))
}

/// "Our guidance range of $0.96 to $1.06 per share", "ten analysts estimated $1.46 a share": what is expected by the share, and
/// not named, is earnings.
fn of_a_share(scene: &Scene<'_>, at: usize, standing: &Standing) -> Option<Subject> {
    let of_a_share = scene.quantity(at).is_some_and(|mention| mention.form == Form::PerShare);
    let ahead = standing.told && standing.role != Role::Actual;
    // A target by the share is what a broker thinks that the share will cost.
    const PRICES: [&str; 9] = ["target", "targets", "price", "worth", "value", "valued", "offer", "bid", "fair value"];
    let aimed = || (0..at).any(|place| is_one_of(words(scene, place), &PRICES));
    let metric = metrics::by_key("eps").filter(|_| of_a_share && ahead && !aimed())?;
    Some(Subject { metric, at: None, loss: false, rule: "guidance for a share" })
}

/// "Acme beats by $0.11": what a company beats or misses by so little is told by the share.
fn beaten_by(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<Subject> {
    let cents = |mention: &QuantityMention| {
        let sum = mention.form == Form::Money && mention.quantity.has_decimals() && mention.quantity.is_within(100);
        sum || mention.form == Form::MinorMoney
    };
    scene.quantity(at).filter(|mention| cents(mention) && size::is_beaten(scene, slot.lead_at))?;
    let metric = metrics::by_key("eps")?;
    Some(Subject { metric, at: None, loss: false, rule: "beaten by so much a share" })
}

/// "Organic growth of 5 to 6 percent": what grows without acquisitions, and is not named, is revenue.
fn organic_growth(scene: &Scene<'_>, at: usize, slot: &Slot) -> Option<Subject> {
    const GROWTH: CueSet = CueSet::of(&[Cue::Rise, Cue::Fall]);
    let rate = slot.measure == Some(Measure::Change) && is_percent(scene.quantity(at)?.quantity.unit());
    let near = (scene.clause_start(at)..scene.clause_end(at)).filter(|place| scene.has(*place, Cue::Organic));
    let mut near = near.filter(|place| place.abs_diff(at) <= 6 && scene.metric(*place).is_none());
    let grows = near.find(|place| {
        let words = scene.token(*place).map_or("", |token| token.span.of(scene.text));
        scene.right(*place).is_some_and(|growth| scene.cues(growth).meets(GROWTH)) && !words.ends_with("ly")
    })?;
    let metric = metrics::by_key("revenue").filter(|_| rate)?;
    Some(Subject { metric, at: Some(grows), loss: false, rule: "organic growth" })
}

/// "EPS of $6.68, including a benefit from stock-based compensation, compared to $5.41": what stands between the figure
/// and the one that it is set beside only explains it.
pub(super) fn set_beside(scene: &Scene<'_>, at: usize, subject: Subject, slot: &Slot, last: Option<&Draft>) -> Subject {
    let Some(last) = last.filter(|_| matches!(slot.lead, Lead::Versus)) else { return subject };
    let between = |place: usize| (last.at + 1..slot.lead_at).contains(&place);
    let explains = subject.at.is_some_and(|place| {
        between(place) && (last.at + 1..place).all(|near| !scene.has(near, Cue::And) && scene.symbol(near) != Some(';'))
    });
    let alike = scene.same_kind(last.at, at) && last.subject.is_some_and(|named| named < last.at);
    let level = last.measure == Measure::Level;
    if explains && alike && level {
        Subject { metric: last.metric, at: last.subject, loss: last.loss, ..subject }
    } else {
        subject
    }
}

/// "A pre-tax profit of $5 million, compared to a loss of $3 million", "an operating loss rose to a loss of": the plain word means the profit named before.
pub(super) fn named_before(scene: &Scene<'_>, subject: Subject, slot: &Slot, last: Option<&Draft>) -> Subject {
    let compared = matches!(slot.lead, Lead::Versus | Lead::From | Lead::To);
    let plain = compared && subject.at.is_some_and(|at| names_profit(scene, at) && !words(scene, at).contains(' '));
    let named = last.filter(|last| {
        let row = last.metric.row();
        plain && row.unit == MetricUnit::Money && last.subject.is_some_and(|at| names_profit(scene, at))
    });
    named.map_or(subject, |last| Subject { metric: last.metric, ..subject })
}

/// "Tax 16.4 mln vs 17.6 mln", "Leaving 36.6 mln vs 27.5 mln": lines of the lists of wires that name a metric by a word that
/// elsewhere says nothing.
fn listed(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    const LINES: [(&str, &str); 3] = [("tax", "income_tax"), ("leaving", "net_income"), ("assets", "total_assets")];
    let first = (0..at).find(|place| !scene.is_mark(*place))?;
    let figure = scene.right(first).filter(|figure| scene.quantity(*figure).is_some())?;
    let word = words(scene, first);
    let (_, key) = LINES.iter().find(|(line, _)| word.eq_ignore_ascii_case(line))?;
    let versus = scene.right(figure).filter(|versus| scene.has(*versus, Cue::Versus))?;
    let beside = at == figure || scene.right(versus) == Some(at);
    let mention = scene.quantity(at).filter(|mention| beside && mention.form != Form::PerShare)?;
    let metric = metrics::by_key(key).filter(|metric| subject::fit(*metric, mention, Currency::USD).is_some())?;
    Some(Subject { metric, at: Some(first), loss: false, rule: "line of a list" })
}

/// "Laid off nearly 30,000 last year": a number of what such a verb is only said of.
fn laid_off(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    const VERBS: [&str; 8] =
        ["laid off", "lay off", "laying off", "hired", "hiring", "recruited", "recruiting", "layoffs of"];
    scene.quantity(at).filter(|mention| mention.form == Form::Bare && !mention.quantity.has_decimals())?;
    let verb = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]))?;
    let told = is_one_of(words(scene, verb), &VERBS);
    let metric = if told { metrics::by_key("headcount") } else { None }?;
    Some(Subject { metric, at: Some(verb), loss: false, rule: "hired or laid off" })
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn words<'a>(scene: &Scene<'a>, at: usize) -> &'a str {
    scene.token(at).map_or("", |token| token.span.of(scene.text))
}

/// Whether the token is a word of profit or loss, alone or qualified: "loss", "pre-tax profit".
fn names_profit(scene: &Scene<'_>, at: usize) -> bool {
    const WORDS: [&str; 6] = ["profit", "loss", "income", "earnings", "ebitda", "ebit"];
    words(scene, at).split([' ', '-']).any(|part| WORDS.iter().any(|word| part.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use crate::model::Document;
    use crate::parser::linker::shown;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        shown::check(text, |fact| fact.measure.name(), expected);
    }

    #[track_caller]
    fn check_signs(text: &str, expected: &[&str]) {
        let report = crate::analyze(&Document::new("x", text));
        let values: Vec<_> = report.facts.iter().map(|fact| fact.quantity.low().normalize().to_string()).collect();
        assert_eq!(values, expected, "{text}");
    }

    #[test]
    fn a_loss_that_grows_to_a_loss_is_the_one_named_first() {
        check(
            "The operating loss increased by 300%, or $3 million, to a loss of $4 million, compared to a loss of $1 million.",
            "operating_income change 300%, operating_income change $3 million, operating_income level $4 million, \
             operating_income level $1 million",
        );
        check(
            "EBITDA loss widened by $2 million to a loss of $3 million.",
            "ebitda change $2 million, ebitda level $3 million",
        );
        check("Net income fell to a net loss of $3 million.", "net_income level $3 million");
    }

    #[test]
    fn a_word_before_and_one_behind_name_the_metric() {
        check_signs("Acme posted a net $2.5 billion quarterly loss.", &["-2500000000"]);
        check_signs("Acme posted a net loss of $2.5 billion.", &["-2500000000"]);
    }

    #[test]
    fn lines_of_lists_name_what_words_elsewhere_do_not() {
        check(
            "Acme Plc year\n    Tax 16.4 mln stg vs 17.6 mln\n    Leaving 36.6 mln vs 27.5 mln",
            "income_tax level 16.4 mln stg, income_tax level 17.6 mln, net_income level 36.6 mln, net_income level 27.5 mln",
        );
        check("Share of associates' profits 1.3 mln vs 3.8 mln", "");
    }

    #[test]
    fn a_company_makes_money() {
        check("Acme made $434 million last year.", "net_income level $434 million");
        check(
            "It had made $434m (£231m), compared to $732m.",
            "net_income level $434m, net_income level £231m, net_income level $732m",
        );
        check("Acme made $5 billion of acquisitions.", "");
        check("Acme made $5 billion in payments.", "");
    }

    #[test]
    fn a_change_in_money_and_per_cent_is_one_change() {
        check(
            "Gross profit was $81 million, an increase of $31 million or 61 percent.",
            "gross_profit level $81 million, gross_profit change $31 million, gross_profit change 61 percent",
        );
        check("Net income rose 8%, or $1.20 a share.", "net_income change 8%, eps level $1.20");
    }

    #[test]
    fn only_a_bank_has_other_income() {
        check("Other income jumped to $8 million.", "");
        check(
            "Net interest income was $9 million. Other income jumped to $8 million.",
            "net_interest_income level $9 million, noninterest_income level $8 million",
        );
    }

    #[test]
    fn organic_growth_is_of_revenue() {
        check("Organic growth of 5 percent was reported.", "revenue change 5 percent");
        check("It aims for organic growth of 5 to 6 percent.", "revenue change 5 to 6 percent");
        check("It grew organically.", "");
    }

    #[test]
    fn a_loss_set_beside_one_with_its_margin_is_the_same_profit() {
        check(
            "Operating loss was $(4.2) million, or (1.3)% of revenue, compared to a loss of $(12.8) million, or (4.7)% of \
             revenue, in the prior-year period.",
            "operating_income level $(4.2) million, operating_margin level (1.3)%, operating_income level $(12.8) million, \
             operating_margin level (4.7)%",
        );
    }

    #[test]
    fn a_list_may_have_lost_its_line_breaks() {
        check(
            "Revenue at Rs 44 crore vs Rs 38 croreEbitda at Rs 9 crore vs Rs 8 crore",
            "revenue level Rs 44 crore, revenue level Rs 38 crore, ebitda level Rs 9 crore, ebitda level Rs 8 crore",
        );
    }

    #[test]
    fn little_that_is_beaten_by_is_told_by_the_share() {
        check("Acme beats by $0.11, misses on revenue.", "eps change $0.11");
        check("Analysts estimated $1.46 a share.", "eps level $1.46");
        check("Analysts put a price target of $146 a share on it.", "");
    }
}
