//! Letters of a currency that stand right before the digits: "USD34.6", "Rs5", "$US5".

use crate::parser::vocabulary::currencies::{CurrencyRow, ROWS, SCALED_CODES};

/// Whether these letters, which stand right before a digit, are a currency: "USD34.6", "Rs5". `after_dollar` is whether
/// "$" stands before them: "$US5".
pub(crate) fn is_glued_prefix(letters: &[u8], after_dollar: bool) -> bool {
    let one_of = |list: &[&str]| list.iter().any(|known| known.as_bytes() == letters);
    let row = |row: &CurrencyRow| one_of(&[row.code]) || one_of(row.letters) || (after_dollar && one_of(row.dollars));
    let single = after_dollar && matches!(letters, b"A" | b"C" | b"S");
    single || (letters.len() >= 2 && ROWS.iter().any(row)) || SCALED_CODES.iter().any(|(code, ..)| one_of(&[*code]))
}
