"""The claims on disk: read through a strict door, merged with what the rules propose, written without losing a word."""

from leica_kb.store.canonical import claim_lines, dump_claims
from leica_kb.store.decisions import (
    RULED,
    Decision,
    Ruling,
    load_decisions,
    load_name_rulings,
    load_ruled,
    load_rulings,
    save_decisions,
    save_rulings,
)
from leica_kb.store.entities import ENTITIES, add_entity, drop_entity
from leica_kb.store.entries import entry_text, parse_entry, revise, with_entry
from leica_kb.store.history import LogEntry, append_log, load_log, logged
from leica_kb.store.ids import assign_ids, birth_id, birth_ids
from leica_kb.store.loading import claims_digest, load_base, load_claim_file, load_claims
from leica_kb.store.merging import Merge, merge
from leica_kb.store.name_rulings import NAME, NameRuling, name_ruling
from leica_kb.store.paths import BASE_FILE, SCHEMAS, claims_path, editor_line, proposed_path, text_path
from leica_kb.store.problems import CODES
from leica_kb.store.proposals import Proposals, load_proposed, save_proposed
from leica_kb.store.quoting import quote_scalar
from leica_kb.store.reading import parse_claims
from leica_kb.store.saving import Edit, edit_claims, plan_edit, save_claims, tidy_claims, write_edits
from leica_kb.store.texts import load_text, save_text
from leica_kb.store.tidying import (
    BASE_ORDER,
    DECISIONS_ORDER,
    ENTITIES_ORDER,
    SIDECAR_ORDER,
    Orders,
    plain_bytes,
    tidy_yaml,
)
from leica_kb.store.values import FORMAT, NOWHERE, Base, ClaimFile, Draft, by_position, complete

__all__ = [
    "BASE_FILE",
    "BASE_ORDER",
    "CODES",
    "DECISIONS_ORDER",
    "ENTITIES",
    "ENTITIES_ORDER",
    "FORMAT",
    "NAME",
    "NOWHERE",
    "RULED",
    "SCHEMAS",
    "SIDECAR_ORDER",
    "Base",
    "ClaimFile",
    "Decision",
    "Draft",
    "Edit",
    "LogEntry",
    "Merge",
    "NameRuling",
    "Orders",
    "Proposals",
    "Ruling",
    "add_entity",
    "append_log",
    "assign_ids",
    "birth_id",
    "birth_ids",
    "by_position",
    "claim_lines",
    "claims_digest",
    "claims_path",
    "complete",
    "drop_entity",
    "dump_claims",
    "edit_claims",
    "editor_line",
    "entry_text",
    "load_base",
    "load_claim_file",
    "load_claims",
    "load_decisions",
    "load_log",
    "load_name_rulings",
    "load_proposed",
    "load_ruled",
    "load_rulings",
    "load_text",
    "logged",
    "merge",
    "name_ruling",
    "parse_claims",
    "parse_entry",
    "plain_bytes",
    "plan_edit",
    "proposed_path",
    "quote_scalar",
    "revise",
    "save_claims",
    "save_decisions",
    "save_proposed",
    "save_rulings",
    "save_text",
    "text_path",
    "tidy_claims",
    "tidy_yaml",
    "with_entry",
    "write_edits",
]
