//! Sentence to words and mentions. Longest match wins.

pub mod begins;
pub mod period;
pub mod phrase;
pub mod quantity;
pub mod token;
pub mod word;
