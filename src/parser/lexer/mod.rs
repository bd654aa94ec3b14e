//! Sentence to words and mentions. Longest match wins.

pub mod quantity;
pub mod word;
