"""Small bases to work on: one as a person would begin it, and the same one built, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from leica_kb.kb import KnowledgeBase

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # how long an example takes is the machine's affair

MAKER = """The Making of Sigma

Sigma was founded by Michihiro Yamaki. The company was founded in 1961. It is based in Japan.

“We will not make a phone,” said Kazuto Yamaki.
"""
BLOG = """Before we start: everything here is speculation besides what the companies said.

Sigma was founded in 1971. Perhaps Sigma makes a new camera.

Comments

Sigma is from Japan, I think.
"""
CLAIMS_OF_MAKER = """format: 1
source: maker
claims:
  # the year stands on the company's own page
  - subject: sigma
    predicate: founded_in
    object: {date: "1961"}
    quote: The company was founded in 1961
  - subject: sigma
    predicate: based_in
    object: {entity: japan}
    quote: It is based in Japan
"""
CLAIMS_OF_BLOG = """format: 1
source: blog
claims:
  - subject: sigma
    predicate: founded_in
    object: {date: "1971"}
    quote: Sigma was founded in 1971
  - subject: sigma
    predicate: based_in
    object: {entity: japan}
    quote: Sigma is from Japan
"""


def write_base(root: Path) -> Path:
    """A base with two articles and a claim of each, written by hand with nothing but a quote."""
    files = {
        "claims/kb.yaml": "format: 1\npacks: [leica]\n",
        "claims/maker.yaml": CLAIMS_OF_MAKER,
        "claims/blog.yaml": CLAIMS_OF_BLOG,
        "seeds/maker.txt": MAKER,
        "seeds/maker.yaml": "title: The Making of Sigma\npublisher: Lens World\npublished: 2013-03/2013-12\n",
        "seeds/blog.txt": BLOG,
        "seeds/blog.yaml": "publisher: Rumour Blog\npublished: 2014-05\n",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def new_base(tmp_path: Path) -> Path:
    return write_base(tmp_path / "new")


@pytest.fixture(scope="session")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_base(tmp_path_factory.mktemp("built") / "base")
    KnowledgeBase(root).build()
    (root / "claims" / "log.jsonl").unlink()
    return root


@pytest.fixture
def base(_built_once: Path, tmp_path: Path) -> Path:
    """The base after a build, without its log; ids of its claims come from what they say, so they never differ."""
    return Path(shutil.copytree(_built_once, tmp_path / "base"))
