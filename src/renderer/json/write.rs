//! Values to compact JSON, straight into a buffer. What is in an object is for its struct to say; how a text is escaped
//! is settled here.

use crate::renderer::decimal::Digits;
use crate::renderer::text::is_steering;

/// What can be written as JSON.
pub(super) trait Json {
    /// Appends the value, without any white space.
    fn write(&self, out: &mut Vec<u8>);
}

/// Declares a struct that is an object of the contract: its keys are the names of its fields, in their order. Each key
/// is one literal together with the marks around it, so that it is copied and never looked through.
macro_rules! object {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $(<$life:lifetime>)? {
            $(#[$of_first:meta])* $first:ident: $first_kind:ty,
            $($(#[$of_field:meta])* $field:ident: $kind:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(schemars::JsonSchema)]
        $vis struct $name $(<$life>)? {
            $(#[$of_first])* $first: $first_kind,
            $($(#[$of_field])* $field: $kind,)*
        }

        impl $(<$life>)? $crate::renderer::json::write::Json for $name $(<$life>)? {
            fn write(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(concat!("{\"", stringify!($first), "\":").as_bytes());
                self.$first.write(out);
                $(
                    out.extend_from_slice(concat!(",\"", stringify!($field), "\":").as_bytes());
                    self.$field.write(out);
                )*
                out.push(b'}');
            }
        }
    };
}
pub(super) use object;

/// Declares a list of the contract that is made as it is written, one element after the other: a page of a thousand
/// figures need not be in memory twice.
macro_rules! list {
    ($(#[$meta:meta])* $name:ident of $element:ident: |$report:ident, $view:ident| $elements:expr) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        pub(super) struct $name<'a> {
            report: &'a model::Report,
            view: &'a View,
        }

        impl<'a> $crate::renderer::json::write::Json for $name<'a> {
            fn write(&self, out: &mut Vec<u8>) {
                let ($report, $view): (&'a model::Report, &'a View) = (self.report, self.view);
                $crate::renderer::json::write::elements($elements, out);
            }
        }

        impl schemars::JsonSchema for $name<'_> {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                Vec::<$element<'_>>::schema_name()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                Vec::<$element<'_>>::json_schema(generator)
            }
        }
    };
}
pub(super) use list;

/// Appends a list of these.
pub(super) fn elements<T: Json>(elements: impl IntoIterator<Item = T>, out: &mut Vec<u8>) {
    out.push(b'[');
    for (place, element) in elements.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        element.write(out);
    }
    out.push(b']');
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.write(out),
            None => out.extend_from_slice(b"null"),
        }
    }
}

impl<T: Json> Json for [T] {
    fn write(&self, out: &mut Vec<u8>) {
        elements(self, out);
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_slice().write(out);
    }
}

impl<T: Json, const N: usize> Json for [T; N] {
    fn write(&self, out: &mut Vec<u8>) {
        self.as_slice().write(out);
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write(&self, out: &mut Vec<u8>) {
        (**self).write(out);
    }
}

impl Json for usize {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(Digits::of_integer(*self as u64).as_bytes());
    }
}

impl Json for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(Digits::of_integer(u64::from(*self)).as_bytes());
    }
}

impl Json for str {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        if is_plain(self.as_bytes()) {
            out.extend_from_slice(self.as_bytes());
        } else {
            escape(self, out);
        }
        out.push(b'"');
    }
}

/// Whether all is printable ASCII that stands for itself, many bytes at a time: so are most texts.
fn is_plain(bytes: &[u8]) -> bool {
    let odd = |byte: u8| !(b' '..0x7F).contains(&byte) || byte == b'"' || byte == b'\\';
    let any_odd = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | odd(*byte));
    let (chunks, rest) = bytes.as_chunks::<32>();
    let (few, rest) = rest.as_chunks::<8>();
    !chunks.iter().any(|chunk| any_odd(chunk)) && !few.iter().any(|chunk| any_odd(chunk)) && !any_odd(rest)
}

/// Appends a text with everything escaped that JSON asks for, and what it lets pass and a terminal would obey: DEL, the
/// upper control characters and those that turn the reading direction.
fn escape(text: &str, out: &mut Vec<u8>) {
    let (mut rest, mut from) = (text, 0);
    while let Some(found) = rest.as_bytes().get(from..).and_then(|bytes| bytes.iter().position(|b| may_be_escaped(*b)))
    {
        let at = from + found;
        let Some(odd) = rest.get(at..).and_then(|odd| odd.chars().next()) else { break };
        from = at + odd.len_utf8();
        if odd.is_ascii() || is_steering(odd) {
            out.extend_from_slice(rest.get(..at).unwrap_or_default().as_bytes());
            put_escaped(odd, out);
            (rest, from) = (rest.get(from..).unwrap_or_default(), 0);
        }
    }
    out.extend_from_slice(rest.as_bytes());
}

/// Whether this is an ASCII character that is escaped, or begins a character that may be.
fn may_be_escaped(byte: u8) -> bool {
    matches!(byte, 0..=0x1F | b'"' | b'\\' | 0x7F | 0xC2 | 0xD8 | 0xE2)
}

fn put_escaped(odd: char, out: &mut Vec<u8>) {
    let short = match odd {
        '"' | '\\' => odd as u8,
        '\n' => b'n',
        '\r' => b'r',
        '\t' => b't',
        '\u{8}' => b'b',
        '\u{c}' => b'f',
        _ => {
            out.extend_from_slice(format!("\\u{:04x}", u32::from(odd)).as_bytes());
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::Json;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    fn written(value: &impl Json) -> String {
        let mut out = Vec::new();
        value.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(written(&text), format!("\"{expected}\""));
        assert_eq!(serde_json::from_str::<String>(&written(&text)).unwrap(), text);
    }

    #[test]
    fn texts_are_escaped_where_json_asks_for_it() {
        check("", "");
        check("5% more than €4", "5% more than €4");
        check("a \"b\" \\ c", "a \\\"b\\\" \\\\ c");
        check("\u{8}\t\n\u{c}\r\0\u{1f}", "\\b\\t\\n\\f\\r\\u0000\\u001f");
        check("Nestlé’s “é”", "Nestlé’s “é”");
    }

    #[test]
    fn what_would_steer_a_terminal_is_escaped() {
        check("a\u{202e}b\u{7f}", "a\\u202eb\\u007f");
        check("\u{9b}x\u{a0}", "\\u009bx\u{a0}");
        check("\u{61c}\u{620}\u{200b}", "\\u061c\u{620}\u{200b}");
        check("\u{2066}…\u{2069}", "\\u2066…\\u2069");
    }

    #[test]
    fn lists_and_what_is_absent() {
        assert_eq!(written(&vec![Some(7_usize), None]), "[7,null]");
        assert_eq!(written(&Vec::<usize>::new()), "[]");
        assert_eq!(written(&[0_usize, usize::MAX]), "[0,18446744073709551615]");
    }

    proptest! {
        #[test]
        fn every_text_is_read_back(text in any::<String>()) {
            let json = written(&text.as_str());
            prop_assert!(!json.chars().any(|c| c.is_control()));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
