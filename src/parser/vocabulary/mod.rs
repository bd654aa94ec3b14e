//! The English: rows only. Each table can be read from top to bottom, and each row proves itself.

pub mod lexicon;
pub mod metrics;
pub mod periods;
