//! Tree to blocks: one way through the page, with what is open on a stack of its own.

use crate::input::html::flow::{Block, Flow};
use crate::input::html::style::Style;
use crate::input::html::table::{Grid, blocks};
use crate::input::html::tag::Tag;
use crate::input::html::tree::{Kind, Step, Tree};

/// The blocks of a page, in its order. Its title only where there is nothing else.
pub(super) fn walk(tree: &Tree) -> Vec<Block> {
    let mut walker = Walker::default();
    let mut next = tree.first_step();
    while let Some(mut step) = next {
        match step {
            Step::In(id) => match tree.kind(id) {
                Kind::Element(tag, style) if tag == Tag::Unseen || style.hidden => step = Step::Out(id),
                Kind::Element(tag, style) => walker.enter(tag, style),
                Kind::Text(start, end) => walker.text(tree.text(start, end)),
                Kind::Other => {}
            },
            Step::Out(id) => {
                if let Kind::Element(tag, style) = tree.kind(id) {
                    walker.leave(tag, style);
                }
            }
        }
        next = tree.after(step);
    }
    walker.finish()
}

/// What is open at a place in the page.
#[derive(Default)]
struct Walker {
    /// The text outside all tables.
    page: Flow,
    /// Tables in tables, the innermost last.
    tables: Vec<Open>,
    /// The title.
    title: Flow,
    in_title: bool,
    /// Raised text under way; how many elements raise it.
    raised: (u32, String),
    /// Text whose white space counts; how many elements say so.
    set: (u32, String),
}

/// A table under way.
#[derive(Default)]
struct Open {
    grid: Grid,
    /// The text of the cell or caption under way, or what stands in no cell.
    flow: Flow,
    /// What stands above the table.
    caption: Vec<Block>,
    /// The columns and rows that the cell spans.
    span: Option<(u16, u16)>,
}

impl Walker {
    fn enter(&mut self, tag: Tag, style: Style) {
        if style.raised || tag == Tag::Raised {
            self.raised.0 = self.raised.0.saturating_add(1);
        }
        match tag {
            Tag::Block => self.lined(Flow::end_block),
            Tag::Item => self.lined(Flow::begin_item),
            Tag::Break if self.set.0 > 0 => self.set.1.push('\n'),
            Tag::Break => self.lined(Flow::line_break),
            Tag::Preformatted => {
                self.lined(Flow::end_block);
                self.set.0 = self.set.0.saturating_add(1);
            }
            Tag::Table => {
                self.lined(Flow::end_block);
                self.tables.push(Open::default());
            }
            Tag::Row => self.in_table(|open| {
                open.close_cell();
                open.grid.begin_row();
            }),
            Tag::Cell => self.in_table(|open| {
                open.close_cell();
                open.span = Some((style.columns, style.rows));
            }),
            Tag::Caption => self.in_table(Open::close_cell),
            Tag::Title => self.in_title = true,
            Tag::Raised | Tag::Unseen | Tag::Inline => {}
        }
    }

    fn leave(&mut self, tag: Tag, style: Style) {
        if style.raised || tag == Tag::Raised {
            self.raised.0 = self.raised.0.saturating_sub(1);
            self.settle_raised();
        }
        match tag {
            Tag::Block => self.lined(Flow::end_block),
            Tag::Item => self.lined(Flow::end_item),
            Tag::Preformatted => {
                self.set.0 = self.set.0.saturating_sub(1);
                if self.set.0 == 0 {
                    let lines = std::mem::take(&mut self.set.1);
                    self.flow().set(&lines);
                }
            }
            Tag::Table => self.close_table(),
            Tag::Row | Tag::Cell | Tag::Caption => {
                self.settle_raised();
                self.in_table(Open::close_cell);
            }
            Tag::Title => self.in_title = false,
            Tag::Break | Tag::Raised | Tag::Unseen | Tag::Inline => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.in_title {
            self.title.text(words);
        } else if self.set.0 > 0 {
            self.set.1.push_str(words);
        } else if self.raised.0 > 0 {
            self.raised.1.push_str(words);
        } else {
            self.flow().text(words);
        }
    }

    /// What ends a line also ends raised text.
    fn lined(&mut self, end: fn(&mut Flow)) {
        self.settle_raised();
        if self.set.0 == 0 {
            end(self.flow());
        } else if !self.set.1.ends_with('\n') {
            self.set.1.push('\n');
        }
    }

    fn settle_raised(&mut self) {
        if !self.raised.1.is_empty() {
            let words = std::mem::take(&mut self.raised.1);
            self.flow().raised(&words);
        }
    }

    fn flow(&mut self) -> &mut Flow {
        self.tables.last_mut().map_or(&mut self.page, |open| &mut open.flow)
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(open) = self.tables.last_mut() {
            change(open);
        }
    }

    fn close_table(&mut self) {
        self.settle_raised();
        let Some(mut open) = self.tables.pop() else { return };
        open.close_cell();
        let done = blocks(open.grid);
        let flow = self.flow();
        flow.add(open.caption);
        flow.add(done);
    }

    fn finish(mut self) -> Vec<Block> {
        while !self.tables.is_empty() {
            self.close_table();
        }
        let page = self.page.finish();
        if page.is_empty() { self.title.finish() } else { page }
    }
}

impl Open {
    /// The text under way goes into the cell, or above the table where there is none.
    fn close_cell(&mut self) {
        let content = std::mem::take(&mut self.flow).finish();
        match self.span.take() {
            Some((columns, rows)) => self.grid.place(columns, rows, content),
            None => self.caption.extend(content),
        }
    }
}
