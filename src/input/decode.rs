//! Bytes to text. The one place that knows of encodings.

use crate::input::{Refusal, encoding, plain};

/// A text, and what the reader of the report should know of how it was decoded.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) warning: Option<String>,
}

/// UTF-8 with or without a byte-order mark, UTF-16 with one, or another encoding by what it looks like, which a warning
/// tells.
///
/// # Errors
/// What is empty, and what is no text.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<Decoded, Refusal> {
    if let Some((_, what, remedy)) = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(Refusal::NotText { what, remedy });
    }
    let decoded = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes)?,
    };
    if decoded.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if is_garbage(&decoded.text) { Err(Refusal::BINARY) } else { Ok(made_plain(decoded)) }
}

fn made_plain(decoded: Decoded) -> Decoded {
    let Some(text) = plain::plain(&decoded.text) else { return decoded };
    let warnings: Vec<&str> = decoded.warning.as_deref().into_iter().chain([plain::WARNING]).collect();
    Decoded { text, warning: Some(warnings.join("; ")) }
}

/// How files begin that people mistake for text: the first bytes, what they are, what to do.
static MAGIC: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF file", "take the text out first, for instance with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document", "save it as plain text first"),
    (b"\xD0\xCF\x11\xE0", "an office document", "save it as plain text first"),
    (b"{\\rtf", "a rich-text file", "save it as plain text first"),
];

fn utf8(mut bytes: Vec<u8>) -> Result<Decoded, Refusal> {
    if memchr::memchr(0, &bytes).is_some() {
        return Err(Refusal::BINARY);
    }
    let marked = bytes.starts_with(b"\xEF\xBB\xBF");
    if marked {
        bytes.drain(..3);
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, warning: None },
        Err(error) if marked => replaced(error.as_bytes()),
        Err(error) => encoding::other(error.as_bytes()),
    })
}

pub(crate) fn replaced(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut wrong = 0_usize;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            wrong = wrong.saturating_add(chunk.invalid().len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    Decoded { text, warning: Some(replacement_warning(wrong)) }
}

fn replacement_warning(wrong: usize) -> String {
    let (bytes, were) = if wrong == 1 { ("byte", "was") } else { ("bytes", "were") };
    format!("{wrong} {bytes} {were} not UTF-8 and {were} replaced")
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut wrong = rest.len();
    let text = char::decode_utf16(pairs.iter().copied().map(unit))
        .map(|c| {
            c.unwrap_or_else(|_| {
                wrong = wrong.saturating_add(2);
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    let warning = (wrong > 0).then(|| format!("{wrong} bytes were not UTF-16 and were replaced"));
    Decoded { text, warning }
}

/// How much of a text's beginning is looked at to tell whether it is one.
const SAMPLE: usize = 64 * 1024;

/// More than one character in ten that no text has: control characters, and what was not UTF-8.
fn is_garbage(text: &str) -> bool {
    if is_clean(text.as_bytes()) {
        return false;
    }
    let (mut odd, mut all) = (0_usize, 0_usize);
    for c in text.chars().take(SAMPLE) {
        let layout = matches!(c, '\n' | '\r' | '\t' | '\x0C' | '\x1B');
        odd += usize::from(c == char::REPLACEMENT_CHARACTER || (c.is_control() && !layout));
        all += 1;
    }
    odd.saturating_mul(10) > all
}

/// Whether no byte of the sample can belong to such a character: told many bytes at a time, of nearly every text. A
/// character has four bytes at most, so one in forty is never too many.
fn is_clean(bytes: &[u8]) -> bool {
    let sample = bytes.get(..4 * SAMPLE).unwrap_or(bytes);
    let layout = |byte: u8| (byte == 0x09) | (byte == 0x0A) | (byte == 0x0C) | (byte == 0x0D) | (byte == 0x1B);
    let odd = |byte: u8| ((byte < b' ') & !layout(byte)) | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xEF);
    let is_plain = |byte: u8| (b' '..0x7F).contains(&byte) || byte == b'\n';
    let plain = |chunk: &[u8]| chunk.iter().fold(true, |all, byte| all & is_plain(*byte));
    let among = |chunk: &[u8]| chunk.iter().fold(0_u8, |all, byte| all + u8::from(odd(*byte)));
    let suspects: usize = sample.chunks(128).filter(|chunk| !plain(chunk)).map(among).map(usize::from).sum();
    suspects.saturating_mul(40) <= sample.len()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let shown = match decode(bytes.to_vec()) {
            Ok(decoded) => [Some(decoded.text), decoded.warning].into_iter().flatten().collect::<Vec<_>>().join(" | "),
            Err(refusal) => format!("refused: {refusal}"),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn utf8_with_and_without_a_mark() {
        check("€5 billion".as_bytes(), "€5 billion");
        check(b"\xEF\xBB\xBFRevenue", "Revenue");
    }

    #[test]
    fn utf16_by_its_mark() {
        check(b"\xFF\xFE$\x005\x00", "$5");
        check(b"\xFE\xFF\x00$\x005", "$5");
        check(
            b"\xFF\xFE$\x005\x00m\x00 \x00p\x00r\x00o\x00f\x00i\x00t\x00!",
            "$5m profit | 1 bytes were not UTF-16 and were replaced",
        );
    }

    #[test]
    fn what_is_not_utf8_is_read_as_what_it_is_or_replaced_and_counted() {
        check(b"Zur\xFCch results", "Zurüch results | the text is not UTF-8 and was read as windows-1252");
        check(b"\xE2\x82\xAC5 or \xE2\x82\xAC6 \xFF", "€5 or €6 \u{FFFD} | 1 byte was not UTF-8 and was replaced");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check(b"", "refused: it is empty; give a file with text in it");
        check(b" \r\n\t", "refused: it is empty; give a file with text in it");
        check(b"\x7FELF\x02\x00\x00", "refused: it is not text in UTF-8; convert it first, for instance with iconv");
        check(b"\x80\x81\x82\x83ab", "refused: it is not text in UTF-8; convert it first, for instance with iconv");
        check(b"%PDF-1.7\n", "refused: it is a PDF file; take the text out first, for instance with pdftotext");
    }
}
