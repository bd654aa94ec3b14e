//! Closed sets by their names in the contract, and what is written like a word: periods and units.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::Write;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::{
    Action, Basis, Bound, CheckKind, CheckStatus, Comparison, ConsensusVerdict, GuidanceVerdict, Kind, Measure,
    NoValue, Period, PeriodSpan, Role, Swing, Unit, Verdict,
};
use crate::renderer::decimal::Digits;
use crate::renderer::json::write::Json;

/// A closed set whose members have names in the contract.
pub(super) trait Named: Copy + 'static {
    /// The name of the set in the schema.
    const SET: &'static str;
    /// Its members.
    const MEMBERS: &'static [Self];
    /// The name of a member.
    fn word(self) -> &'static str;
}

macro_rules! named {
    ($($set:ident: $members:expr;)+) => {
        $(impl Named for $set {
            const SET: &'static str = stringify!($set);
            const MEMBERS: &'static [Self] = $members;

            fn word(self) -> &'static str {
                self.name()
            }
        })+
    };
}

named! {
    Action: Action::ALL;
    Basis: Basis::ALL;
    Bound: &[Bound::Point, Bound::Range, Bound::About, Bound::AtLeast, Bound::AtMost];
    CheckKind: CheckKind::ALL;
    CheckStatus: CheckStatus::ALL;
    Comparison: Comparison::ALL;
    ConsensusVerdict: ConsensusVerdict::ALL;
    GuidanceVerdict: GuidanceVerdict::ALL;
    Kind: &[Kind::Article, Kind::PressRelease, Kind::Transcript, Kind::Brief];
    Measure: Measure::ALL;
    NoValue: NoValue::ALL;
    Role: Role::ALL;
    Swing: Swing::ALL;
    Verdict: Verdict::ALL;
}

/// A member of a closed set, written as its name.
#[derive(Clone, Copy)]
pub(super) struct Word<T>(pub(super) T);

impl<T: Named> Json for Word<T> {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        out.extend_from_slice(self.0.word().as_bytes());
        out.push(b'"');
    }
}

impl<T: Named> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::SET.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::MEMBERS.iter().map(|member| member.word()).collect();
        json_schema!({ "type": "string", "enum": names })
    }
}

/// What is written like a word, and follows a pattern.
pub(super) trait Patterned: Display + Copy {
    /// The name in the schema.
    const NAME: &'static str;
    /// The regular expression that it follows.
    const PATTERN: &'static str;
    /// Appends it as it is displayed, without the detour that displaying takes where it is of the usual kind.
    fn spell(self, out: &mut Vec<u8>);
}

impl Patterned for Period {
    const NAME: &'static str = "Period";
    const PATTERN: &'static str = "^([0-9]{4}|XXXX)-(Q[1-4]|H[12]|9M|FY|0[1-9]|1[0-2])$";

    fn spell(self, out: &mut Vec<u8>) {
        let part = match self.span {
            PeriodSpan::Quarter(quarter @ 1..=4) => [b'Q', b'0' + quarter],
            PeriodSpan::Year => *b"FY",
            PeriodSpan::Quarter(_) | PeriodSpan::Half(_) | PeriodSpan::NineMonths | PeriodSpan::Month(_) => {
                return display(self, out);
            }
        };
        match self.year {
            Some(year @ 1000..=9999) => out.extend_from_slice(Digits::of_integer(u64::from(year)).as_bytes()),
            None => out.extend_from_slice(b"XXXX"),
            Some(_) => return display(self, out),
        }
        out.extend_from_slice(&[b'-', part[0], part[1]]);
    }
}

impl Patterned for Unit {
    const NAME: &'static str = "Unit";
    const PATTERN: &'static str = "^([A-Z]{3}(/share)?|percent|basis_points|count)$";

    fn spell(self, out: &mut Vec<u8>) {
        match self {
            Self::Money(currency) => out.extend_from_slice(currency.code().as_bytes()),
            Self::Percent => out.extend_from_slice(b"percent"),
            Self::PerShare(_) | Self::Points | Self::BasisPoints | Self::Count => display(self, out),
        }
    }
}

fn display(value: impl Display, out: &mut Vec<u8>) {
    // Memory takes every byte.
    let _ = write!(out, "{value}");
}

/// A period or a unit, written as a string.
#[derive(Clone, Copy)]
pub(super) struct Written<T>(pub(super) T);

impl<T: Patterned> Json for Written<T> {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        self.0.spell(out);
        out.push(b'"');
    }
}

impl<T: Patterned> JsonSchema for Written<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": T::PATTERN })
    }
}

#[cfg(test)]
mod tests {
    use super::{Patterned, Written};
    use crate::model::{Currency, Period, PeriodSpan, Unit};
    use crate::renderer::json::write::Json;

    #[track_caller]
    fn check(value: impl Patterned) {
        let mut out = Vec::new();
        Written(value).write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), format!("\"{value}\""));
    }

    #[test]
    fn periods_and_units_are_spelled_as_they_are_displayed() {
        for year in [None, Some(0), Some(987), Some(2024), Some(u16::MAX)] {
            for part in 0..=13 {
                for span in [PeriodSpan::Month(part), PeriodSpan::Quarter(part), PeriodSpan::Half(part)] {
                    check(Period { year, span });
                }
            }
            check(Period { year, span: PeriodSpan::NineMonths });
            check(Period { year, span: PeriodSpan::Year });
        }
        let currency = Currency::USD;
        for unit in [Unit::Money(currency), Unit::PerShare(currency), Unit::Percent, Unit::Points, Unit::Count] {
            check(unit);
        }
    }
}
