//! Texts that are not UTF-8: which encoding they are in. The encodings themselves are left to a library.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memmem;

use crate::input::decode::{Decoded, replaced};

/// The text of bytes that are not wholly UTF-8: in the encoding that the page itself names, or else the likeliest.
/// UTF-8 with a few wrong bytes stays UTF-8, and loses them.
pub(crate) fn other(bytes: &[u8]) -> Decoded {
    if is_damaged_utf8(bytes) {
        return replaced(bytes);
    }
    let encoding = declared(bytes).unwrap_or_else(|| likeliest(bytes));
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    let lost = if wrong { ", and what is not was replaced" } else { "" };
    let warning = format!("the text is not UTF-8 and was read as {}{lost}", encoding.name());
    Decoded { text: text.into_owned(), warning: Some(warning) }
}

/// Whether more characters beyond ASCII are UTF-8 than are not.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right = right.saturating_add(chunk.valid().chars().filter(|c| !c.is_ascii()).count());
        wrong = wrong.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    right > wrong
}

/// How far from its beginning a page names its encoding.
const HEAD: usize = 4096;

/// What a page says of itself: `<meta charset="windows-1252">`, `<?xml encoding="ISO-8859-1"?>`. That it is UTF-8 is
/// known to be wrong here.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let named = ["<meta", "<?xml"].iter().find_map(|tag| memmem::find(&head, tag.as_bytes()));
    let rest = head.get(named?..)?;
    let label = ["charset=", "encoding="].iter().find_map(|key| {
        let at = memmem::find(rest, key.as_bytes())?;
        rest.get(at.checked_add(key.len())?..)
    })?;
    let label = label.trim_ascii_start().split(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
    let label = label.into_iter().find(|part| !part.is_empty())?;
    Encoding::for_label(label).filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding))
}

/// English with a pound sign here and a quotation mark there is western; frequencies of letters, which take "£12.5m" for
/// Polish, are asked only where many letters are beyond ASCII.
fn likeliest(bytes: &[u8]) -> &'static Encoding {
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if beyond.saturating_mul(FEW) < bytes.len() {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Fewer letters than one in so many are few.
const FEW: usize = 10;

#[cfg(test)]
mod tests {
    use super::other;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let decoded = other(bytes);
        let encoding = decoded.warning.unwrap_or_default().split(' ').next_back().unwrap_or_default().to_owned();
        assert_eq!(format!("{encoding}: {}", decoded.text), expected);
    }

    #[test]
    fn western_texts_are_known_by_their_few_letters() {
        check(b"Umsatz in M\xFCnchen \xA35m", "windows-1252: Umsatz in München £5m");
        check(b"net profit of \xA312.5m, up 5%", "windows-1252: net profit of £12.5m, up 5%");
        check(b"a \x93record\x94 quarter \x96 \x80 5 billion", "windows-1252: a “record” quarter – € 5 billion");
        check(b"Nestl\xE9 said sales\xA0rose", "windows-1252: Nestlé said sales\u{a0}rose");
        check(b"the company\x92s sales", "windows-1252: the company’s sales");
        check(b"Revenue of \x805 billion", "windows-1252: Revenue of €5 billion");
    }

    #[test]
    fn texts_in_other_scripts_are_known_by_all_of_them() {
        check(b"\xCF\xF0\xE8\xE1\xFB\xEB\xFC \xE2\xFB\xF0\xEE\xF1\xEB\xE0", "windows-1251: Прибыль выросла");
    }

    #[test]
    fn pages_name_their_encoding() {
        check(b"<meta charset='iso-8859-5'>\xB0", "ISO-8859-5: <meta charset='iso-8859-5'>А");
        check(
            b"<META content=\"text/html; charset=windows-1251\">\xC0",
            "windows-1251: <META content=\"text/html; charset=windows-1251\">А",
        );
        check(b"<?xml version='1.0' encoding='ASCII'?>\xA35", "windows-1252: <?xml version='1.0' encoding='ASCII'?>£5");
        check(b"<meta charset=utf-8>\xA35m", "windows-1252: <meta charset=utf-8>£5m");
    }

    #[test]
    fn a_few_wrong_bytes_make_no_other_encoding() {
        check("“record” €5bn \u{e9}".as_bytes().split_last().unwrap().1, "replaced: “record” €5bn \u{FFFD}");
    }
}
