"""Runs W3C text-quote cases against ``select`` on the text content of their HTML.

Usage: python benchmarks/anchoring.py CASES.json     [{"name", "html", "selector", "expected_text_offsets"}, …]
"""

from __future__ import annotations

import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from leica_kb.anchor import select


class TextContent(HTMLParser):
    """Collects what a browser calls the text content of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_content(html: str) -> str:
    parser = TextContent()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


def passes(case: dict[str, Any]) -> bool:
    selector = case["selector"]
    found = select(
        text_content(case["html"]), selector["exact"], selector.get("prefix", ""), selector.get("suffix", "")
    )
    return bool([[s.start, s.end] for s in found] == case["expected_text_offsets"])


def main(path: Path) -> int:
    cases = json.loads(path.read_text(encoding="utf-8"))
    failed = [case["name"] for case in cases if not passes(case)]
    for name in failed:
        print(f"failed: {name}")
    print(f"{len(cases) - len(failed)} of {len(cases)}")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
