//! Statement tables: columns kept apart by blanks, and statements that have run together to one line. Gives what each cell
//! is of, and the text without them, for those who read sentences.

mod above;
mod basis;
mod cell;
mod columns;
mod days;
mod ends;
mod fact;
mod figure;
mod fit;
mod glue;
mod head;
mod item;
mod known;
mod label;
mod labels;
mod leaves;
mod line;
mod marks;
mod named;
mod note;
mod over;
mod parts;
mod piece;
mod plain;
mod plans;
mod pretax;
mod printed;
mod raw;
mod rejoin;
mod reported;
mod row;
mod scan;
mod stretch;
mod tie;
mod unit;
mod upright;
mod whole;
mod whose;
mod word;
mod words;
mod wrapped;

use crate::model::{Currency, Fact, Period, Span};
use crate::parser::table::note::Note;

pub use fact::Reading;
pub use reported::Reported;

/// What the tables of a document are read against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The period that it reports on.
    pub reporting: Option<Period>,
    /// The year and the month in which that ends.
    pub end: Option<(u16, u8)>,
    /// The company that it is about.
    pub company: Option<&'a str>,
    /// What its sentences say.
    pub said: &'a [Fact],
    /// Whose dollars a bare "$" is, where it is not American.
    pub home: Option<Currency>,
}

/// The tables of one text.
#[derive(Debug, Default)]
pub struct Tables {
    tables: Vec<row::Table>,
}

impl Tables {
    /// Finds the tables of a text.
    pub fn find(text: &str) -> Self {
        let mut tables = Vec::new();
        let mut glance = stretch::glance(text);
        let rejoined = rejoin::rejoined(text, &glance);
        if let Some(rejoined) = &rejoined {
            glance = stretch::glance(rejoined);
        }
        let stretches = glance.stretches;
        let text = rejoined.as_deref().unwrap_or(text);
        let lowered = if stretches.is_empty() { String::new() } else { text.to_ascii_lowercase() };
        let labels = labels::Labels::of(text);
        for stretch in stretches {
            row::tables(&scan::read(text, &lowered, &stretch), &labels, &mut tables);
        }
        Self { tables }
    }

    /// The text with blanks where the tables stand, byte for byte as long; nothing where there are none.
    pub fn blanked(&self, text: &str) -> Option<String> {
        if self.tables.is_empty() {
            return None;
        }
        let mut bytes = text.as_bytes().to_vec();
        for place in self.tables.iter().flat_map(|table| &table.places) {
            let place = bytes.get_mut(place.start..place.end).unwrap_or_default();
            place.iter_mut().for_each(|byte| *byte = if *byte == b'\n' { b'\n' } else { b' ' });
            // A paragraph ends where a table begins.
            if let [first, .., last] = place {
                (*first, *last) = (b'\n', b'\n');
            }
        }
        String::from_utf8(bytes).ok()
    }

    /// The period that the columns report on, where they alone tell.
    pub fn reported(&self) -> Option<Reported> {
        reported::read(self.times())
    }

    /// What the cells of each table say, in the order of the text.
    pub fn read(&self, frame: Frame) -> Vec<Vec<Reading>> {
        let tie = frame.reporting.and_then(|reporting| tie::Tie::new(reporting, frame.end, self.times()));
        let read = |table: &row::Table, note| fact::read(table, note, tie, &frame);
        let mut tables: Vec<_> = self.tables.iter().map(|table| (table.name, read(table, table.note))).collect();
        self.settle_units(&mut tables, &frame, read);
        whole::settle(&mut tables, frame.text);
        tables.into_iter().map(|(_, readings)| readings).collect()
    }

    /// Reads the tables without a unit line of their own again that are in another unit than the last one said.
    fn settle_units(
        &self,
        readings: &mut [(Option<Span>, Vec<Reading>)],
        frame: &Frame,
        read: impl Fn(&row::Table, Option<Note>) -> Vec<Reading>,
    ) {
        let mut known = unit::Known::said(frame.said, frame.home);
        let of_tables = || self.tables.iter().zip(&*readings);
        of_tables().filter(|(table, _)| table.stated).for_each(|(_, (_, readings))| known.add(readings));
        if known.is_empty() {
            return;
        }
        // Without heads no figure is of a known line and time.
        let may_gain = |table: &row::Table| !table.stated && !table.columns.is_empty();
        for (table, (_, readings)) in self.tables.iter().zip(readings).filter(|(table, _)| may_gain(table)) {
            let whole = table.note.is_none().then(|| read(table, Some(Note::default())));
            let found = known.note(whole.as_ref().unwrap_or(readings), table.note.unwrap_or_default());
            if found.is_some_and(|found| table.note != Some(found)) {
                *readings = read(table, found);
            }
        }
    }

    /// The times of the columns of what was, in order.
    fn times(&self) -> impl Iterator<Item = columns::Time> + Clone {
        let columns = self.tables.iter().flat_map(|table| &table.columns);
        columns.filter(|column| !column.guidance).map(|column| column.time)
    }
}

#[cfg(test)]
mod layouts;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod titles;
#[cfg(test)]
mod wordings;
