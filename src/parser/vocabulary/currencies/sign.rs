//! The signs of currencies: "$", "€".

use crate::parser::vocabulary::currencies::{CurrencyRow, ROWS};

/// The currency of a sign. Of the marks that stand beside numbers nearly all are ASCII, and of these only "$" is one.
pub(crate) fn of_sign(sign: char) -> Option<&'static CurrencyRow> {
    if sign.is_ascii() && sign != '$' { None } else { ROWS.iter().find(|row| row.signs.contains(&sign)) }
}

#[cfg(test)]
mod tests {
    use super::{ROWS, of_sign};

    #[test]
    fn every_sign_is_found() {
        for (row, sign) in ROWS.iter().flat_map(|row| row.signs.iter().map(move |sign| (row, *sign))) {
            assert_eq!(of_sign(sign).map(|found| found.code), Some(row.code), "{sign}");
        }
        assert!([',', '%', '–', 'x'].iter().all(|mark| of_sign(*mark).is_none()));
    }
}
