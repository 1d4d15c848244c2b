"""The one door to a base: what every command, and later every server, asks and is answered by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leica_kb.files import find_root
from leica_kb.kb.looking.indexing import load_notices, open_fresh

if TYPE_CHECKING:
    from leica_kb.corpus import Limits
    from leica_kb.kb.answers.builds import BuildReport, Candidates, Forgotten
    from leica_kb.kb.answers.cards import Card, ComparisonTable
    from leica_kb.kb.answers.changes import Difference
    from leica_kb.kb.answers.lists import ClaimList, EntityList, FindingList, ProofList, Reason, Report, SourceList
    from leica_kb.kb.answers.naming import Declared, NameList, RuledNames
    from leica_kb.kb.answers.progress import Progress
    from leica_kb.kb.answers.reviews import Reviewed, ReviewQueue, TakenBack
    from leica_kb.kb.answers.rulings import History, Precision, Ruled
    from leica_kb.kb.answers.told import Told
    from leica_kb.kb.building.evaluating import Evaluation
    from leica_kb.kb.checking.mending import Mending
    from leica_kb.kb.ruling.reviewing import Desk
    from leica_kb.model import Problem
    from leica_kb.review import Verdict


class KnowledgeBase:
    """A base of sourced claims in a folder.

    Reading keeps the index in step with the files and never reads articles with the parser; ``build`` and ``report`` do
    where an article has changed. Nothing is kept between calls.
    """

    def __init__(self, root: Path | None = None, *, limits: Limits | None = None) -> None:
        self.root = find_root(root)
        self._limits = limits

    def build(self, *, jobs: int = 1, progress: Progress | None = None) -> BuildReport:
        """Bring claims and index up to date with the articles, read in so many processes; the rest is not touched."""
        from leica_kb.kb.building.updating import build_base

        return build_base(self.root, self._read_limits(), progress, jobs=jobs)

    def report(self, *, progress: Progress | None = None) -> Report:
        """Build, then everything at a glance: sources, claims, findings, verification, problems."""
        from leica_kb.kb.building.updating import build_base
        from leica_kb.kb.looking.reporting import make_report

        built = build_base(self.root, self._read_limits(), progress)
        with self._index() as connection:
            return make_report(connection, built.problems)

    def ask(self, question: str, filter_: str = "") -> Told:
        """The fact with its receipt, or an honest no; from the claims that a filter as for ``claims`` leaves."""
        from leica_kb.kb.looking.asking import tell

        with self._index() as connection:
            return tell(connection, question, filter_)

    def claims(self, filter_: str = "") -> ClaimList:
        """The claims that meet a filter such as ``subject:leica-m11 modality:!asserted``; see ``query.FIELDS``."""
        from leica_kb.kb.looking.listing import list_claims

        with self._index() as connection:
            return list_claims(connection, filter_)

    def sources(self) -> SourceList:
        """Every article."""
        from leica_kb.kb.looking.listing import list_sources

        with self._index() as connection:
            return list_sources(connection)

    def entities(self, *, unclaimed: bool = False) -> EntityList:
        """What the claims speak of, or everything that has a name here."""
        from leica_kb.kb.looking.listing import list_entities

        with self._index() as connection:
            return list_entities(connection, unclaimed=unclaimed)

    def show(self, name: str) -> Card:
        """A claim, an article or an entity by its id or name."""
        from leica_kb.kb.looking.showing import find_card

        with self._index() as connection:
            return find_card(self.root, connection, name, self._read_limits())

    def compare(self, entity: str, predicate: str | None = None) -> ComparisonTable:
        """What the sources say of an entity and its parts side by side, and whether they agree."""
        from leica_kb.kb.looking.comparing import compare

        with self._index() as connection:
            return compare(self.root, self._read_limits(), connection, entity, predicate)

    def contradictions(self, *, notes: bool = False, decided: bool = False) -> FindingList:
        """The disagreements among the claims; with notes also what only looks like one."""
        from leica_kb.kb.looking.listing import list_findings

        with self._index() as connection:
            return list_findings(connection, notes=notes, decided=decided)

    def why(self, left: str, right: str) -> Reason:
        """Why two claims are, or are not, set against each other."""
        from leica_kb.kb.checking.judging import explain

        return explain(self.root, self._read_limits(), left, right)

    def decide(self, finding: str, verdict: str, because: str) -> Ruled:
        """Rule on a finding: real, not-a-contradiction, explained or undecided; lasts until what was judged changes."""
        from leica_kb.kb.ruling.deciding import decide

        return decide(self.root, self._read_limits(), finding, verdict, because)

    def names(self, name: str | None = None, *, everything: bool = False) -> NameList:
        """Names that nobody declared and pairs that may be one, with evidence; with everything also the rulings."""
        from leica_kb.kb.naming.suggesting import list_names

        return list_names(self.root, self._read_limits(), name, everything=everything)

    def decide_names(self, names: tuple[str, str], verdict: str, because: str, until: str | None = None) -> RuledNames:
        """Rule on two names: same, different or unsure; ``until`` is when the first gave way to the second."""
        from leica_kb.kb.naming.deciding import decide_names

        return decide_names(self.root, self._read_limits(), names, verdict, because, until)

    def declare(self, name: str, kind: str | None = None, because: str = "") -> Declared:
        """Take a name that nobody declared into the base's own entities, of this type or the one that its uses tell."""
        from leica_kb.kb.naming.declaring import declare

        return declare(self.root, self._read_limits(), name, kind, because)

    def waiting(self, filter_: str = "") -> ReviewQueue:
        """The claims of a filter that wait for a verdict: suspicious ones first, each with the reasons."""
        from leica_kb.kb.ruling.reviewing import wait_for_review

        with self._index() as connection:
            return wait_for_review(connection, filter_)

    def review(self, filter_: str, verdict: Verdict, because: str = "") -> Reviewed:
        """One verdict on every unreviewed claim of a filter; on claims named by ``id:``, whatever was ruled before."""
        from leica_kb.kb.ruling.reviewing import judge_chosen
        from leica_kb.review import ClaimVerdict

        with self._index() as connection:
            given = ClaimVerdict("", verdict, because)
            return judge_chosen(self.root, self._read_limits(), connection, filter_, given)

    def correct(self, claim: str, changes: Mapping[str, Any], because: str = "") -> Reviewed:
        """Set keys of a claim's entry, as they would be written there; the id stays, the place follows the quote."""
        from leica_kb.kb.ruling.verdicts import judge, know
        from leica_kb.review import ClaimVerdict

        with self._index() as connection:
            given = ClaimVerdict(claim, "correct", because, changes)
            return judge(self.root, self._read_limits(), know(connection, [claim]), [given])

    def review_from(self, file: Path) -> Reviewed:
        """The verdicts of a YAML or JSON Lines file, all or, where any of its rows is bad, none."""
        from leica_kb.kb.ruling.reviewing import judge_listed

        with self._index() as connection:
            return judge_listed(self.root, self._read_limits(), connection, file)

    @contextmanager
    def reviewing(self, filter_: str = "") -> Iterator[Desk]:
        """A desk at which a person goes through the claims that wait; every verdict is written at once."""
        from leica_kb.kb.ruling.reviewing import Desk

        with self._index() as connection:
            yield Desk(self.root, self._read_limits(), connection, filter_)

    def undo(self, *about: str) -> Ruled | RuledNames | Declared | TakenBack:
        """Take back the last ruling or review, or the last on a finding, a claim or names."""
        from leica_kb.kb.ruling.undoing import undo

        return undo(self.root, *about)

    def log(self, *about: str) -> History:
        """What commands changed in the base, oldest first; or what concerns a finding, a claim, a source or names."""
        from leica_kb.kb.ruling.undoing import read_history

        return read_history(self.root, *about)

    def diff(self, revisions: str) -> Difference:
        """How the base differs between two git commits (``REV..REV``), or between one and the working tree."""
        from leica_kb.kb.history.diffing import compare_revisions

        return compare_revisions(self.root, self._read_limits(), revisions)

    def precision(self) -> Precision:
        """How often each kind of finding proved right, by what people ruled."""
        from leica_kb.kb.ruling.precision import measure_precision
        from leica_kb.query import find_findings
        from leica_kb.store import load_decisions

        with self._index() as connection:
            return measure_precision(find_findings(connection), load_decisions(self.root)[0])

    def verify(self, ids: Sequence[str] = (), *, fix: bool = False) -> ProofList:
        """Prove each quote against its article; with ``fix`` write the new places of those whose words are intact."""
        from leica_kb.kb.checking.proving import prove

        return prove(self.root, self._read_limits(), ids, fix=fix)

    def check(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the files of the base, notes included."""
        from leica_kb.kb.checking.checked import load_checked

        if self._limits is None and (known := load_checked(self.root)) is not None:
            return known
        from leica_kb.kb.checking.linting import find_problems

        return find_problems(self.root, self._read_limits())

    def mend(self) -> Mending:
        """Mend what needs no judgement (``check --fix``), and tell what is left."""
        from leica_kb.kb.checking.mending import mend

        return mend(self.root, self._read_limits())

    def extract(
        self,
        files: Sequence[Path] = (),
        text: str | None = None,
        *,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Candidates:
        """What the rules read in the given texts (or in every article of the base); nothing is written."""
        from leica_kb.kb.building.extracting import read_texts

        return read_texts(self.root, self._read_limits(), (files, text), progress, jobs=jobs)

    def evaluate(self, gold: Path, *, progress: Progress | None = None) -> Evaluation:
        """How the rules alone, and how the base's claims, meet gold claims of its articles."""
        from leica_kb.kb.building.evaluating import evaluate

        return evaluate(self.root, self._read_limits(), gold, progress)

    def forget(self, source: str) -> Forgotten:
        """Take away an article with exactly its claims."""
        from leica_kb.kb.building.forgetting import forget_source

        return forget_source(self.root, self._read_limits(), source)

    def notices(self) -> tuple[str, ...]:
        """What a person should know beside any answer: articles newer than their claims, faults in files."""
        return load_notices(self.root)

    def _read_limits(self) -> Limits:
        from leica_kb.corpus import Limits

        return self._limits or Limits()

    @contextmanager
    def _index(self) -> Iterator[sqlite3.Connection]:
        """The index, made anew first where files have changed."""
        connection = open_fresh(self.root)
        if connection is None:
            from leica_kb.kb.building.updating import refresh

            connection = refresh(self.root, self._read_limits())
        try:
            yield connection
        finally:
            connection.close()
