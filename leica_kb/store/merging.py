"""The merge of a source's stored claims with what the rules propose now (docs/decisions/0003-merge.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leica_kb.model import Claim
from leica_kb.store.fields import is_edited, is_machines, mark_corrected, merge_fields, move_words, says_otherwise
from leica_kb.store.ids import assign_ids, birth_id, birth_ids, by_content
from leica_kb.store.matching import Ground, nearest, pair_equals, pair_variants, says_same
from leica_kb.store.values import ClaimFile, by_position


@dataclass(frozen=True, slots=True)
class Merge:
    """The claims to store, the proposals to remember, and by ids what became of what."""

    claims: tuple[Claim, ...]
    proposed: tuple[Claim, ...]
    """The proposals with the ids of the stored claims that they are; the next merge's ``last``."""
    remembered: tuple[Claim, ...] = ()
    """Claims of ``last`` that are no longer proposed; to be kept beside the proposals (``Proposals.remembered``)."""
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Claims of which the machine now says something else, or of other words."""
    kept: tuple[str, ...] = ()
    """Stored claims that stay as they are."""
    corrected: tuple[str, ...] = ()
    """Claims found changed by a person, and marked so."""
    absorbed: tuple[str, ...] = ()
    """Claims that a proposal repeats and that it may not change: reviewed, or not of the rules."""
    rejected: tuple[str, ...] = ()
    """Rejected claims that were proposed again, in vain."""
    withdrawn: tuple[str, ...] = ()
    """Proposals that a person has taken out of the file, and that stay out."""
    unfound: tuple[str, ...] = ()
    """Claims of the rules that the rules no longer find; they stay."""
    orphaned: tuple[str, ...] = ()
    """Claims whose words no longer stand in the text; they stay."""


def merge(
    stored: ClaimFile,
    last: Sequence[Claim],
    proposed: Sequence[Claim],
    *,
    anchored: Mapping[str, Claim | None] | None = None,
) -> Merge:
    """What the file is to hold after the rules have proposed.

    ``last``: what is remembered from the merge before (``Proposals.known``). ``anchored``, needed where a stored claim
    does not stand where it says it does: each claim as it stands in the text now, None where its words are gone. Ids of
    proposals are not looked at, no order matters; merging the result with the same proposals again changes nothing.
    """
    known = [] if not stored.claims and not stored.digest else list(last)
    ground = Ground(anchored is not None, anchored or {})
    now = sorted((replace(claim, id="") for claim in proposed), key=by_content)
    state = _State(stored, sorted(_named(known), key=ground.order), now, ground)
    state.match()
    return state.result()


def _named(claims: Sequence[Claim]) -> list[Claim]:
    births = birth_ids(claims)
    return [claim if claim.id else replace(claim, id=birth) for claim, birth in zip(claims, births, strict=True)]


class _State:
    """One merge in progress: which proposal is which stored claim."""

    def __init__(self, file: ClaimFile, last: list[Claim], proposed: list[Claim], ground: Ground) -> None:
        self.stored = {claim.id: claim for claim in by_position(file.claims)}
        self.held = frozenset((*file.unread, *(draft.claim.id for draft in file.drafts)))
        self.last = last
        self.proposed = proposed
        self.ground = ground
        self.ids: dict[int, str] = {}
        self.met: dict[str, list[tuple[Claim, Claim | None]]] = {}
        self.withdrawn: set[str] = set()
        self.used: set[int] = set()

    def match(self) -> None:
        """Give each proposal the id of what it is; those that are left are new."""
        pairs = pair_equals(self.last, self.proposed, self.ground)
        self.used |= {*pairs.values()}
        births = birth_ids(self.proposed)
        stored = list(self.stored.values())
        for at, proposal in enumerate(self.proposed):
            before = self.last[pairs[at]] if at in pairs else None
            own = before.id if before else births[at]
            if own in self.stored:
                self._settle(at, own, before)
            elif own in self.held:
                self.ids[at] = own
            elif (owner := nearest(stored, proposal, self.ground, says_same)) is not None:
                self._settle(at, stored[owner].id, None)
            elif before:
                self.ids[at] = own
                self.withdrawn.add(own)
        self._match_variants()

    def _match_variants(self) -> None:
        """Proposals that read otherwise the words of claims that are no longer proposed."""
        gone = [at for at, claim in enumerate(self.last) if at not in self.used and self._may_change(claim.id)]
        left = [at for at in range(len(self.proposed)) if at not in self.ids]
        known = [self.last[at] for at in gone]
        for index, owner in pair_variants(known, [self.proposed[at] for at in left], self.ground).items():
            self._settle(left[index], known[owner].id, known[owner])
            self.used.add(gone[owner])

    def _may_change(self, own: str) -> bool:
        claim = self.stored.get(own)
        open_to = claim is not None and claim.review.state in ("unreviewed", "corrected")
        return open_to and own not in self.met

    def _settle(self, at: int, own: str, before: Claim | None) -> None:
        self.ids[at] = own
        if before is None:
            known = [n for n, claim in enumerate(self.last) if n not in self.used and claim.id == own]
            before = self.last[known[0]] if known else None
            self.used |= {*known}
        self.met.setdefault(own, []).append((self.proposed[at], before))

    def result(self) -> Merge:
        """The claims and the lists of what became of them."""
        taken = frozenset((*self.stored, *self.held, *self.withdrawn, *(claim.id for claim in self.last)))
        fresh = [at for at in range(len(self.proposed)) if at not in self.ids]
        new = assign_ids([self.proposed[at] for at in fresh], taken)
        self.ids |= {at: claim.id for at, claim in zip(fresh, new, strict=True)}
        outcomes = [self._outcome(claim) for claim in self.stored.values()]
        return Merge(
            claims=by_position([*(outcome.after for outcome in outcomes), *new]),
            proposed=by_position([replace(claim, id=self.ids[at]) for at, claim in enumerate(self.proposed)]),
            remembered=self._remembered(),
            new=tuple(sorted(claim.id for claim in new)),
            changed=_those(outcomes, lambda outcome: outcome.changed),
            kept=_those(outcomes, lambda outcome: not outcome.changed),
            corrected=_those(outcomes, lambda outcome: outcome.before.review.state != outcome.after.review.state),
            absorbed=_those(outcomes, lambda outcome: outcome.met and not outcome.merged and not outcome.rejected),
            rejected=_those(outcomes, lambda outcome: outcome.met and outcome.rejected),
            withdrawn=tuple(sorted(self.withdrawn)),
            unfound=_those(outcomes, lambda outcome: outcome.unfound),
            orphaned=_those(outcomes, lambda outcome: outcome.orphaned),
        )

    def _remembered(self) -> tuple[Claim, ...]:
        gone = [claim for at, claim in enumerate(self.last) if at not in self.used and claim.id not in self.met]
        return tuple(sorted((self.ground.follow(claim, self.stored.get(claim.id)) for claim in gone), key=by_content))

    def _outcome(self, claim: Claim) -> _Outcome:
        """The stored claim after the merge, where its words stand now."""
        merged, renewed = claim, False
        version = self._version(claim) if is_machines(claim) else None
        if version:
            before, proposal = version
            merged = merge_fields(claim, before, proposal, overlaps=self.ground.overlap(claim, proposal) > 0)
            renewed = (merged.quote, merged.span) == (proposal.quote, proposal.span)
        elif is_machines(claim) and self._is_edited(claim):
            merged = mark_corrected(claim)
        here = self.ground.anchored.get(claim.id, claim)
        after = merged if renewed or here is None else move_words(merged, here)
        return _Outcome(claim, after, claim.id in self.met, version is not None, here is None and not renewed)

    def _version(self, claim: Claim) -> tuple[Claim, Claim] | None:
        """What the machine said last of the claim and says now; of several, those that the claim itself comes from."""
        versions = [(before, proposal) for proposal, before in self.met.get(claim.id, ()) if before is not None]
        return min(versions, key=lambda version: self._distance(claim, version[0]), default=None)

    def _distance(self, claim: Claim, before: Claim) -> tuple[bool, bool]:
        return (is_edited(claim, before), birth_id(before) != claim.id)

    def _is_edited(self, claim: Claim) -> bool:
        """Whether the machine knew the claim, and not as it stands now."""
        versions = [before for before in self.last if before.id == claim.id]
        return bool(versions) and all(is_edited(claim, before) for before in versions)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one stored claim."""

    before: Claim
    after: Claim
    met: bool
    """A proposal is this claim."""
    merged: bool
    """The machine may say it anew."""
    orphaned: bool

    @property
    def changed(self) -> bool:
        return says_otherwise(self.after, self.before)

    @property
    def rejected(self) -> bool:
        return self.before.review.state == "rejected"

    @property
    def unfound(self) -> bool:
        return self.before.origin.startswith("rules/") and not (self.met or self.rejected or self.orphaned)


def _those(outcomes: Iterable[_Outcome], holds: Callable[[_Outcome], bool]) -> tuple[str, ...]:
    return tuple(sorted(outcome.before.id for outcome in outcomes if holds(outcome)))
