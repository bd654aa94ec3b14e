//! What an amount is counted in.

use std::fmt;

/// A currency by its ISO 4217 code, such as `USD`.
///
/// Invariant: three ASCII capital letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The US dollar, which a bare `$` means unless the text says otherwise.
    pub const USD: Self = Self(*b"USD");

    /// The currency with this code; `None` unless the code is three ASCII capital letters.
    pub const fn new(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a @ b'A'..=b'Z', b @ b'A'..=b'Z', c @ b'A'..=b'Z'] => Some(Self([*a, *b, *c])),
            _ => None,
        }
    }

    /// The ISO code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The unit of a quantity. Per cent and percentage points are kept apart here, so that a margin that rises by
/// "2 points" is never mixed with revenue that rises by "2%", and are both written `percent` outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Money in whole units of a currency: dollars, not millions.
    Money(Currency),
    /// Money for each share: "$8.02 per share".
    PerShare(Currency),
    /// Per cent: "up 21%" is 21.
    Percent,
    /// Percentage points: "widened 2.5 percentage points" is 2.5.
    Points,
    /// Hundredths of a percentage point: "120 basis points" is 120.
    BasisPoints,
    /// People, users, vehicles, stores, shares and other counted things.
    Count,
}

impl Unit {
    /// The currency, where the unit is money.
    pub fn currency(self) -> Option<Currency> {
        match self {
            Self::Money(currency) | Self::PerShare(currency) => Some(currency),
            Self::Percent | Self::Points | Self::BasisPoints | Self::Count => None,
        }
    }
}

/// Written as in the JSON contract: `USD`, `USD/share`, `percent`, `basis_points`, `count`.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(currency) => f.write_str(currency.code()),
            Self::PerShare(currency) => write!(f, "{currency}/share"),
            Self::Percent | Self::Points => f.write_str("percent"),
            Self::BasisPoints => f.write_str("basis_points"),
            Self::Count => f.write_str("count"),
        }
    }
}
