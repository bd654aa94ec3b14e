//! Comma-separated values as RFC 4180 has them: one header, one row a line item, a fact or a document.
//! Amounts are exact and in whole units, as in JSON; a cell is empty where there is nothing.

mod columns;
mod row;

use std::io::{self, Write};

use crate::model::Report;
use crate::renderer::csv::columns::{Column, DOCUMENTS, FACTS, FactRow, ITEMS, ItemRow};
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
            Rows::Items => rows(ITEMS, self.view.items(report).map(|item| ItemRow { report, item }), out),
            Rows::Documents => rows(DOCUMENTS, [Summary::of(report)], out),
            Rows::Facts => rows(FACTS, self.view.facts(report).map(|fact| FactRow { report, fact }), out),
        }
    }
}

fn header<T>(columns: &[Column<T>], out: &mut Vec<u8>) {
    let mut row = Row::new(out);
    columns.iter().for_each(|(name, _)| row.word(name));
    row.end();
}

fn rows<T>(columns: &[Column<T>], all: impl IntoIterator<Item = T>, out: &mut Vec<u8>) {
    let mut row = Row::new(out);
    for of in all {
        columns.iter().for_each(|(_, write)| write(&of, &mut row));
        row.end();
    }
}
