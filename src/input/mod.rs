//! Bytes to documents: files, standard input, JSON lines.
