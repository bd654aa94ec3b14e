//! Tables for a person at a terminal.

pub(crate) mod documents;
pub(crate) mod facts;
mod grid;
pub(crate) mod items;
pub(crate) mod page;
mod release;

use crate::renderer::{Renderer, Rows, View};

pub(crate) use grid::grid;

/// What writes tables with rows of this kind.
pub(crate) fn renderer(view: View) -> Box<dyn Renderer> {
    match view.rows {
        Rows::Items => Box::new(items::Items::new(view)),
        Rows::Facts => Box::new(facts::Facts::new(view)),
        Rows::Documents => Box::new(documents::Documents::new(view)),
    }
}
