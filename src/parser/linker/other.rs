//! Words that name a metric and mean no result of the company in the period: "a loss on the sale of a plant", "an
//! impairment loss", "net purchases", "industry sales".

use crate::model::{Metric, MetricUnit};
use crate::parser::linker::scene::Scene;
use crate::parser::linker::series;
use crate::parser::linker::subject::{OF_ANOTHER, OF_OTHERS, OF_PART, Reason};
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::headings::{GREATEST, SORTS};
use crate::parser::vocabulary::metrics;
use crate::parser::vocabulary::others::{DEALT_WITH, KINDS, MARKETS, REASONS, THINGS, WIDER};

const EARNINGS: CueSet = CueSet::of(&[Cue::Profit, Cue::Loss]);
const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler]);

/// Whether the profit or loss named at `place` is one of another thing.
pub(super) fn is_other(scene: &Scene<'_>, place: usize) -> bool {
    let words = words(scene, place);
    let plain = !words.contains(' ');
    if plain && words.eq_ignore_ascii_case("net") {
        return is_adjective(scene, place);
    }
    is_by_the_piece(scene, place)
        || scene.cues(place).meets(EARNINGS)
            && (plain && (is_of_a_kind(scene, place) || is_part_of_results(scene, place))
                || leads_to_a_thing(scene, place))
}

/// "Net includes gains of $1 million vs losses of $4 million", "results include a loss of $3 million": what results are made up
/// of is none.
fn is_part_of_results(scene: &Scene<'_>, place: usize) -> bool {
    if !scene.has_any(CueSet::of(&[Cue::Share])) {
        return false;
    }
    let includes = |verb: &usize| is_one_of(words(scene, *verb), &["includes", "include", "included", "excludes"]);
    let verb = (scene.clause_start(place)..place).find(includes);
    verb.is_some_and(|verb| (0..verb).all(|near| scene.quantity(near).is_none() || scene.period(near).is_some()))
}

/// "Profit per ton of steel", "operating income per vehicle".
fn is_by_the_piece(scene: &Scene<'_>, place: usize) -> bool {
    const SHARES: [&str; 8] = ["share", "shares", "ads", "adr", "unit", "units", "stock", "diluted"];
    let per = scene.right(place).filter(|per| words(scene, *per).eq_ignore_ascii_case("per"));
    per.is_some_and(|per| (per + 1..per + 4).all(|near| !is_one_of(words(scene, near), &SHARES)))
}

/// Whether what stands behind the figure at `at` says that the profit or loss named before it was made on one thing:
/// "a loss of $5 million on the sale of a plant", "earned $5 million from a settlement".
pub(super) fn is_made_on(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    const VERBS: CueSet = CueSet::of(&[Cue::Earn, Cue::Lose]);
    let plain = !words(scene, place).contains(' ');
    let lead = scene.right(at).filter(|lead| scene.cues(*lead).meets(CueSet::of(&[Cue::On, Cue::From])));
    plain && scene.cues(place).meets(EARNINGS.with(VERBS)) && lead.is_some_and(|lead| names_a_thing(scene, lead))
}

/// "Repaid $50 million of debt", "will pay $4 million in cash": so much was done with it, and no more is said of how much
/// there is.
pub(super) fn is_dealt_with(scene: &Scene<'_>, metric: Metric, at: usize) -> bool {
    let verb = scene.left_past(at, PASSED.with(CueSet::of(&[Cue::By])));
    let dealt = verb.is_some_and(|verb| {
        let words = words(scene, verb);
        is_one_of(words.rsplit(' ').next().unwrap_or_default(), DEALT_WITH)
    });
    dealt && ["debt", "cash"].iter().any(|key| metrics::by_key(key) == Some(metric))
}

/// Whether the metric at `place` is that of an industry, a market or rivals: "industry sales", "capital spending in the
/// chip industry", "the market is to reach $57 billion in sales".
pub(super) fn is_of_others(scene: &Scene<'_>, place: usize, at: usize) -> bool {
    let wider = |place: usize| is_one_of(words(scene, place), WIDER);
    let before = scene.left(place).is_some_and(|before| {
        let wide = is_one_of(words(scene, before), &["wide"]);
        wider(if wide { scene.left(before).unwrap_or(before) } else { before })
    });
    before || is_in_one(scene, place) || (place > at && is_about_one(scene, at))
}

/// "Spending in the chip industry": a phrase right behind the metric ends in such a noun.
fn is_in_one(scene: &Scene<'_>, place: usize) -> bool {
    const LEADS: CueSet = CueSet::of(&[Cue::In, Cue::For, Cue::Of]);
    let Some(lead) = scene.right(place).filter(|lead| scene.cues(*lead).meets(LEADS)) else { return false };
    let passes = PASSED.with(CueSet::of(&[Cue::Plain]));
    let phrase = (lead + 1..lead + 6).take_while(|near| scene.cues(*near).meets(passes) || scene.is_mark(*near));
    phrase.last().is_some_and(|last| is_one_of(words(scene, last), WIDER))
}

/// "The steel industry lost", "the market is expected to": the subject of the statement before the figure at `at`.
pub(super) fn is_about_one(scene: &Scene<'_>, at: usize) -> bool {
    const VERBS: CueSet = CueSet::of(&[
        Cue::Will,
        Cue::Be,
        Cue::Past,
        Cue::Base,
        Cue::Report,
        Cue::Guide,
        Cue::Expect,
        Cue::Earn,
        Cue::Lose,
    ]);
    const OWNERS: CueSet = CueSet::of(&[Cue::Company, Cue::Pronoun, Cue::Metric, Cue::Quantity]);
    let start = scene.clause_start(at);
    let near = (start..at).rev().take_while(|place| !scene.cues(*place).meets(OWNERS));
    let mut wider =
        near.filter(|place| is_one_of(words(scene, *place), WIDER) || is_one_of(words(scene, *place), MARKETS));
    wider.any(|place| scene.right(place).is_some_and(|verb| verb <= at && scene.cues(verb).meets(VERBS)))
}

/// "Net purchases", "will net $5 million": the word belongs to the next, or is a verb.
fn is_adjective(scene: &Scene<'_>, place: usize) -> bool {
    const NOUNS: CueSet = CueSet::of(&[Cue::Plain, Cue::Block, Cue::SegmentNoun, Cue::Company]);
    let verb = scene.left(place).is_some_and(|before| scene.cues(before).meets(CueSet::of(&[Cue::Will, Cue::To])));
    verb || scene.right(place).is_some_and(|next| scene.cues(next).meets(NOUNS))
}

fn is_of_a_kind(scene: &Scene<'_>, place: usize) -> bool {
    const BASES: CueSet = CueSet::of(&[Cue::ConstantCurrency, Cue::Organic, Cue::Adjusted, Cue::Gaap, Cue::Period]);
    let money = scene.metric(place).is_some_and(|metric| metric.row().unit == MetricUnit::Money);
    let before = scene.left(place).filter(|before| money && !scene.cues(*before).meets(BASES));
    let Some(before) = before else { return false };
    let last = words(scene, before).rsplit([' ', '-']).next().unwrap_or_default();
    // "Storm-related losses".
    let related = last.eq_ignore_ascii_case("related") && before + 1 == place;
    related || is_one_of(last, KINDS)
}

/// "A loss on the sale of", "the loss of a contract", "losses from derivatives", "a loss in market value".
fn leads_to_a_thing(scene: &Scene<'_>, place: usize) -> bool {
    let Some(lead) = scene.right(place) else { return false };
    let cues = scene.cues(lead);
    let noun = || scene.right_past(lead, PASSED).map(|noun| scene.cues(noun)).unwrap_or_default();
    let loss = scene.has(place, Cue::Loss);
    if cues.has(Cue::On) {
        return names_a_thing(scene, lead) || is_on_its_own(scene, lead);
    }
    if cues.has(Cue::From) {
        return names_a_thing(scene, lead);
    }
    if cues.has(Cue::Of) {
        return loss && noun().meets(CueSet::of(&[Cue::Plain, Cue::Block]));
    }
    cues.has(Cue::In) && loss && noun().has(Cue::Block)
}

/// Whether one of the words soon behind `lead` is a thing that gains and losses are made on.
fn names_a_thing(scene: &Scene<'_>, lead: usize) -> bool {
    let near = (lead + 1..lead + 5)
        .take_while(|place| scene.symbol(*place).is_none_or(|mark| mark == '-') && scene.quantity(*place).is_none());
    let mut near = near.take_while(|place| scene.metric(*place).is_none() || is_thing(scene, *place));
    near.any(|place| is_thing(scene, place))
}

fn is_thing(scene: &Scene<'_>, place: usize) -> bool {
    words(scene, place).split(' ').any(|word| is_one_of(word, THINGS))
}

/// "On the Harbour deal", "on its arbitrage operation": one thing that the company has.
fn is_on_its_own(scene: &Scene<'_>, lead: usize) -> bool {
    let Some(article) = scene.right(lead) else { return false };
    let own = is_one_of(words(scene, article), &["the", "its", "their", "our"]);
    let noun = scene.right_past(lead, PASSED).filter(|_| own);
    noun.is_some_and(|noun| {
        let named = scene.cues(noun).meets(CueSet::of(&[Cue::Plain, Cue::Block, Cue::SegmentNoun]));
        let based = (noun..noun + 3).any(|near| is_one_of(words(scene, near), REASONS));
        named && !based && scene.metric(noun).is_none()
    })
}

/// Whether the metric at `place` is the subject of no figure, and only says by what, where or into what.
pub(super) fn only_places(scene: &Scene<'_>, place: usize) -> bool {
    is_rank(scene, place) || is_place(scene, place) || is_gone_into(scene, place)
}

/// "The No. 2 bank by revenue": what a rank is told by.
fn is_rank(scene: &Scene<'_>, place: usize) -> bool {
    let by = scene.left(place).filter(|by| scene.has(*by, Cue::By));
    let Some(noun) = by.and_then(|by| scene.left(by)) else { return false };
    let near = noun.saturating_sub(8)..noun;
    is_one_of(words(scene, noun), SORTS) || near.into_iter().any(|place| is_one_of(words(scene, place), GREATEST))
}

/// "Costs dug into the bottom line, growing 53%": what only tells where something went.
fn is_gone_into(scene: &Scene<'_>, place: usize) -> bool {
    let into = scene.left_past(place, PASSED).is_some_and(|into| words(scene, into).eq_ignore_ascii_case("into"));
    into && scene.right(place).is_some_and(|comma| scene.symbol(comma) == Some(','))
}

/// "Sales at its own stores fell": a number of things that only says where the metric before it was made.
fn is_place(scene: &Scene<'_>, place: usize) -> bool {
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Plain, Cue::Company, Cue::Pronoun]);
    if series::ends_list(scene, place) {
        return is_list(scene, place);
    }
    let counted = scene.metric(place).is_some_and(|metric| ["stores", "users"].contains(&metric.key()));
    let at = scene.left_past(place, PASSED).filter(|at| counted && place - at < 9);
    let at = at.filter(|at| scene.cues(*at).meets(CueSet::of(&[Cue::At, Cue::In, Cue::From])));
    at.and_then(|at| scene.left(at)).is_some_and(|before| scene.metric(before).is_some())
}

/// "Profits of the steel, paper and glass units rose": parts of the company that the metric before them is told of.
fn is_list(scene: &Scene<'_>, units: usize) -> bool {
    let and = (units.saturating_sub(LIST)..units).rev().find(|near| scene.has(*near, Cue::And));
    and.is_some_and(|and| series::joins_parts(scene, and, units + 1))
}

/// The last name of such a list has so many words at most.
const LIST: usize = 4;

/// "Volumes of 38,616 shares": of the stock traded, not of what the company sells.
pub(super) fn counts_shares(scene: &Scene<'_>, metric: Metric, at: usize) -> bool {
    let next = scene.right(at).map_or("", |next| words(scene, next));
    metric.key() == "units" && is_one_of(next, &["share", "shares"])
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn words<'a>(scene: &Scene<'a>, place: usize) -> &'a str {
    scene.token(place).map_or("", |token| token.span.of(scene.text))
}

/// Whether what the verb at `place` says was earned is of the company, and all of it or of a time of its own: "earned $30 million,
/// including $7 million in the fourth quarter".
pub(super) fn whose(scene: &Scene<'_>, (place, at): (usize, usize), part: bool) -> Result<(), Reason> {
    let time = scene.right_past(at, CueSet::of(&[Cue::In, Cue::For, Cue::Determiner]));
    if part && time.is_none_or(|time| scene.period(time).is_none()) {
        return Err(OF_PART);
    }
    if is_made_on(scene, place, at) {
        return Err(OF_ANOTHER);
    }
    if is_about_one(scene, place) { Err(OF_OTHERS) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = crate::analyze(&Document::new("x", text));
        let facts = report.facts.iter().map(|fact| format!("{} {}", fact.metric.key(), fact.evidence.span.of(text)));
        assert_eq!(facts.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn what_was_expected_of_two_figures_is_of_both() {
        check(
            "It reported revenue of $39B and earnings of $5 per share, above estimates of $38B and $4.7, respectively.",
            "revenue $39B, eps $5, revenue $38B, eps $4.7",
        );
    }

    #[test]
    fn a_metric_that_only_tells_where_is_passed_over() {
        check("Costs dug into the bottom line, growing 53% to $8 billion.", "");
        check("Revenue from residential high-speed Internet subscribers rose 14 percent.", "revenue 14 percent");
    }

    #[test]
    fn what_is_made_on_each_piece_is_no_result() {
        check("Profit per ton of steel dropped to about $33 a ton.", "");
        check("Operating income per vehicle was $1,200.", "");
        check("Net income per diluted share was $0.24.", "eps $0.24");
    }

    #[test]
    fn what_is_left_out_of_a_figure_is_no_result() {
        check("Acme earned $1.20 a share, excluding charges of 20 cents per share.", "eps $1.20");
        check(
            "Acme earned $120 million, excluding items of $20 million, or 5 cents a share.",
            "net_income $120 million",
        );
        check("It sees earnings of $1.20 a share, excluding first-half significant items of 20 cents.", "eps $1.20");
        check("It earned $5 million, excluding charges, or 20 cents a share.", "net_income $5 million, eps 20 cents");
        check("Earnings, excluding items of 5 cents, were 20 cents per share.", "eps 20 cents");
        check("Earnings excluding items of 20 cents per share beat estimates.", "eps 20 cents");
    }

    #[test]
    fn what_pays_for_other_companies_is_no_capital_spending() {
        check("Acme plans to spend $5 billion on new plants.", "capex $5 billion");
        check("Acme plans to spend $5 billion on buying out minority shareholders.", "");
        check("Acme plans to spend $5 billion on acquisitions.", "");
    }

    #[test]
    fn a_loss_on_one_thing_is_none_of_the_period() {
        check("Results include a $28 million loss on the sale of two mills.", "");
        check("It booked a loss of $4 million on the disposal of a ship.", "");
        check("Profit from the sale of a building was $8 million.", "");
        check("Losses from discontinued operations were $8 million.", "");
        check("The loss on its barge venture was $8 million.", "");
        check("Holders face a $9 billion loss in market value.", "");
        check("Foreign-exchange losses were $5 million.", "");
        check("Storm-related losses totaled $20 million.", "");
        check("Comprehensive income was $12 million.", "");
        check("An impairment loss of $40 million was booked.", "impairment $40 million");
    }

    #[test]
    fn a_sign_in_brackets_leaves_it_open() {
        let value = |text: &str| {
            crate::analyze(&Document::new("x", text)).facts.first().map(|f| f.quantity.value().to_string())
        };
        assert_eq!(value("Net income (loss) was $3 million.").as_deref(), Some("3000000"));
        assert_eq!(value("Operating income (loss) of $5 million was reported.").as_deref(), Some("5000000"));
        assert_eq!(value("Income (loss) from continuing operations was $(3) million.").as_deref(), Some("-3000000"));
        assert_eq!(value("Net income was a loss of $3 million.").as_deref(), Some("-3000000"));
    }

    #[test]
    fn a_profit_of_the_period_is_read() {
        check(
            "It made a profit of $5 million on revenue of $30 million.",
            "net_income $5 million, revenue $30 million",
        );
        check("It posted a loss on Tuesday of $5 million.", "net_income $5 million");
        check("It swung to a profit on an adjusted basis of $5 million.", "net_income $5 million");
        check("Profit from the cloud unit rose to $8 million.", "net_income $8 million");
        check("It had a loss of just under $8 million.", "net_income $8 million");
        check("Constant currency EPS rose to $1.20.", "eps $1.20");
    }

    #[test]
    fn net_is_often_an_adjective() {
        check("It had nearly $20 billion in net purchases.", "");
        check("The sale will net $7 million.", "");
        check("Net was 5 mln dlrs vs 3 mln.", "net_income 5 mln dlrs, net_income 3 mln");
    }

    #[test]
    fn a_part_that_is_not_named_is_no_figure_of_the_whole() {
        check("The net loss includes $3 million related to a lawsuit.", "");
        check("The net loss was $9 million, including $3 million for severance.", "net_income $9 million");
        check("Net income, which included $2 million of costs, was $9 million.", "net_income $9 million");
    }

    #[test]
    fn what_is_left_out_says_nothing_of_the_subject() {
        check("Earnings excluding stock compensation and other charges were 23 cents a share.", "eps 23 cents");
        check("Profit excluding plant and severance charges rose 5%.", "net_income 5%");
        check("Net profit before one-offs including writedowns at a mill fell to $3 million.", "net_income $3 million");
        check("Net profit before unusual costs fell to $3 million.", "net_income $3 million");
    }

    #[test]
    fn what_results_are_made_up_of_is_none() {
        check("Results include a loss of $3 million.", "");
        check("Net includes pretax gain $64,000 vs loss $4,744,000 in quarter and losses $3,077,000 in year.", "");
        check("Results included a restructuring charge of $3 million.", "restructuring_charge $3 million");
    }

    #[test]
    fn debt_repaid_is_not_debt() {
        check("It repaid $50 million of debt.", "");
        check("The buyer will pay $50 million in cash.", "");
        check("It had $50 million in cash.", "cash $50 million");
        check("It ended the year with $50 million of debt.", "debt $50 million");
    }

    #[test]
    fn an_industry_is_not_the_company() {
        check("It cited a forecast for capital spending in the tool industry to fall 5 percent.", "");
        check("The toy industry is forecast to reach $57 billion in revenue this year.", "");
        check("The market is expected to reach $57 billion in sales.", "");
        check("Industry sales fell 5% in the quarter.", "");
        check("The steel industry lost $80 million last year.", "");
        check("Revenue in the industrial market rose 5%.", "revenue 5%");
        check("The industry is weak, but it made $5 million in sales.", "revenue $5 million");
        check("Its industry-leading sales rose 5%.", "revenue 5%");
    }

    #[test]
    fn what_only_ranks_or_places_the_company_is_no_subject() {
        check("Net profit at the country's No. 2 builder by revenue rose to $5 million.", "net_income $5 million");
        check("Profit at the largest airline by passengers fell 3 percent.", "net_income 3 percent");
        check("Same-store sales at its own stores fell 1 percent.", "same_store_sales 1 percent");
        check("It ended the year with 120 stores.", "stores 120");
        check("Trading volumes of 38,000 shares were seen.", "");
        check("Volumes of 38,000 tons were shipped.", "units 38,000");
    }

    #[test]
    fn asides_between_a_subject_and_its_verb_are_passed() {
        check(
            "Net profit, which leaves out gains and losses on the value of the oil in its stocks and inventories, fell 5 \
             percent to $4 million.",
            "net_income 5 percent, net_income $4 million",
        );
        check(
            "Sales fell 15 percent, hit by a strong franc, to $60 million, compared with a forecast of $61 million.",
            "revenue 15 percent, revenue $60 million, revenue $61 million",
        );
        check("Its shares led a 3.6 percent drop in the sector index.", "");
        check("Profit rose 4%, compared with a 3.6 percent drop in the sector index.", "net_income 4%");
    }
}
