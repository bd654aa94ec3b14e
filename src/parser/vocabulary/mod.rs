//! The English: rows only. Each table can be read from top to bottom, and each row proves itself.

pub(crate) mod asides;
pub(crate) mod bounds;
pub(crate) mod changes;
pub mod companies;
pub mod cues;
pub(crate) mod currencies;
pub(crate) mod headings;
pub mod lexicon;
pub(crate) mod measures;
pub mod metrics;
pub(crate) mod nouns;
pub(crate) mod numbers;
pub(crate) mod others;
pub mod periods;
pub(crate) mod scales;
pub(crate) mod signs;
pub(crate) mod statements;
