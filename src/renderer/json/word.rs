//! Closed sets by their names in the contract, and what is written like a word: periods and units.

use std::borrow::Cow;
use std::fmt::Display;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::model::{
    Action, Basis, Bound, CheckKind, CheckStatus, Comparison, ConsensusVerdict, GuidanceVerdict, Kind, Measure,
    NoValue, Period, Role, Swing, Unit, Verdict,
};

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

impl<T: Named> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
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
}

impl Patterned for Period {
    const NAME: &'static str = "Period";
    const PATTERN: &'static str = "^([0-9]{4}|XXXX)-(Q[1-4]|H[12]|9M|FY|0[1-9]|1[0-2])$";
}

impl Patterned for Unit {
    const NAME: &'static str = "Unit";
    const PATTERN: &'static str = "^([A-Z]{3}(/share)?|percent|basis_points|count)$";
}

/// A period or a unit, written as a string.
#[derive(Clone, Copy)]
pub(super) struct Written<T>(pub(super) T);

impl<T: Patterned> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
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
