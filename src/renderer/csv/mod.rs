//! Comma-separated values as RFC 4180 has them: one header, one row a line item, a fact or a document.
//! Amounts are exact and in whole units, as in JSON; a cell is empty where there is nothing.

mod columns;
mod row;

use std::io::{self, Write};

use crate::model::Report;
use crate::renderer::csv::columns::{DOCUMENTS, FACTS, FactRow, ITEMS, ItemRow};
use crate::renderer::csv::row::Row;
use crate::renderer::{Renderer, Rows, Summary, View};

/// Comma-separated values.
pub(crate) struct Csv {
    view: View,
}

impl Csv {
    pub(crate) fn new(view: View) -> Self {
        Self { view }
    }
}

impl Renderer for Csv {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut line = Vec::new();
        match self.view.rows {
            Rows::Items => header(ITEMS, &mut line),
            Rows::Documents => header(DOCUMENTS, &mut line),
            Rows::Facts => header(FACTS, &mut line),
        }
        out.write_all(&line)
    }

    fn report(&self, report: &Report, out: &mut Vec<u8>) {
        match self.view.rows {
            Rows::Items => {
                for item in self.view.items(report) {
                    let of = ItemRow { report, item };
                    row(ITEMS.iter().map(|(_, write)| |cell: &mut Row<'_>| write(&of, cell)), out);
                }
            }
            Rows::Documents => {
                let of = Summary::of(report);
                row(DOCUMENTS.iter().map(|(_, write)| |cell: &mut Row<'_>| write(&of, cell)), out);
            }
            Rows::Facts => {
                for fact in self.view.facts(report) {
                    let of = FactRow { report, fact };
                    row(FACTS.iter().map(|(_, write)| |cell: &mut Row<'_>| write(&of, cell)), out);
                }
            }
        }
    }
}

fn header<T>(columns: &[(&str, T)], out: &mut Vec<u8>) {
    row(columns.iter().map(|(name, _)| |cell: &mut Row<'_>| cell.word(name)), out);
}

fn row(cells: impl Iterator<Item = impl FnOnce(&mut Row<'_>)>, out: &mut Vec<u8>) {
    let mut row = Row::new(out);
    for cell in cells {
        row.next();
        cell(&mut row);
    }
    row.end();
}
