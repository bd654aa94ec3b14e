//! Statement tables: columns kept apart by blanks, and statements that have run together to one line. Gives what each cell
//! is of, and the text without them, for those who read sentences.

mod cell;
mod columns;
mod days;
mod fact;
mod figure;
mod fit;
mod head;
mod item;
mod label;
mod line;
mod note;
mod over;
mod parts;
mod plans;
mod row;
mod tie;
mod whole;

use crate::model::Period;

pub use fact::Reading;

/// The tables of one text.
#[derive(Debug, Default)]
pub struct Tables {
    tables: Vec<row::Table>,
}

/// So many cells side by side make it worth looking for tables.
const ENOUGH: usize = 2;

impl Tables {
    /// Finds the tables of a text.
    pub fn find(text: &str) -> Self {
        if pairs(text) < ENOUGH {
            return Self::default();
        }
        Self { tables: row::tables(&item::read(text)) }
    }

    /// The text with blanks where the tables stand, byte for byte as long; nothing where there are none.
    pub fn blanked(&self, text: &str) -> Option<String> {
        if self.tables.is_empty() {
            return None;
        }
        let mut bytes = text.as_bytes().to_vec();
        for place in self.tables.iter().flat_map(|table| &table.places) {
            let place = bytes.get_mut(place.start..place.end).unwrap_or_default();
            place.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
            // A paragraph ends where a table begins.
            if let [first, .., last] = place {
                (*first, *last) = (b'\n', b'\n');
            }
        }
        String::from_utf8(bytes).ok()
    }

    /// What the cells say, in a document that reports on this period, in the order of the text.
    pub fn read(&self, reporting: Option<Period>) -> Vec<Reading> {
        let columns = self.tables.iter().flat_map(|table| &table.columns);
        let times = columns.filter(|column| !column.guidance).map(|column| column.time);
        let tie = reporting.and_then(|reporting| tie::Tie::new(reporting, times));
        let mut tables: Vec<_> = self.tables.iter().map(|table| (table.name, fact::read(table, tie))).collect();
        whole::settle(&mut tables);
        tables.into_iter().flat_map(|(_, readings)| readings).collect()
    }
}

/// How often a figure follows another with nothing but blanks and signs between, or a wide gap, as they do in tables alone;
/// no further than to [`ENOUGH`].
fn pairs(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at) = (0, 0);
    let (mut after, mut blanks) = (false, 0);
    while let Some(byte) = bytes.get(at).filter(|_| count < ENOUGH) {
        at += 1;
        match byte {
            b'0'..=b'9' => {
                count += usize::from((after && blanks > 0) || blanks > 1);
                (after, blanks) = (true, 0);
                let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
                at += bytes.get(at..).unwrap_or_default().iter().take_while(|byte| is_part(byte)).count();
            }
            b' ' | b'|' => blanks += 1,
            b'\t' => blanks += 2,
            b'$' | b'(' | b')' | b'%' => {}
            _ => (after, blanks) = (false, 0),
        }
    }
    count
}

#[cfg(test)]
mod tests;
