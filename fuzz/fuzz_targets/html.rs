//! Pages: HTML to text, and the report of that text.
#![no_main]

#[allow(dead_code, reason = "each target uses some of the laws")]
#[path = "../../tests/support/laws.rs"]
mod laws;

use libfuzzer_sys::fuzz_target;
use topline::input::{InputFormat, Options, Parcel};

fuzz_target!(|bytes: &[u8]| {
    let parcel = Parcel::Text { name: "fuzz.html".to_owned(), bytes: bytes.to_vec() };
    let options = Options { format: InputFormat::Html, ..Options::default() };
    if let Ok(document) = parcel.open(&options) {
        laws::read(&document);
    }
});
