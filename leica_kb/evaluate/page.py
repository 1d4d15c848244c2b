"""The generated parts of a page: text between a pair of markers, all else left as a person wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from leica_kb.errors import KbError


class NoMarkersError(KbError):
    """A page lacks the markers of a part that is to be written."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the page has no part {name!r}; add the lines {begin(name)} and {end(name)}")


def begin(name: str) -> str:
    """The line before a generated part."""
    return f"<!-- generated: {name} -->"


def end(name: str) -> str:
    """The line after a generated part."""
    return f"<!-- end: {name} -->"


def update_page(page: str, parts: Mapping[str, str]) -> str:
    """The page with each named part replaced; raises NoMarkersError where one has no place."""
    for name, text in parts.items():
        pattern = re.compile(f"{re.escape(begin(name))}\n.*?{re.escape(end(name))}", re.DOTALL)
        page, count = pattern.subn(lambda _, n=name, t=text: f"{begin(n)}\n{t}\n{end(n)}", page)  # type: ignore[misc]  # mypy cannot type a lambda's defaults
        if not count:
            raise NoMarkersError(name)
    return page
