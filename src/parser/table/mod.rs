//! Statement tables: columns kept apart by blanks, and statements that have run together to one line. Gives what each cell
//! is of, and the text without them, for those who read sentences.

mod cell;
mod columns;
mod days;
mod ends;
mod fact;
mod figure;
mod fit;
mod head;
mod item;
mod known;
mod label;
mod line;
mod note;
mod over;
mod parts;
mod plans;
mod printed;
mod raw;
mod row;
mod scan;
mod stretch;
mod tie;
mod whole;
mod word;
mod words;

use crate::model::Period;

pub use fact::Reading;

/// The tables of one text.
#[derive(Debug, Default)]
pub struct Tables {
    tables: Vec<row::Table>,
}

impl Tables {
    /// Finds the tables of a text.
    pub fn find(text: &str) -> Self {
        let mut tables = Vec::new();
        let stretches = stretch::stretches(text);
        let lowered = if stretches.is_empty() { String::new() } else { text.to_ascii_lowercase() };
        for stretch in stretches {
            row::tables(&scan::read(text, &lowered, &stretch), &mut tables);
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

#[cfg(test)]
mod layouts;
#[cfg(test)]
mod tests;
