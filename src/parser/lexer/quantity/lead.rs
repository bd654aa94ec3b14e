//! What stands before two amounts that may be the ends of a range.

/// What stands before the first of two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    /// Where the amount before them ends.
    pub(super) floor: usize,
    /// What that amount makes of a "from X to Y" behind it.
    pub(super) before: Before,
}

/// What makes one range of "from X to Y" in spite of a word of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing does.
    Other,
    /// A level that was arrived at: "raised to $5 from $3 to $4".
    Arrival,
    /// A range: "lowered to $3 to $4 from $5 to $6".
    Range,
    /// Another range that follows: "raised from $3 to $4 to $5 to $6".
    Pair,
}
