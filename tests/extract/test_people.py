"""«the brothers», «the two men», «the couple»: those that were last named together."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

MEANT = [
    ("The brothers Emil and Otto Hahn lived in Graz. In 1931 the brothers founded Nikon.", {"emil-hahn", "otto-hahn"}),
    ("Emil Hahn met Karl Lund in Dresden. In 1931 the two men founded Nikon.", {"emil-hahn", "karl-lund"}),
    ("Emil Hahn married Clara Hahn in 1930. In 1931 the couple founded Nikon.", {"emil-hahn", "clara-hahn"}),
    ("Nikon was founded by the brothers Ettore and Guido Lund.", {"ettore-lund", "guido-lund"}),
    # only one is named, or one more; no brothers; somebody else's
    ("Emil Hahn lived in Graz. In 1931 the brothers founded Nikon.", set()),
    ("Emil Hahn, Karl Lund and Jonas Berg met in Dresden. In 1931 the two men founded Nikon.", set()),
    ("Emil Hahn and Karl Lund met in Dresden. In 1931 the brothers founded Nikon.", set()),
    ("Emil Hahn met Karl Lund in Dresden. In 1931 his two friends founded Nikon.", set()),
]


@pytest.mark.parametrize(("text", "founders"), MEANT)
def test_people_told_by_how_many_they_are(leica: Reader, text: str, founders: set[str]) -> None:
    assert leica.says(text, "founded_by") == {f"nikon founded_by {founder}" for founder in founders}
