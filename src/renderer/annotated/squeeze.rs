//! Rows of a table that is wider than the terminal: blanks that all of its rows have in one column are taken out, so
//! that columns stay columns.

use crate::renderer::annotated::ink::Ink;

/// Takes out as few blanks as make the rows fit. Two stay in every gap; where that is not enough the rows stay as they
/// are but for the blanks.
pub(super) fn squeeze(rows: &mut [Ink], room: usize) {
    let widest = rows.iter().map(|row| row.text().trim_end().chars().count()).max().unwrap_or(0);
    if widest <= room {
        return;
    }
    let gaps = gaps(rows, widest);
    let width = |most: usize| widest.saturating_sub(gaps.iter().map(|gap| gap.1.saturating_sub(most)).sum());
    let most = (NARROWEST..widest).rev().find(|most| width(*most) <= room).unwrap_or(NARROWEST);
    let mut dropped = vec![false; widest];
    for (start, length) in gaps {
        let end = start + length.saturating_sub(most);
        dropped.get_mut(start..end).unwrap_or_default().fill(true);
    }
    rows.iter_mut().for_each(|row| *row = row.without(&dropped));
}

/// What stays of a gap at least.
const NARROWEST: usize = 2;

/// Where all rows are blank: the first column, and how many there are.
fn gaps(rows: &[Ink], widest: usize) -> Vec<(usize, usize)> {
    let mut blank = vec![true; widest];
    for row in rows {
        for (column, c) in blank.iter_mut().zip(row.text().chars()) {
            *column &= c == ' ';
        }
    }
    let mut gaps: Vec<(usize, usize)> = Vec::new();
    for (at, _) in blank.iter().enumerate().filter(|(_, blank)| **blank) {
        match gaps.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            Some(_) | None => gaps.push((at, 1)),
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::squeeze;
    use crate::renderer::annotated::ink::Ink;
    use crate::renderer::annotated::shade::Shade;

    #[track_caller]
    fn check(rows: &[&str], room: usize, expected: &[&str]) {
        let ink = |row: &&str| {
            let mut ink = Ink::default();
            let (plain, figure) = row.rsplit_once(' ').unwrap_or(("", row));
            ink.plain(plain);
            ink.shaded(&format!(" {figure}"), Shade::Actual);
            ink
        };
        let mut inks: Vec<Ink> = rows.iter().map(ink).collect();
        squeeze(&mut inks, room);
        let shown = inks.iter().map(|ink| {
            let mut shown = String::new();
            ink.write(&(0..ink.text().len()), false, &mut shown);
            shown.trim().to_owned()
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn gaps_that_all_rows_have_become_narrower() {
        let rows = ["Sales of nets      864.2       822.3", "Gross profit        34.1         9.5"];
        check(&rows, 36, &rows);
        check(&rows, 30, &["Sales of nets   864.2   822.3", "Gross profit     34.1     9.5"]);
        check(&rows, 5, &["Sales of nets  864.2  822.3", "Gross profit    34.1    9.5"]);
        check(&[], 5, &[]);
    }
}
