//! The marks of type around the pieces of a text, which tell how labels and notes begin and end.

/// What the marks around a piece and its first letter say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Whether its word is of letters alone.
    pub(super) plain: bool,
    /// Whether a sign of money may stand in it.
    pub(super) sign: bool,
    /// Whether a bracket opens before it, and whether one closes after it.
    pub(super) brackets: (bool, bool),
    /// Whether a colon follows it.
    pub(super) colon: bool,
    /// Whether a full stop ends it.
    pub(super) stop: bool,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

impl Marks {
    /// The marks of a piece, whatever it is.
    pub(super) fn of(piece: &str) -> Self {
        let (opens, capital) = (piece.starts_with(['(', '[']), piece.starts_with(char::is_uppercase));
        let sign = piece.bytes().any(|byte| byte == b'$' || !byte.is_ascii());
        if !matches!(piece.as_bytes().last(), Some(b')' | b']' | b':' | b',' | b';' | b'*' | b'.' | b'_')) {
            return Self { sign, brackets: (opens, false), capital, ..Self::default() };
        }
        let closes = piece.trim_end_matches([':', ',', ';', '*', '.', '_']).ends_with([')', ']']);
        let colon = piece.trim_end_matches(['*', ')']).ends_with(':');
        Self { plain: false, sign, brackets: (opens, closes), colon, stop: piece.ends_with('.'), capital }
    }
}
