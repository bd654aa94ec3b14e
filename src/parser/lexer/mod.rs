//! Sentence to words and mentions. Longest match wins.

pub mod phrase;
pub mod quantity;
pub mod word;
