//! Tables whose cells are laid out in odd ways, as texts have them that were taken out of pages.

use crate::parser::table::tests::check;

#[test]
fn signs_in_cells_of_their_own_and_heads_that_are_split() {
    check(
        "
(In thousands)
Thirteen weeks ended | Twenty-six weeks ended
June 28, | June 29, | Variance | Variance | June 28, | June 29, | Variance | Variance
2026 | 2025 | ($) | (%) | 2026 | 2025 | ($) | (%)
Net sales | $ | 52,007 | $ | 50,661 | 1,346 | 2.7 | % | $ | 99,337 | $ | 99,705 | (368 | ) | (0.4 | )%
Loss on disposals | 259 | — | 259 | nm | 224 | — | 224 | nm
Net income | 765 | 514 | 251 | 48.8 | % | 1,273 | 1,857 | (584 | ) | (31.4 | )%
",
        "2026-Q2",
        "revenue actual: 52007000 2026-Q2, 50661000 2025-Q2
         revenue change actual: 2.7 2026-Q2
         revenue actual: 99337000 2026-H1, 99705000 2025-H1
         revenue change actual: -0.4 2026-H1
         net_income actual: 765000 2026-Q2, 514000 2025-Q2
         net_income change actual: 48.8 2026-Q2
         net_income actual: 1273000 2026-H1, 1857000 2025-H1
         net_income change actual: -31.4 2026-H1",
    );
}

#[test]
fn a_row_with_words_among_its_cells_is_left_out() {
    check(
        "
(In millions)
Three months ended June 28, | Six months ended June 28,
2026 | 2025 | 2026 | 2025
Net sales | 172 | 166 | 319 | 305
Operating income | 27 | 25 | below | 46 | 41
Income before income taxes | 26 | see note | 44 | 39
Net income | 22 | 20 | 35 | 31 | see note
",
        "2026-Q2",
        "revenue actual: 172000000 2026-Q2, 166000000 2025-Q2, 319000000 2026-H1, 305000000 2025-H1
         net_income actual: 22000000 2026-Q2, 20000000 2025-Q2, 35000000 2026-H1, 31000000 2025-H1",
    );
}
