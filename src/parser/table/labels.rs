//! The labels of a text that are read already: the statements of a release have many in common.

use std::cell::RefCell;

use foldhash::{HashMap, HashMapExt};

use crate::model::Span;
use crate::parser::table::item::Item;
use crate::parser::table::label::Label;

/// So many different labels have the statements of most releases.
const USUAL: usize = 200;

/// Reads labels, those written alike once.
pub(super) struct Labels<'a> {
    text: &'a str,
    known: RefCell<HashMap<&'a str, Label>>,
}

impl<'a> Labels<'a> {
    /// Of the text that the items are of.
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, known: RefCell::new(HashMap::with_capacity(USUAL)) }
    }

    /// The label in these items.
    pub(super) fn read(&self, items: &[Item]) -> Label {
        // What a figure is depends on what stands before it; a word is the same everywhere.
        let (Some(first), Some(last)) = (items.first().filter(|first| first.marks.plain), items.last()) else {
            return Label::read(items);
        };
        let wording = Span::new(first.span.start, last.span.end).of(self.text);
        if let Some(known) = self.known.borrow().get(wording) {
            return *known;
        }
        let label = Label::read(items);
        // A name has its own place each time.
        if label.prefix.is_none() {
            self.known.borrow_mut().insert(wording, label);
        }
        label
    }
}
