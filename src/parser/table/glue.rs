//! Words and cells that stand without a blank between them, and the marks of type that stand at the edges of cells.

use crate::parser::table::known::known;

/// How long the marks of bold type are that stand here beside a word or a figure: the edges of cells, where whole cells are
/// set so: "**Q4 FY24****Q3 FY24**".
pub(super) fn emphasis(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..).filter(|rest| rest.starts_with(['_', '*']))?;
    if let Some(slanted) = rest.strip_prefix('_') {
        return slanted.starts_with(|next: char| next == '(' || next.is_alphabetic()).then_some(1);
    }
    let marks = rest.len() - rest.trim_start_matches('*').len();
    if marks < 2 {
        return None;
    }
    let is_part =
        |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '%' | ')' | '.'));
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    (is_part(before) || is_part(rest.get(marks..)?.chars().next())).then_some(marks)
}

/// What goes on without a blank for longer is no row of glued cells.
const LONGEST_PIECE: usize = 400;

/// Where a word ends that a cell or the next word is glued to: "Revenue$22,103", "EndedJune", "FY24****Q3".
pub(super) fn glued(piece: &str) -> Option<usize> {
    let may_be = || piece.bytes().any(|byte| matches!(byte, b'*' | b'$' | b'E'));
    if piece.len() > LONGEST_PIECE || !may_be() {
        return None;
    }
    // Pieces are too short for a search to pay that is made ready first.
    let bold = || piece.as_bytes().windows(2).position(|two| two == b"**").filter(|at| *at > 0);
    let money = || {
        let at = piece.bytes().position(|byte| byte == b'$')?;
        let word = piece.get(..at)?;
        let digits = piece.get(at + 1..)?.starts_with(|next: char| next.is_ascii_digit());
        (digits && word.chars().filter(|c| c.is_lowercase()).count() > 2).then_some(at)
    };
    let ended = || {
        let rest = piece.strip_prefix("Ended")?.to_lowercase();
        known(rest.trim_end_matches('.')).is_some_and(|known| known.month.is_some()).then_some("Ended".len())
    };
    bold().or_else(money).or_else(ended)
}
