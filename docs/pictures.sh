#!/usr/bin/env bash
# Makes the pictures of README.md anew: the table as a terminal shows it, and the page, light and dark. Needs Chromium
# and Python; looks best with the fonts Inter and DejaVu Sans Mono.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cargo build --quiet
topline=target/debug/topline
article=fixtures/meta-q4-2024/article.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

LC_ALL=C.UTF-8 "$topline" "$article" --color always | python3 docs/terminal.py "topline $article" > "$work/table.html"
python3 docs/shoot.py "$work/table.html" docs/table.png --width 700 --height 100 --full --scale 1.5

"$topline" "$article" -f html -o "$work/page.html"
click='document.querySelector(".results tbody tr:nth-child(2) a").click()'
python3 docs/shoot.py "$work/page.html" docs/page.png --height 880 --script "$click"
python3 docs/shoot.py "$work/page.html" docs/page-dark.png --height 880 --script "$click" --dark
ls -l docs/*.png
