"""Reads what a program prints in colour and writes a page that looks like the terminal it was printed on.

    COMMAND | docs/terminal.py "COMMAND" > PAGE.html
"""

import html
import re
import sys

STYLES = {
    "1": "font-weight:600", "2": "opacity:.6",
    "38;5;9": "color:#f28b74", "38;5;10": "color:#7bd3a8", "38;5;11": "color:#e5c07b", "38;5;12": "color:#82b4f0",
    "38;5;13": "color:#cfa0e8", "38;5;14": "color:#7fd0d6",
}
PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Terminal</title><style>
body {{ margin: 0; background: #17191d; color: #e4e2dc; }}
pre {{ margin: 0; padding: 20px 24px; font: 13px/1.45 "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
b {{ color: #8a8f98; font-weight: 400; }}
</style><pre><b>$</b> {command}
{shown}</pre></html>"""


def painted(text):
    """The text with its colours as spans."""
    shown, is_open = "", False
    for part in re.split(r"(\x1b\[[0-9;]*m)", text):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not code:
            shown += html.escape(part)
            continue
        shown += "</span>" if is_open else ""
        is_open = code[1] in STYLES
        shown += f'<span style="{STYLES[code[1]]}">' if is_open else ""
    return shown + ("</span>" if is_open else "")


if __name__ == "__main__":
    print(PAGE.format(command=html.escape(sys.argv[1]), shown=painted(sys.stdin.read())))
