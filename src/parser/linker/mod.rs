//! Mentions to facts, sentence by sentence: what each quantity is of, of what standing, for which time, on which basis.
//! What one sentence leaves open is carried from those before.

mod aside;
mod attach;
mod basis;
mod buyback;
mod carried;
mod claim;
mod cohort;
mod draft;
mod expected;
mod heading;
mod margin;
mod meant;
mod opinion;
mod other;
mod owner;
mod part;
mod pattern;
mod patterns;
mod reserve;
mod respectively;
mod role;
mod scene;
mod segment;
mod series;
mod settle;
#[cfg(test)]
mod shown;
mod size;
mod slot;
mod standing;
mod state;
mod subject;
mod when;

use crate::model::{Span, Unit};
use crate::parser::calendar::Calendar;
use crate::parser::company::Companies;
use crate::parser::lexer::quantity::Form;
use crate::parser::lexer::token::Lexed;
use crate::parser::sentence::Sentence;

pub use claim::{claims, may_tell};
pub use draft::Draft;
pub use state::{State, is_lead, may_turn};

/// A quantity of which no fact was made, and why.
pub struct Loose {
    /// Its index among the sentence's quantities.
    pub quantity: usize,
    /// Why.
    pub reason: &'static str,
}

/// What is made of the quantities of one sentence.
#[derive(Default)]
pub struct Links {
    /// The facts.
    pub drafts: Vec<Draft>,
    /// What became none.
    pub loose: Vec<Loose>,
    /// What phrases around the quantities took of the sentence.
    taken: Vec<pattern::Extent>,
}

/// Reads the facts of one sentence into `links`, in the place of those of the sentence before.
pub fn link(
    text: &str,
    sentence: Sentence,
    lexed: &Lexed,
    (calendar, companies): (&Calendar, &Companies),
    state: &mut State,
    links: &mut Links,
) {
    let Links { drafts, loose, taken } = links;
    drafts.clear();
    loose.clear();
    taken.clear();
    let scene = scene::Scene::new(text, lexed, sentence);
    state.enter(&scene, companies);
    for at in 0..scene.tokens().len() {
        let Some(index) = scene.quantity_index(at) else { continue };
        let context = draft::Context { drafts, calendar, companies, state };
        match draft::read(&scene, at, taken, &context) {
            Ok(mut draft) => {
                size::share_metric(drafts, &mut draft);
                drafts.push(draft);
            }
            Err(reason) => loose.push(Loose { quantity: index, reason }),
        }
    }
    respectively::settle(&scene, drafts, calendar);
    state.leave(&scene, drafts);
}

/// Whether a quantity of which no fact was made is worth listing: plain numbers that nothing names are not.
pub fn is_listed(lexed: &Lexed, quantity: usize) -> bool {
    lexed.quantities.get(quantity).is_some_and(|mention| {
        mention.quantity.unit() != Unit::Count || matches!(mention.form, Form::Scaled) || mention.noun.is_some()
    })
}

/// The text of a span as it is shown: runs of white space become one blank.
pub(crate) fn squeezed(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
