"""Lint of a base's files against each other: articles, claims, rulings, old texts and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from leica_kb.checks.faults import Fault, LintContext, path_of
from leica_kb.model import Claim, Entity, value_to_json


def check_articles(context: LintContext) -> Iterator[Fault]:
    """Files of claims whose article is not there."""
    for name, file in context.files.items():
        if name not in context.documents and (file.claims or file.drafts):
            message = f"the article {name} is not in seeds/; put it back, or take its claims away: leica-kb forget"
            yield Fault("KB408", message, path_of(file), keys=("source",))


def check_repetitions(context: LintContext) -> Iterator[Fault]:
    """Claims that say what an earlier one of the same article says, in words that overlap."""
    said: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for file, claim in context.claims():
        twins = said[_saying(claim)]
        twin = next((other for other in twins if _overlap(claim, other)), None)
        twins.append(claim)
        if twin is not None:
            message = f"says what {twin.id} says in the same words; remove one of them"
            yield Fault("KB407", message, path_of(file), claim.id)


def _saying(claim: Claim) -> tuple[str, ...]:
    said = (value_to_json(claim.object), sorted(claim.qualifiers.items()), claim.attribution, claim.time.valid)
    return (claim.source, claim.subject, claim.predicate, claim.polarity, claim.modality, repr(said))


def _overlap(one: Claim, other: Claim) -> bool:
    if one.quote == other.quote and (one.start == other.start or min(one.start, other.start) < 0):
        return True
    return max(one.start, other.start) < min(one.end, other.end)


def check_retold(context: LintContext) -> Iterator[Fault]:
    """Articles that repeat something which nobody declares."""
    for document in context.documents.values():
        for at, name in enumerate(document.metadata.retells):
            if name not in context.vocabulary.entities:
                message = f"nobody declares {name}, which {document.id} retells; give it a name in claims/entities.yaml"
                yield Fault("KB410", message, Path(document.path).with_suffix(".yaml"), keys=("retells", at))


def check_rulings(context: LintContext) -> Iterator[Fault]:
    """Rulings on claims that are gone."""
    for (_, *claims), (path, line) in context.decisions.items():
        gone = [name for name in claims if name not in context.known]
        if gone:
            message = f"rules on {' and '.join(gone)}, which no file holds any more; remove the ruling"
            yield Fault("KB411", message, path, line=line)


def check_old_texts(context: LintContext) -> Iterator[Fault]:
    """Old texts that the claims of no file speak of."""
    spoken_of = {file.text_sha256 for file in context.files.values()}
    for digest in context.old_texts:
        if digest not in spoken_of:
            message = "no file of claims speaks of this text any more; it may be deleted"
            yield Fault("KB412", message, Path("seeds") / ".texts" / f"{digest}.txt.gz")


def check_aliases(context: LintContext) -> Iterator[Fault]:
    """Names that two entities of one type have."""
    owners: dict[tuple[str, str], Entity] = {}
    for entity in context.vocabulary.entities.values():
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            other = owners.setdefault((entity.type, name.casefold()), entity)
            if context.identity.current(other.id) != context.identity.current(entity.id):
                yield _shared(name, *sorted((other, entity), key=_is_own))


def _shared(name: str, other: Entity, entity: Entity) -> Fault:
    path, _, line = entity.declared_by.rpartition(":")
    message = f"«{name}» is also a name of {other.id} ({other.declared_by}); sentences cannot tell them apart"
    return Fault("KB413", message, Path(path or "claims/entities.yaml"), line=int(line) if line.isdigit() else None)


def _is_own(entity: Entity) -> bool:
    """Whether the base itself declares it, which is where people can mend it."""
    return entity.declared_by.startswith("claims/")
