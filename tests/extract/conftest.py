"""The two packs, compiled once for all tests."""

from __future__ import annotations

import pytest

from leica_kb.extract import Extractor
from leica_kb.packs import Pack, load_packs
from tests.extract.saying import Reader


@pytest.fixture(scope="session")
def leica_pack() -> Pack:
    return load_packs(["leica"])[0]


@pytest.fixture(scope="session")
def leica(leica_pack: Pack) -> Reader:
    return Reader(Extractor.of(leica_pack))


@pytest.fixture(scope="session")
def companies() -> Reader:
    return Reader(Extractor.of(load_packs(["companies"])[0]))
