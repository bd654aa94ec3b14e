//! Opening files, compressed or not, with a limit on how much is taken into memory.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use crate::input::Refusal;

/// How a compressed file begins.
const GZIP: &[u8] = b"\x1F\x8B";

/// How much is read from the system at a time.
const BUFFER: usize = 64 * 1024;

/// The whole of a file, unpacked.
///
/// # Errors
/// Those of the system, and more than `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let mut file = File::open(path)?;
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    if size > limit {
        return Err(Refusal::TooLarge { limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    file.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.starts_with(GZIP) {
        return drain(MultiGzDecoder::new(bytes.as_slice()), limit);
    }
    within(bytes, limit)
}

/// Everything that a reader gives.
///
/// # Errors
/// Those of the reader, and more than `limit` bytes.
pub(crate) fn drain(reader: impl Read, limit: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    within(bytes, limit)
}

/// A file to be read line by line, unpacked on the way.
///
/// # Errors
/// Those of the system.
pub(crate) fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, Refusal> {
    unpacked(Box::new(BufReader::with_capacity(BUFFER, File::open(path)?)))
}

/// The same stream, unpacked where it is compressed.
///
/// # Errors
/// Those of the stream.
pub(crate) fn unpacked(mut stream: Box<dyn BufRead + Send>) -> Result<Box<dyn BufRead + Send>, Refusal> {
    if stream.fill_buf()?.starts_with(GZIP) {
        return Ok(Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(stream))));
    }
    Ok(stream)
}

fn within(bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>, Refusal> {
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
    if fits { Ok(bytes) } else { Err(Refusal::TooLarge { limit }) }
}

#[cfg(test)]
mod tests {
    use super::{drain, unpacked};
    use flate2::{Compression, write::GzEncoder};
    use std::io::{Cursor, Write};

    #[track_caller]
    fn check(bytes: &[u8], limit: u64, expected: &str) {
        let stream = unpacked(Box::new(Cursor::new(bytes.to_vec())));
        let shown = stream.and_then(|stream| drain(stream, limit));
        let shown = shown.map_or_else(|refusal| refusal.to_string(), |b| String::from_utf8_lossy(&b).into_owned());
        assert_eq!(shown, expected);
    }

    fn packed(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn streams_are_unpacked_and_held_to_the_limit() {
        check(b"plain", 5, "plain");
        check(b"plain!", 5, "it is larger than 5 bytes; raise the limit with --max-bytes");
        check(&packed("packed"), 10, "packed");
        check(&[packed("two "), packed("members")].concat(), 20, "two members");
        check(&packed(&"x".repeat(1000)), 100, "it is larger than 100 bytes; raise the limit with --max-bytes");
        check(b"", 5, "");
    }
}
