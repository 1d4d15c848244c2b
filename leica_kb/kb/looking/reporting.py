"""The whole base at a glance, from the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from leica_kb.kb.answers.lists import Proof, ProofList, Report
from leica_kb.kb.answers.names import load_names, load_sources
from leica_kb.kb.looking.listing import list_findings
from leica_kb.model import Problem
from leica_kb.query import ClaimFilter, find_claims, find_verifications
from leica_kb.store import claims_path


def make_report(connection: sqlite3.Connection, problems: Sequence[Problem]) -> Report:
    """Sources, claims by topic, findings, verification and problems."""
    claims = find_claims(connection, ClaimFilter())
    names = load_names(connection, claims)
    verified = {found.claim: found for found in find_verifications(connection)}
    proofs = (
        Proof(claim, verified[claim.id], claims_path(claim.source).as_posix(), None)
        for claim in claims
        if claim.id in verified
    )
    return Report(
        sources=load_sources(connection),
        claims=claims,
        findings=list_findings(connection, notes=False, decided=False),
        verification=ProofList(tuple(proofs), names),
        problems=tuple(problems),
        names=names,
    )
