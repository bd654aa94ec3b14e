//! Decimals and closed sets as JSON values.

use std::borrow::Cow;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::renderer::decimal::Digits;
use crate::renderer::json::write::Json;

/// A decimal, written exactly as a JSON number.
#[derive(Clone, Copy)]
pub(super) struct Number(Digits);

impl Number {
    /// The number of a decimal.
    pub(super) fn of(value: Decimal) -> Self {
        Self(Digits::of(value))
    }
}

impl Json for Number {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.0.as_bytes());
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}
