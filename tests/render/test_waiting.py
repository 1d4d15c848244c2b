"""The progress bar."""

from __future__ import annotations

import pytest

from leica_kb.render.waiting import Bar


def test_a_bar_tells_what_is_done_and_vanishes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with Bar() as bar:
        bar.advance("reading", 0, 2)
        bar.advance("reading", 1, 2)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "reading" in printed.err
