//! Parts of the company that are the subject of their statement, whose figures no word there names: "while Asia fell
//! 3%", "cloud brought in $4 billion".

use crate::model::{Currency, Measure, MetricUnit, Span, Unit};
use crate::parser::lexer::quantity::Form;
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::segment;
use crate::parser::linker::slot::{Lead, Slot, is_percent};
use crate::parser::linker::state::State;
use crate::parser::linker::subject::{self, Subject};
use crate::parser::sentence::Block;
use crate::parser::vocabulary::cues::{Cue, CueSet};
use crate::parser::vocabulary::metrics;

/// The rule of changes of another part than the one before.
pub(super) const ANOTHER: &str = "another part";

/// "Sales in Europe rose 8%, while Asia fell 3%": the change of one more part, of what the part before was told of.
pub(super) fn another(scene: &Scene<'_>, at: usize, slot: &Slot, last: Option<&Draft>) -> Option<Subject> {
    let percent = |unit: Unit| is_percent(unit);
    let change = slot.measure == Some(Measure::Change) && percent(scene.quantity(at)?.quantity.unit());
    let last = last.filter(|last| {
        // "Rose 8% to $2 billion, while".
        let rate = last.measure == Measure::Change || last.lead == Lead::To;
        let unit = last.metric.row().unit;
        let sold = matches!(unit, MetricUnit::Money | MetricUnit::ChangePercent | MetricUnit::Count);
        let capital = |part: Span| part.of(scene.text).starts_with(char::is_uppercase);
        rate && sold && last.segment.is_some_and(capital)
    })?;
    name(scene, slot.lead_at).filter(|_| change)?;
    Some(Subject { metric: last.metric, at: None, loss: last.loss, rule: ANOTHER })
}

/// The name in capitals between what joins two statements and the verb at `verb`.
pub(super) fn name(scene: &Scene<'_>, verb: usize) -> Option<Span> {
    let named = |place: &usize| scene.has(*place, Cue::Plain) || scene.is_mark(*place);
    let first = (0..verb).rev().take_while(named).last()?;
    let capital = scene.token(first).is_some_and(|token| token.capital);
    let before = scene.left_past(first, CueSet::of(&[Cue::Determiner]))?;
    let joins = scene.cues(before).meets(CueSet::of(&[Cue::And, Cue::While])) || scene.symbol(before) == Some(',');
    let span = Span::new(scene.token(first)?.span.start, scene.token(verb - 1)?.span.end);
    (capital && joins).then_some(span)
}

/// "Cloud brought in $4 billion", where the sentence before spoke of revenue: so much of it.
pub(super) fn brought_in(scene: &Scene<'_>, at: usize, state: &State) -> Option<Subject> {
    let mention = scene.quantity(at).filter(|mention| mention.form == Form::Money)?;
    let verb = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]))?;
    let brings = segment::brings(scene, verb) && !mention.quantity.is_within(1000);
    let revenue = metrics::by_key("revenue").filter(|_| brings && state.near(scene))?;
    let spoken = state.subjects.iter().any(|topic| topic.metric == revenue);
    segment::read(scene, at, None).filter(|_| spoken)?;
    Some(Subject { metric: revenue, at: None, loss: false, rule: "brought in by a part" })
}

/// "Metals contributed $83 million to net profit": so much of it is of the part that does.
pub(super) fn contributed(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    const PASSED: CueSet = CueSet::of(&[Cue::Determiner, Cue::Filler, Cue::Adjusted, Cue::Pronoun, Cue::Company]);
    let mention = scene.quantity(at)?;
    let to = scene.right(at).filter(|to| scene.has(*to, Cue::To))?;
    let verb = scene.left_past(at, CueSet::of(&[Cue::Determiner, Cue::Filler]))?;
    let verb = scene.token(verb).filter(|verb| verb.span.of(scene.text).eq_ignore_ascii_case("contributed"));
    verb?;
    let place = scene.right_past(to, PASSED)?;
    let (metric, _) = subject::fit(scene.metric(place)?, mention, Currency::USD)?;
    segment::read(scene, at, None)?;
    Some(Subject { metric, at: None, loss: false, rule: "contributed by a part" })
}

/// The rule of the items of a list whose lead names the metric.
pub(super) const LISTED: &str = "item of a list by parts";

/// "Revenue by segment:", and below it "- Cloud: $5 billion".
pub(super) fn listed(scene: &Scene<'_>, at: usize, state: &State) -> Option<Subject> {
    let mention = scene.quantity(at).filter(|_| scene.sentence.block != Block::Prose)?;
    let metric = state.parts.filter(|metric| subject::fit(*metric, mention, Currency::USD).is_some())?;
    item(scene)?;
    Some(Subject { metric, at: None, loss: false, rule: LISTED })
}

/// The name that a list item begins with, right before its figure.
pub(super) fn item(scene: &Scene<'_>) -> Option<Span> {
    const NAMES: CueSet = CueSet::of(&[Cue::Plain, Cue::SegmentNoun, Cue::Company, Cue::And, Cue::Filler]);
    const OTHERS: [&str; 5] = ["minority", "minorities", "extraordinary", "exceptional", "associates"];
    let first = (0..scene.tokens().len()).find(|place| !scene.is_mark(*place) && scene.symbol(*place).is_none())?;
    let other = OTHERS.iter().any(|other| scene.words(first).eq_ignore_ascii_case(other));
    let named = |place: &usize| {
        // "Poultry, eggs and animal feed".
        let more = scene.symbol(*place) == Some(',') && scene.token(place + 1).is_some_and(|next| !next.capital);
        let joint = scene.is_mark(*place) || scene.symbol(*place) == Some('&') || more;
        joint || scene.cues(*place).meets(NAMES) && scene.metric(*place).is_none()
    };
    let last = (first..scene.tokens().len()).take_while(named).last().filter(|_| !other)?;
    let next = scene.right(last)?;
    let figure = if scene.symbol(next) == Some(':') { scene.right(next)? } else { next };
    scene.quantity(figure)?;
    Some(Span::new(scene.token(first)?.span.start, scene.token(last)?.span.end))
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = format!("Acme Corp. (NYSE: ACM) said that revenue rose to $9 billion. {text}");
        let report = crate::analyze(&Document::new("x", text.as_str()));
        let facts = report.facts.iter().skip(1).map(|fact| {
            let segment = fact.segment.as_deref().unwrap_or("-");
            format!("{} {segment} {}", fact.metric.key(), fact.evidence.span.of(&text))
        });
        assert_eq!(facts.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn one_part_after_another() {
        check("Sales in Europe rose 8%, while Asia fell 3%.", "revenue Europe 8%, revenue Asia 3%");
        check(
            "Sales in Europe rose 8% to $2 billion, while Latin America fell 3% and the Gulf rose 9%.",
            "revenue Europe 8%, revenue Europe $2 billion, revenue Latin America 3%, revenue Gulf 9%",
        );
        check("Sales in Europe rose 8%, while shares fell 3%.", "revenue Europe 8%");
        check("Store sales rose 8% and footfall fell 3%.", "revenue Store 8%");
    }

    #[test]
    fn what_a_part_brings_in() {
        check("Cloud brought in $4 billion.", "revenue Cloud $4 billion");
        check("Healthcare generated $3 billion in revenue.", "revenue Healthcare $3 billion");
        check(
            "Cloud brought in $4 billion, and leasing contributed $1 billion.",
            "revenue Cloud $4 billion, revenue leasing $1 billion",
        );
        check("The leasing business contributed $2 billion.", "revenue leasing business $2 billion");
        check("Its main source of revenue is ads, which brought in $4 billion.", "revenue ads $4 billion");
        check("Chips accounted for $4 billion of sales.", "revenue Chips $4 billion");
        check("The offering generated $400 million.", "");
    }

    #[test]
    fn a_list_says_what_a_profit_includes() {
        let text = "Acme Plc had a profit of $9 million.\n\n    Operating profit includes -\n    Poultry, eggs and animal feed 21.7 \
                    mln vs 17.2 mln\n    Fresh meat 8.0 mln vs 4.5 mln\n    Minority interests 1.0 mln vs 0.7 mln\n";
        let report = crate::analyze(&Document::new("x", text));
        let facts = report.facts.iter().skip(1).map(|fact| {
            let segment = fact.segment.as_deref().unwrap_or("-");
            format!("{} {segment} {}", fact.metric.key(), fact.evidence.span.of(text))
        });
        assert_eq!(
            facts.collect::<Vec<_>>(),
            [
                "operating_income Poultry, eggs and animal feed 21.7 mln",
                "operating_income Poultry, eggs and animal feed 17.2 mln",
                "operating_income Fresh meat 8.0 mln",
                "operating_income Fresh meat 4.5 mln",
            ]
        );
    }
}
