//! Statement tables: the text put behind a title and a unit line, its blanks widened, so that most lines are rows.
#![no_main]

#[allow(dead_code, reason = "each target uses some of the laws")]
#[path = "../../tests/support/laws.rs"]
mod laws;

use libfuzzer_sys::fuzz_target;
use topline::Document;

fuzz_target!(|text: &str| {
    let wide = text.replace("  ", "      ").replace('\t', "        ");
    let title = "Consolidated Statements of Operations\n(In millions, except per share data)\n";
    let head = "                              Three Months Ended December 31,\n                          2024          2023      Change\n";
    for text in [format!("{title}{head}{wide}"), format!("{title}{text}"), text.to_owned()] {
        laws::written(&laws::read(&Document::new("fuzz_q4_2024.txt", text)));
    }
});
