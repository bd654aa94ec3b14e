//! Statement tables.

mod cell;
mod columns;
mod head;
mod item;
