//! The English: rows only. Each table can be read from top to bottom, and each row proves itself.

pub mod companies;
pub mod cues;
pub mod lexicon;
pub mod metrics;
