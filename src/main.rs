//! Runs the command, prints errors, picks the exit code.

fn main() {}
