//! What the fixture tests share: reading a fixture folder, and comparing a report with what it says.

pub(crate) mod compare;
pub(crate) mod derived;
pub(crate) mod fixture;
pub(crate) mod scan;
pub(crate) mod show;
pub(crate) mod snapshot;
pub(crate) mod sound;
