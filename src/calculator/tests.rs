//! The whole calculation of one known article.
