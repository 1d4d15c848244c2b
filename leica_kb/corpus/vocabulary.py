"""Shapes that several steps look for: dates and times of day as sites print them, names of people and sites."""

from __future__ import annotations

import re
from typing import Final

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
DAY: Final = (
    rf"{_WEEKDAY}(?:{MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd"
    rf"|th)?\.?\s+{MONTH},?\s+[0-9]{{4}}"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-][0-9]{{2,4}})"
)
"""A date to the day."""
DATE: Final = rf"(?:{DAY}|{MONTH}\s+[0-9]{{4}})"
CLOCK: Final = r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?\s*(?:[ap]\.?m\b\.?)?(?:\s*(?:UTC|GMT|[CEPM][ES]?T)\b)?"
AGO: Final = (
    r"(?:(?:about |over |almost )?(?:[0-9]+|an?|one|two|three|a few)\s*"
    r"(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|h|d(?:ays?)?|w(?:eeks?)?|m(?:o(?:nth)?s?)?|y(?:ea)?rs?|y)\s+ago"
    rf"|just now|(?:yesterday|today)(?:,?\s+(?:at\s+)?{CLOCK})?)"
)
MOMENT: Final = rf"(?:{DATE},?\s*(?:at|@|-|–|\||·)?\s*{CLOCK}|{AGO})"
"""A date with a time of day, or how long ago: what stands over a reader's comment."""
WHEN: Final = rf"(?:{MOMENT}|{DATE})"

NAME: Final = (
    r"@?[^\W_][\w.'’-]{0,30}(?: (?:\(?[A-Z][\w.'’-]{0,30}\)?|[A-Z]\.?|de|del|van|von|der|den|la|le|of|the|and|&"
    r"|bin|al)){0,4}"
)
"""A name as it stands: one word or handle, then capitalised words and particles; case matters."""

_NAMES: Final = re.compile(
    r"(?:[@A-ZÀ-Þ©][\w.'’&-]*|[0-9]{4}|of|the|and|&|de|del|van|von|der|den|la|le|for|via|by|/)(?:[,/|·]?\s+|/|$)"
)


def is_names(text: str, most: int = 8) -> bool:
    """Whether a text holds nothing but names: capitalised words, handles, particles and what joins them."""
    words = text.strip(" .()[]")
    at = count = 0
    while at < len(words):
        found = _NAMES.match(words, at)
        count += 1
        if found is None or count > most:
            return False
        at = found.end()
    return count > 0 and any(char.isupper() or char == "@" for char in words)
