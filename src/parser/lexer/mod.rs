//! Sentence to words and mentions. Longest match wins.

pub mod word;
