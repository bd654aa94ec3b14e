//! Compact JSON to JSON that a person can read. The values stay as they were written.

/// Appends compact JSON over many lines, with two blanks for each level.
pub(super) fn lay_out(compact: &[u8], out: &mut Vec<u8>) {
    let mut depth = 0_usize;
    let mut bytes = compact.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => {
                out.push(byte);
                copy_text(&mut bytes, out);
            }
            b'{' | b'[' => {
                out.push(byte);
                match bytes.next_if(|next| matches!(next, b'}' | b']')) {
                    Some(end) => out.push(end),
                    None => {
                        depth += 1;
                        break_line(depth, out);
                    }
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                break_line(depth, out);
                out.push(byte);
            }
            b',' => {
                out.push(byte);
                break_line(depth, out);
            }
            b':' => out.extend_from_slice(b": "),
            _ => out.push(byte),
        }
    }
}

/// The rest of a text, up to the quote that ends it.
fn copy_text(bytes: &mut impl Iterator<Item = u8>, out: &mut Vec<u8>) {
    while let Some(byte) = bytes.next() {
        out.push(byte);
        match byte {
            b'"' => return,
            b'\\' => out.extend(bytes.next()),
            _ => {}
        }
    }
}

fn break_line(depth: usize, out: &mut Vec<u8>) {
    out.push(b'\n');
    out.extend(std::iter::repeat_n(b' ', 2 * depth));
}

#[cfg(test)]
mod tests {
    use super::lay_out;
    use serde_json::Value;

    #[track_caller]
    fn check(compact: &str) {
        let mut out = Vec::new();
        lay_out(compact.as_bytes(), &mut out);
        let value: Value = serde_json::from_str(compact).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn lines_are_broken_as_usual() {
        check("{}");
        check("[]");
        check(r#"{"a":[1,2.5,null],"b":{"c":"d"},"e":[],"f":[{}]}"#);
    }

    #[test]
    fn texts_are_left_alone() {
        check(r#"["a,b:c","{\"d\":[1]}","\\","\\\"",""]"#);
    }
}
