//! Tables for a person at a terminal.

mod documents;
mod facts;
mod grid;
mod items;
mod label;
mod page;
mod release;

use crate::renderer::{Renderer, Rows, View};

pub(crate) use grid::{Cell, Column, grid};

/// What writes tables with rows of this kind.
pub(crate) fn renderer(view: View) -> Box<dyn Renderer> {
    match view.rows {
        Rows::Items => Box::new(items::Items::new(view)),
        Rows::Facts => Box::new(facts::Facts::new(view)),
        Rows::Documents => Box::new(documents::Documents::new(view)),
    }
}
