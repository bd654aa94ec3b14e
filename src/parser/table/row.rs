//! Items to rows: labels, cells and the columns that these stand in. Works alike on lines whose columns are kept apart by
//! blanks and on statements that have run together to one line.

use std::borrow::Cow;

use crate::model::Span;
use crate::parser::table::above;
use crate::parser::table::cell::{Cell, Mark};
use crate::parser::table::columns::{self, Column};
use crate::parser::table::ends::{self, Ends};
use crate::parser::table::fit::{self, Fit, Shape};
use crate::parser::table::head::{self, Token};
use crate::parser::table::item::{Gap, Item};
use crate::parser::table::label::Label;
use crate::parser::table::labels::Labels;
use crate::parser::table::named::Line;
use crate::parser::table::note::{self, Note};
use crate::parser::table::parts::{self, Parts};
use crate::parser::table::raw::{self, Raw};
use crate::parser::table::scan::Items;
use crate::parser::table::whole;

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) label: Label,
    /// The heading that it stands under.
    pub(super) heading: Option<Label>,
    /// The unit that its own label or heading tells.
    pub(super) note: Option<Note>,
    pub(super) cells: Vec<Cell>,
    /// The cell of each column; nothing where the cells do not fit the columns.
    pub(super) fit: Option<Fit>,
    /// From its label to its last cell.
    pub(super) span: Span,
}

/// Rows under the same heads.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) note: Option<Note>,
    /// Whether the unit line is its own, and not that of the table before.
    pub(super) stated: bool,
    /// What is said above the heads.
    pub(super) title: Label,
    /// Which line of a statement the title names: "Comparable sales for the quarter were as follows".
    pub(super) about: Option<Line>,
    /// Whether all its figures are parts of another: "as a percentage of revenue".
    pub(super) parts: bool,
    /// What may be the name of a segment.
    pub(super) name: Option<Span>,
    pub(super) rows: Vec<Row>,
    /// The places in the text that it takes, in order.
    pub(super) places: Vec<Span>,
}

/// So many items without a cell end a table.
const LONGEST_PAUSE: usize = 60;
/// No label has one of these.
const VERBS: [&str; 6] = ["is", "are", "was", "were", "will", "expects"];
/// So many items before a few cells are running text.
const SHORT: usize = 12;
/// Heads are taken if one of so many rows fits them.
const TRIES: usize = 5;

/// Appends the tables of one stretch of a text, in order, to those before.
pub(super) fn tables(Items { items, cells }: &Items, labels: &Labels, tables: &mut Vec<Table>) {
    let raws = raw::raws(items, cells);
    // Running text has figures one by one, which open no table.
    if raws.iter().all(|raw| raw.cells.len() == 1 && !raw.broken && !raw.is_spaced(items)) {
        return;
    }
    let note = tables.last().and_then(|table| table.note);
    let mut reader = Reader {
        items,
        cells,
        labels,
        tables: std::mem::take(tables),
        open: false,
        ends: None,
        shape: Shape::default(),
        heading: None,
        note,
        stated: false,
        title: None,
    };
    for (at, raw) in raws.iter().enumerate() {
        reader.row(raw, raws.get(at..(at + TRIES).min(raws.len())).unwrap_or_default());
    }
    *tables = reader.tables;
}

struct Reader<'a, 't> {
    items: &'a [Item<'a>],
    cells: &'a [Cell],
    labels: &'a Labels<'t>,
    tables: Vec<Table>,
    /// Whether rows still belong to the last table.
    open: bool,
    /// Which cells of the last table are the ends of ranges.
    ends: Option<Ends>,
    shape: Shape,
    /// The last heading, and the unit that it tells.
    heading: Option<(Label, Option<Note>)>,
    /// The last unit line.
    note: Option<Note>,
    /// Whether no table has begun since.
    stated: bool,
    /// The title of the last table, as long as no row has needed what it is about.
    title: Option<&'a [Item<'a>]>,
}

impl<'a> Reader<'a, '_> {
    fn row(&mut self, raw: &Raw, ahead: &[Raw]) {
        let items = self.items;
        self.ends = self.ends.filter(|_| self.open);
        let raw = Raw { run: raw.run.start + self.scales(raw)..raw.run.end, ..raw.clone() };
        let run = items.get(raw.run.clone()).unwrap_or_default();
        let (mut rest, mut begin) = (0, None);
        let ends = ends::told(run);
        let spoken = || head::spoken(run.get(..ends?.1)?);
        if let Some((tokens, close)) = head::last(run).or_else(spoken) {
            let before = std::mem::replace(&mut self.ends, ends.map(|(ends, _)| ends));
            let laid = self.lay(&tokens, run, ahead);
            self.ends = if laid.is_some() { self.ends } else { before };
            match laid {
                Some((columns, _)) if self.repeats(&columns) => rest = close,
                Some((columns, from)) => {
                    self.hear(note::last(run));
                    self.begin(columns, run.get(..close).unwrap_or_default(), from);
                    (rest, begin) = (close, Some(raw.run.start + from));
                }
                None if says_other_columns(&tokens) => self.open = false,
                None => {}
            }
        } else if is_pause(run) {
            self.open = false;
        }
        if begin.is_none() && !self.open && !self.is_stray(&raw) {
            self.hear(note::last(run));
            return;
        }
        let parts = Parts::of(items, raw.run.start + rest..raw.run.end, self.labels);
        if begin.is_none() {
            let before = parts.as_ref().map_or(raw.run.end, |parts| parts.first);
            let said = items.get(raw.run.start..before).and_then(note::last);
            match self.tables.last_mut().filter(|_| self.open && said.is_some()) {
                Some(table) => (self.note, table.note, table.stated) = (said, said, true),
                None => self.hear(said),
            }
        }
        match parts {
            Some(_) if self.is_sentence(&raw) => {}
            Some(parts) => self.add(&raw, parts, begin),
            None => self.open &= !self.is_in_text(&raw),
        }
    }

    /// Takes up a unit line, for the table that is to begin.
    fn hear(&mut self, note: Option<Note>) {
        self.stated |= note.is_some();
        self.note = note.or(self.note);
    }

    /// Whether the columns are those of the open table, which has no rows yet, with less said of them.
    fn repeats(&self, columns: &[Column]) -> bool {
        let told = columns.iter().any(|column| column.time.is_told());
        let open = self.tables.last().filter(|_| self.open && !told);
        open.is_some_and(|table| table.rows.is_empty() && table.columns.len() == columns.len())
    }

    /// Opens a table.
    fn begin(&mut self, columns: Vec<Column>, over: &'a [Item<'a>], from: usize) {
        let start = from.saturating_sub(TITLE);
        let before = over.get(start..from).unwrap_or_default();
        let name = over.get(start..).and_then(whole::name);
        let title = above::after_sentence(before);
        let (title, parts) = (Label::read(title), above::tells_parts(title));
        self.title = Some(before);
        self.open = true;
        (self.shape, self.heading) = (Shape::default(), None);
        self.tables.push(Table {
            columns,
            note: self.note,
            stated: std::mem::take(&mut self.stated),
            title,
            about: None,
            parts,
            name,
            rows: Vec::new(),
            places: Vec::new(),
        });
    }

    /// How many words under the cells of the row before say their scale: "Billion   Billion".
    fn scales(&mut self, raw: &Raw) -> usize {
        let run = self.items.get(raw.run.clone()).unwrap_or_default();
        let powers: Vec<u32> = run.iter().map_while(Item::scale).collect();
        let row = self.tables.last_mut().filter(|_| self.open).and_then(|table| table.rows.last_mut());
        let alone = run.first().is_some_and(|item| item.gap == Gap::Line)
            && run.get(powers.len()).is_none_or(|item| item.gap == Gap::Line);
        let Some(row) = row.filter(|row| alone && !powers.is_empty() && row.cells.len() == powers.len()) else {
            return 0;
        };
        row.cells.iter_mut().zip(&powers).for_each(|(cell, power)| cell.scale = Some(*power));
        powers.len()
    }

    /// The columns that most of the rows ahead fit, of as much of the heads as may be, and where their first head stands in
    /// the run.
    fn lay(&self, tokens: &[Token], run: &[Item], ahead: &[Raw]) -> Option<(Vec<Column>, usize)> {
        let mut best: Option<(usize, Vec<Column>, usize)> = None;
        let ahead = self.of_one_table(ahead);
        // Of a line of heads whose columns are kept apart, all count.
        let begins = |from: usize| {
            let here = tokens.get(from);
            let before = from.checked_sub(1).and_then(|before| tokens.get(before));
            let crowded = here.and_then(|token| run.get(token.items.start)).is_none_or(|item| item.crowded);
            crowded || here.map(|token| token.line) != before.map(|token| token.line)
        };
        for from in (0..tokens.len()).filter(|from| begins(*from)) {
            let Some((fits, columns)) = self.lay_from(tokens.get(from..).unwrap_or_default(), run, ahead) else {
                continue;
            };
            if fits > best.as_ref().map_or(0, |(most, ..)| *most) {
                best = Some((fits, columns, tokens.get(from).map_or(0, |head| head.items.start)));
            }
        }
        best.map(|(_, columns, start)| (columns, start))
    }

    /// The rows up to the next that has heads of its own.
    fn of_one_table<'r>(&self, ahead: &'r [Raw]) -> &'r [Raw] {
        let headed = |raw: &Raw| {
            let run = self.items.get(raw.run.clone()).filter(|run| run.iter().any(head::may_date));
            let heads = run.and_then(head::last);
            heads.is_some_and(|(tokens, _)| says_other_columns(&tokens))
        };
        let end = ahead.iter().skip(1).position(headed).map_or(ahead.len(), |end| end + 1);
        ahead.get(..end).unwrap_or_default()
    }

    /// The columns under these heads, and how well the rows ahead fit them.
    fn lay_from(&self, heads: &[Token], run: &[Item], ahead: &[Raw]) -> Option<(usize, Vec<Column>)> {
        let mut columns = columns::lay(heads, run)?;
        let ranges = |raw: &Raw| self.cells(raw).iter().any(|cell| cell.low != cell.high);
        if heads.iter().any(|head| matches!(head.head, head::Head::Month(..))) && ahead.iter().any(ranges) {
            columns::as_plans(&mut columns);
        }
        // Nobody reports results from a low to a high end.
        columns.iter_mut().filter(|_| self.ends.is_some()).for_each(|column| column.guidance = true);
        columns.iter_mut().for_each(Column::expect_year);
        let told = columns.first().is_some_and(|column| column.time.is_told());
        let above = heads.last().is_some_and(|head| run.last().is_some_and(|last| last.line > head.line));
        if columns.len() < 2 && !(told && above) {
            return None;
        }
        let fits = |raw: &Raw| {
            let cells = self.cells(raw);
            let apart = (columns.len() > 1 && cells.len() > 1) || raw.is_spaced(self.items);
            let fit =
                apart && cells.len() * 3 > columns.len() && fit::fit(&columns, &cells, &mut Shape::default()).is_some();
            usize::from(fit) + usize::from(fit && cells.len() == columns.len())
        };
        Some((ahead.iter().map(fits).sum(), columns))
    }

    fn cells(&self, raw: &Raw) -> Cow<'a, [Cell]> {
        let cells = self.cells.get(raw.first..raw.first + raw.cells.len()).unwrap_or_default();
        self.ends.and_then(|ends| ends::joined(ends, cells)).map_or(Cow::Borrowed(cells), Cow::Owned)
    }

    /// Whether the last cell may be the number of a page, in a text that has run together.
    fn ends_page(&self, raw: &Raw, cells: &[Cell]) -> bool {
        let number =
            |cell: &Cell| cell.mark == Mark::Bare && cell.places == 0 && (1..400).any(|page| cell.low == page.into());
        let crowded = self.items.get(raw.cells.start).is_some_and(|item| item.crowded);
        crowded && cells.last().is_some_and(number)
    }

    /// Whether the cells can only be of a table, whatever its columns.
    fn is_stray(&self, raw: &Raw) -> bool {
        raw.broken || raw.cells.len() > if raw.is_spaced(self.items) { 1 } else { 2 }
    }

    /// Whether it is a row of the open table that has too few cells: figures stand side by side behind a few words.
    fn is_short(&self, raw: &Raw, columns: usize) -> bool {
        raw.cells.len() > 1 && raw.cells.len() < columns && raw.run.len() < SHORT
    }

    /// Whether the line of the cells says something: "Revenue is expected to be $24 billion, plus or minus 2%".
    fn is_sentence(&self, raw: &Raw) -> bool {
        let Some(cell) = self.items.get(raw.cells.start).filter(|cell| cell.gap == Gap::Narrow && !cell.crowded) else {
            return false;
        };
        let before = self.items.get(raw.run.start..raw.cells.start).unwrap_or_default();
        let line = before.iter().rev().take_while(|item| item.line == cell.line);
        line.into_iter().any(|item| VERBS.contains(&item.word()))
    }

    /// Whether the cells stand in running text.
    fn is_in_text(&self, raw: &Raw) -> bool {
        let narrow = |at: usize| self.items.get(at).is_some_and(|item| item.gap == Gap::Narrow);
        narrow(raw.cells.start) && narrow(raw.cells.end)
    }

    /// Adds the row to the open table, or to one of its own if it is a row of cells without known columns.
    fn add(&mut self, raw: &Raw, parts: Parts, begin: Option<usize>) {
        let (mut cells, spaced) = (self.cells(raw), raw.is_spaced(self.items));
        let columns = self.tables.last().filter(|_| self.open).map_or(0, |table| table.columns.len());
        if columns > 1 && cells.len() == columns + 1 && self.ends_page(raw, &cells) {
            cells.to_mut().pop();
        }
        let table = self.tables.last().filter(|_| self.open);
        let fit = table
            .and_then(|table| fit::fit(&table.columns, &cells, &mut self.shape))
            .filter(|_| !raw.broken && (spaced || (columns > 1 && cells.len() > 1)));
        if fit.is_none() && !self.is_stray(raw) && !self.is_short(raw, columns) {
            self.open &= !self.is_in_text(raw) || cells.iter().all(|cell| cell.like_note);
            return;
        }
        if !self.open {
            self.title = None;
            self.tables.push(Table {
                columns: Vec::new(),
                note: self.note,
                stated: self.stated,
                title: Label::default(),
                about: None,
                parts: false,
                name: None,
                rows: Vec::new(),
                places: Vec::new(),
            });
        }
        if let Some(heading) = parts.heading {
            self.heading = Some(heading);
        }
        let end = self.items.get(raw.cells.end.saturating_sub(1)).map_or(0, |item| item.span.end);
        let place = |at: usize| self.items.get(at).map_or(end, |item| item.span.start);
        let (start, first) = (
            place(parts.place.start),
            place(begin.unwrap_or(if columns > 0 { parts.first } else { parts.place.start })),
        );
        let items = self.items.get(parts.place).unwrap_or_default();
        let (heading, under) = self.heading.unzip();
        let note = note::last(items).or(under.flatten());
        let row =
            Row { label: parts.label, heading, note, cells: cells.into_owned(), fit, span: Span::new(start, end) };
        if row.label.total {
            self.heading = None;
        }
        let about = self.title.take_if(|_| row.label.is_bare()).and_then(above::about);
        if let Some(table) = self.tables.last_mut() {
            table.about = about.or(table.about);
            table.places.push(Span::new(first, end));
            table.rows.push(row);
        }
    }
}

/// So many items before the heads are its title.
const TITLE: usize = 24;

/// Whether the heads tell a time, so that what follows is not in the columns before.
fn says_other_columns(tokens: &[Token]) -> bool {
    let dated = |head| matches!(head, head::Head::Date(..) | head::Head::Day(..) | head::Head::Year(_));
    let long = tokens.iter().any(|token| matches!(token.head, head::Head::Length(_)));
    long && tokens.iter().any(|token| dated(token.head))
        || tokens.iter().any(|token| matches!(token.head, head::Head::Date(..)))
}

/// Whether so much stands between two rows that they are not of one table.
fn is_pause(run: &[Item]) -> bool {
    let line = |line: usize| run.iter().filter(|item| item.line == line).count();
    run.len() > LONGEST_PAUSE
        || run.last().is_some_and(|last| run.len() > parts::LONGEST_LABEL && line(last.line) == run.len())
}
