//! Bytes as a file has them: decoding, the whole analysis, every output format.
#![no_main]

#[allow(dead_code, reason = "each target uses some of the laws")]
#[path = "../../tests/support/laws.rs"]
mod laws;

use libfuzzer_sys::fuzz_target;
use topline::input::{Options, Parcel};

fuzz_target!(|bytes: &[u8]| {
    let parcel = Parcel::Text { name: "fuzz_q4_2024.txt".to_owned(), bytes: bytes.to_vec() };
    if let Ok(document) = parcel.open(&Options::default()) {
        let report = laws::read(&document);
        laws::written(&report);
    }
});
