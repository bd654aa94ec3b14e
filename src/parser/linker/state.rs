//! What is carried from sentence to sentence: the subjects, the period, the company and the standing of a list.

use crate::model::{Action, Basis, Currency, Kind, Measure, Metric, Period, PeriodSpan, Role, Span, Unit};
use crate::parser::company::{Companies, CompanyMention};
use crate::parser::lexer::period::{Context, PeriodExpr};
use crate::parser::lexer::quantity::{Form, QuantityMention};
use crate::parser::lexer::token::{Lexed, Token, TokenKind};
use crate::parser::linker::draft::Draft;
use crate::parser::linker::scene::Scene;
use crate::parser::linker::standing;
use crate::parser::linker::{basis, heading, part};
use crate::parser::sentence::{Block, Sentence};
use crate::parser::vocabulary::cues::{Cue, CueSet};

/// A heading of so few tokens says no more than what stands below it, and of what time.
pub(super) const TITLE: usize = 8;

/// What only banks report.
const BANKING: [&str; 5] =
    ["net_interest_income", "net_interest_margin", "credit_provision", "deposits", "noninterest_income"];

/// A metric that was spoken of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Topic {
    pub(super) metric: Metric,
    /// Whether it was a loss.
    pub(super) loss: bool,
    /// Whether so many came or went: "net additions of 7 million".
    pub(super) added: bool,
    /// Whether it was only set beside another figure of it: "from a loss of $3 million".
    pub(super) base: bool,
}

/// What is carried.
#[derive(Default)]
pub struct State {
    /// What the last sentence with facts was about, latest first.
    pub(super) subjects: Vec<Topic>,
    /// What the list below is parted by business lines: "Revenue by segment:".
    pub(super) parts: Option<Metric>,
    /// The segment of the last fact.
    pub(super) segment: Option<Span>,
    /// The period of the last fact that was no base of comparison.
    pub(super) period: Option<Period>,
    /// The metrics that the last sentence with facts guided.
    pub(super) guides: Vec<Metric>,
    /// The period of the last guidance.
    pub(super) guided: Option<Period>,
    /// Whose figures are spoken of.
    pub(super) company: Option<usize>,
    /// Another company that the text has turned to: "Meanwhile, Bolt reported".
    turned: Option<usize>,
    /// The standing that a heading or the lead of a list gives to what follows it.
    pub(super) role: Option<Role>,
    /// Whether the list sets results against estimates: "compared with what Wall Street expected:".
    pub(super) against_estimates: bool,
    /// The currency of the last amount.
    pub(super) currency: Option<Currency>,
    /// The basis that a heading or the lead of a list gives to the results listed below it: "Statutory results:".
    listed: Option<Basis>,
    /// The period that a heading or the lead of a list gives to what follows it.
    pub(super) section: Option<PeriodExpr>,
    /// Whether that heading is of guidance, so that its period is that of what is guided below it, not of results.
    section_guides: bool,
    /// The line of the last heading.
    headed: Option<usize>,
    /// Whether headings of this text may name the business line that stands below: those of a company's own release.
    pub(super) release: bool,
    /// The business line that the last heading names, and its line.
    heading: Option<(Span, usize)>,
    /// What the headline or the opening says was done with guidance, and by whom.
    pub(super) action: Option<(Option<usize>, Action)>,
    /// The basis of each metric in the last sentence with facts, and of its guidance.
    pub(super) bases: Vec<(Metric, Option<Basis>)>,
    /// Who estimated, by the lead of a list.
    pub(super) source: Option<Span>,
    /// The paragraph of the last fact.
    line: Option<usize>,
    /// Whether figures of a bank have been read: then "other income" is one of its lines.
    pub(super) lends: bool,
    /// The period that opens the last sentence with facts, and so goes for the next of its paragraph: "For fiscal 2024,".
    opened: Option<Period>,
    /// Whether the sentence goes on about what the last one spoke of.
    pub(super) continues: bool,
    /// Whether it goes on with an item of a list that gave guidance just before.
    pub(super) guides_on: bool,
}

/// A heading reaches so many lines.
const REACH: usize = 30;

impl State {
    /// What is carried at the beginning of a text of that kind.
    pub fn of(kind: Kind, home: Option<Currency>) -> Self {
        Self { release: kind == Kind::PressRelease, currency: home, ..Self::default() }
    }

    /// Takes note of a line without facts: a heading, or the lead of a list.
    pub fn note(&mut self, text: &str, sentence: Sentence, lexed: &Lexed, lead: bool) {
        if self.release && is_heading(text, sentence) {
            self.heading = heading::segment(text, lexed.tokens).map(|name| (name, sentence.line));
        }
        if let Some(action) = standing::announced(lexed.tokens) {
            let owner = lexed.companies.iter().find(|mention| mention.owner).map(|mention| mention.company);
            self.action = self.action.or(Some((owner, action)));
        }
        self.turned = turn(text, lexed).or(self.turned);
        if !lead {
            return;
        }
        self.parts = heading::parted(text, sentence, lexed.tokens);
        let own = lexed.periods.iter().filter(|mention| mention.context != Context::Compared);
        let mut periods = own.map(|mention| mention.expr).filter(|expr| expr.is_period());
        let first = periods.next().filter(|_| periods.next().is_none());
        let section = first.filter(|_| lexed.tokens.len() <= TITLE || lexed.tokens.last().is_some_and(is_colon));
        // "Acme Announces Fourth Quarter", and below it "Fiscal 2022 Results".
        let above = self.section.filter(|_| self.headed.is_some_and(|line| line + 1 == sentence.line));
        self.section = above.or(section);
        self.headed = Some(sentence.line);
        let analyst = lexed.tokens.iter().rev().find(|token| token.capital && token.cues.has(Cue::Analyst));
        self.source = analyst.map(|token| token.span);
        let all = lexed.tokens.iter().fold(CueSet::NONE, |all, token| all.with(token.cues));
        let guided = all.meets(CueSet::of(&[Cue::GuideNoun, Cue::Guide])) && !all.has(Cue::Analyst);
        self.role = guided.then_some(Role::Guidance);
        self.section_guides = guided;
        self.against_estimates = all.has(Cue::Analyst);
        self.listed = heading::basis(lexed.tokens);
    }

    pub(super) fn enter(&mut self, scene: &Scene<'_>, companies: &Companies) {
        if scene.sentence.block == Block::Prose {
            self.role = None;
            self.parts = None;
            self.listed = None;
            self.against_estimates = false;
        }
        if scene.sentence.block == Block::Heading && part::item(scene).is_none() {
            self.parts = None;
        }
        let near = self.near(scene);
        let first = (0..scene.tokens().len()).find(|place| {
            !scene.is_mark(*place)
                && scene.symbol(*place).is_none()
                && !scene.cues(*place).meets(CueSet::of(&[Cue::While, Cue::Filler]))
        });
        let anaphor = first.is_some_and(|place| scene.cues(place).meets(CueSet::of(&[Cue::Pronoun, Cue::And])));
        // "The year-ago figure was $1.6 billion."
        let figure = |place: usize| {
            scene.period(place).is_some_and(PeriodExpr::is_base)
                && scene
                    .token(place + 1)
                    .is_some_and(|next| ["figure", "total", "level"].contains(&next.span.of(scene.text)))
        };
        let said =
            first.and_then(|place| if scene.has(place, Cue::Determiner) { scene.right(place) } else { Some(place) });
        self.continues = near && (anaphor || said.is_some_and(figure));
        let within = scene.sentence.block == Block::Bullet && scene.symbol(0).is_none();
        self.guides_on = near && within && !self.guides.is_empty();
        if self.line.is_none_or(|line| line != scene.sentence.line) {
            let turns = turn(scene.text, scene.lexed);
            let named = |mention: &CompanyMention| !mention.anaphor && Some(mention.company) == companies.main();
            let back = scene.lexed.companies.iter().any(named);
            self.turned = turns.or(self.turned.filter(|_| !back));
            let subject = companies.subject(scene.sentence.span.start).or(companies.main());
            self.company = self.turned.or(subject);
        }
        // Whose cents "7 cents" are is told by the sums beside them.
        let sum = |mention: &&QuantityMention| mention.form == Form::Money;
        let currency = |mention: &QuantityMention| mention.quantity.unit().currency();
        let own = scene.lexed.quantities.iter().filter(sum).find_map(currency);
        self.currency = own.or(self.currency).or_else(|| scene.lexed.quantities.iter().find_map(currency));
    }

    /// The period that a heading gives to a figure of that role: in running text only to what the heading is about.
    pub(super) fn section(&self, scene: &Scene<'_>, role: Role) -> Option<PeriodExpr> {
        let about = match role {
            Role::Actual => !self.section_guides,
            Role::Guidance => self.section_guides,
            Role::Estimate | Role::PriorGuidance => false,
        };
        self.section.filter(|_| about || scene.sentence.block != Block::Prose)
    }

    /// The business line that the heading above names.
    pub(super) fn headed(&self, scene: &Scene<'_>, metric: Metric) -> Option<Span> {
        let (name, line) = self.heading.filter(|(_, line)| scene.sentence.line <= line + REACH)?;
        (scene.sentence.line > line && heading::covers(scene, metric)).then_some(name)
    }

    /// The basis that the lead of its list gives to a result.
    pub(super) fn listed(&self, scene: &Scene<'_>, (metric, role): (Metric, Role)) -> Option<Basis> {
        let item = scene.sentence.block != Block::Prose && role == Role::Actual;
        self.listed.filter(|_| item && basis::is_earned(metric))
    }

    /// What was announced of this company's guidance.
    pub(super) fn announced(&self, company: Option<usize>) -> Option<Action> {
        self.action.filter(|(owner, _)| owner.is_none() || *owner == company).map(|(_, action)| action)
    }

    /// The basis of the metric's last figure.
    pub(super) fn basis(&self, metric: Metric) -> Option<Basis> {
        self.bases.iter().rev().find(|(known, _)| *known == metric).and_then(|(_, basis)| *basis)
    }

    /// The period that the last sentence of this paragraph opened with.
    pub(super) fn opened(&self, scene: &Scene<'_>) -> Option<Period> {
        self.opened.filter(|_| self.line == Some(scene.sentence.line))
    }

    /// Whether the last fact stands in the same paragraph, or just above.
    pub(super) fn near(&self, scene: &Scene<'_>) -> bool {
        self.line.is_some_and(|line| scene.sentence.line <= line + 2)
    }

    /// Whether the last sentence of this paragraph guided the metric.
    pub(super) fn just_guided(&self, scene: &Scene<'_>, metric: Metric) -> bool {
        self.line == Some(scene.sentence.line) && self.guides.contains(&metric)
    }

    pub(super) fn leave(&mut self, scene: &Scene<'_>, drafts: &[Draft]) {
        let Some(last) = drafts.last() else {
            self.subjects.clear();
            return;
        };
        self.subjects.clear();
        self.subjects.extend(drafts.iter().rev().map(|draft| {
            let added = draft.measure == Measure::Change && draft.quantity.unit() == Unit::Count;
            Topic { metric: draft.metric, loss: draft.loss, added, base: draft.base }
        }));
        self.bases.retain(|(metric, _)| !drafts.iter().any(|draft| draft.metric == *metric));
        self.bases.extend(drafts.iter().filter(|draft| !draft.base).map(|draft| (draft.metric, draft.basis)));
        self.lends |= drafts.iter().any(|draft| BANKING.contains(&draft.metric.key()));
        let first = (0..scene.tokens().len()).find(|place| !scene.is_mark(*place));
        let led = first.filter(|lead| scene.cues(*lead).meets(CueSet::of(&[Cue::In, Cue::For])));
        let near = led.and_then(|lead| scene.right_past(lead, CueSet::of(&[Cue::Determiner, Cue::Filler])));
        let main = drafts.iter().find(|draft| !draft.base && draft.role == Role::Actual && draft.when_at == near);
        let same = self.line == Some(scene.sentence.line) && scene.lexed.periods.is_empty();
        // "Profit for the nine months was $9 million. Sales were $80 million."
        let long = |draft: &&Draft| {
            let spans = |period: Period| matches!(period.span, PeriodSpan::NineMonths | PeriodSpan::Half(_));
            draft.when_at.is_some() && draft.role == Role::Actual && !draft.base && draft.period.is_some_and(spans)
        };
        let long = drafts.first().filter(long).filter(|_| drafts.iter().all(|draft| draft.role == Role::Actual));
        self.opened = match near.and(main).or(long) {
            Some(draft) => draft.period,
            None => self.opened.filter(|_| same),
        };
        self.segment = last.segment;
        let only_guides = drafts.iter().all(|draft| draft.role == Role::Guidance);
        if !(only_guides && self.line == Some(scene.sentence.line)) {
            self.guides.clear();
        }
        self.guides.extend(drafts.iter().filter(|draft| draft.role == Role::Guidance).map(|draft| draft.metric));
        self.company = last.company;
        self.line = Some(scene.sentence.line);
        if let Some(main) = drafts.iter().rev().find(|draft| !draft.base) {
            self.period = main.period;
        }
        if let Some(guidance) = drafts.iter().rev().find(|draft| draft.role == Role::Guidance && draft.period.is_some())
        {
            self.guided = guidance.period;
        }
    }
}

/// Words that turn to another company at the head of a sentence.
const TURNS: [&str; 3] = ["meanwhile", "separately", "elsewhere"];

/// Whether a sentence may turn to another company.
pub fn may_turn(sentence: &str) -> bool {
    TURNS.iter().any(|turn| sentence.get(..turn.len()).is_some_and(|first| first.eq_ignore_ascii_case(turn)))
}

/// The company that a sentence turns to: "Meanwhile, Bolt reported".
fn turn(text: &str, lexed: &Lexed) -> Option<usize> {
    let mut tokens = lexed.tokens.iter().filter(|token| !token.mark && token.kind != TokenKind::Symbol(','));
    let first = tokens.next()?.span.of(text);
    TURNS.iter().find(|turn| first.eq_ignore_ascii_case(turn))?;
    let TokenKind::Company(index) = tokens.next()?.kind else { return None };
    let reports =
        tokens.take(4).any(|token| token.cues.meets(CueSet::of(&[Cue::Report, Cue::Say, Cue::Earn, Cue::Lose])));
    lexed.companies.get(index).filter(|_| reports).map(|mention| mention.company)
}

fn is_colon(token: &Token) -> bool {
    token.kind == TokenKind::Symbol(':')
}

/// Whether a sentence leads what follows it: a heading, a line that ends in a colon, "Here's how it did against estimates."
pub fn is_lead(text: &str, sentence: Sentence) -> bool {
    let words = sentence.span.of(text);
    let parts = || words.ends_with(',') && words.contains("breakdown");
    is_heading(text, sentence) || words.ends_with(':') || parts() || HERE.iter().any(|here| words.starts_with(here))
}

/// How a sentence begins that leads a list of results.
const HERE: [&str; 4] = ["Here's how", "Here’s how", "Here is how", "Here are"];

/// Whether a sentence is a heading, or a line of its own in bold type: "**Data Centers**".
fn is_heading(text: &str, sentence: Sentence) -> bool {
    let bold = || sentence.span.of(text).strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    sentence.block == Block::Heading || bold().is_some_and(|name| !name.contains("**") && name.len() < 80)
}

#[cfg(test)]
mod tests {
    use crate::model::Document;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = crate::analyze(&Document::new("x", text));
        let facts = report
            .facts
            .iter()
            .map(|fact| format!("{} {}", fact.evidence.span.of(text), fact.company.as_deref().unwrap_or("-")));
        assert_eq!(facts.collect::<Vec<_>>().join(", "), expected, "{text}");
    }

    #[test]
    fn a_list_may_be_set_beside_estimates() {
        let text = "Acme Corp. reported its results.\n\nHere's how it did compared to analyst estimates, according to Emca.\n\n\
                    EPS: $2.01 vs. $1.95\nRevenue: $11 billion vs. $10 billion\n\nNet income was $4 billion vs. $3 billion.\n";
        let report = crate::analyze(&Document::new("x", text));
        let roles: Vec<_> = report.facts.iter().map(|fact| fact.role.name()).collect();
        assert_eq!(roles, ["actual", "estimate", "actual", "estimate", "actual", "actual"]);
    }

    #[test]
    fn a_name_with_a_dash_behind_it_begins_a_section() {
        let text = "Acme Inc. (ACM) -- The car dealer said its profit rose to $4 million.\nThe Bolt Times Co. (BLT) -- The publisher \
                    turned a profit. The company earned $5 million.";
        check(text, "$4 million Acme, $5 million Bolt Times");
    }

    #[test]
    fn a_text_that_turns_to_another_company_stays_with_it() {
        let text = "Acme Corp. (NYSE: ACM) reported a profit of $4 million.\n\nMeanwhile, Bolt Inc. reported that its profit rose.\n\n\
                    Revenue totalled $5 million.\n\nAcme will hire more people, and its costs and expenses were $3 million.";
        check(text, "$4 million Acme, $5 million Bolt, $3 million Acme");
    }
}
