"""Datelines in front of a report: no part of its first sentence, and no dash makes one."""

from __future__ import annotations

import pytest

from leica_kb.extract.candidates.datelines import dateline_of
from leica_kb.model import Span
from tests.extract.saying import Reader

DATELINES = [
    ("OSLO, March 11 - Nordal Optik was founded in 1950.", "OSLO, March 11 - "),
    ("PARIS (Reuters) – Orlik was bought by Nikon.", "PARIS (Reuters) – "),
    ("Cork, 9 October 2018: Orlik has a new plant.", "Cork, 9 October 2018: "),
    ("Graz, Austria (September 10, 2015) – Orlik has a new plant.", "Graz, Austria (September 10, 2015) – "),
    ("BERGEN, Norway – March 14, 2024 – Orlik has a new plant.", "BERGEN, Norway – March 14, 2024 – "),
    ("OSLO, 3 May 2020 /PRNewswire/ -- Orlik has a new plant.", "OSLO, 3 May 2020 /PRNewswire/ -- "),
    # a name and a dash; the years of a life; a gloss; a town that the sentence speaks of
    ("NIKON – The firm was founded in 1917.", None),
    ("Ada Moor (March 1910 – September 1952) was the founder of Orlik.", None),
    ("Orlik, founded in May 1950 - and still in Oslo - makes lenses.", None),
    ("Oslo, where Nordal makes lenses, is a town.", None),
]


@pytest.mark.parametrize(("text", "found"), DATELINES, ids=[t for t, _ in DATELINES])
def test_datelines(text: str, found: str | None) -> None:
    dateline = dateline_of(text, Span(0, len(text)))
    assert (dateline.of(text) if dateline else None) == found


def test_who_a_report_is_about_is_not_where_it_was_sent_from(leica: Reader) -> None:
    text = "OSLO, March 11 - Swedish optics group Nordal AB has bought Vela Cameras, a Japanese maker of shutters."
    assert leica.says(text) == {
        "nordal-ab based_in sweden",
        "vela-cameras acquired_by nordal-ab",
        "vela-cameras based_in japan",
        "vela-cameras makes shutters",
    }
