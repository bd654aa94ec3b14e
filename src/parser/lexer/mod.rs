//! Sentence to words and mentions. Longest match wins.

pub mod period;
pub mod word;
