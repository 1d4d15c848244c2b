"""The tables of an index file, and the marks by which a file is known to be one of this make."""

from __future__ import annotations

import zlib
from typing import Final

APPLICATION_ID: Final = 0x6C6B6231
"""``lkb1``: SQLite's header field that tells whose file it is."""
VERSION: Final = 1
"""Raised whenever rows are written differently although the tables are the same."""
SEAL: Final = range(60, 64)
"""Bytes of SQLite's header, its user version, in which a finished build writes the checksum of all others."""
PAGE_SIZE: Final = 4096

_SCHEMA: Final = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE input(path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL)
WITHOUT ROWID;

CREATE TABLE source(id TEXT PRIMARY KEY, key TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
metadata TEXT NOT NULL, caveat TEXT, words TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE claim(row INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT NOT NULL, start INTEGER NOT NULL,
subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT, shape TEXT NOT NULL, speaker TEXT,
polarity TEXT NOT NULL, modality TEXT NOT NULL, review TEXT NOT NULL, stated TEXT, valid TEXT,
qualifiers TEXT NOT NULL, said TEXT NOT NULL, named TEXT NOT NULL, data TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE INDEX claim_id ON claim(id);
CREATE INDEX claim_subject ON claim(subject, predicate);
CREATE INDEX claim_object ON claim(object, predicate) WHERE object IS NOT NULL;
CREATE INDEX claim_predicate ON claim(predicate);
CREATE INDEX claim_speaker ON claim(speaker) WHERE speaker IS NOT NULL;
CREATE INDEX claim_source ON claim(source, start);
CREATE VIRTUAL TABLE claim_text USING fts5(said, named, content='claim', content_rowid='row', detail=none,
tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE claim_word USING fts5vocab(claim_text, row);

CREATE TABLE entity(id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, maker TEXT, data TEXT NOT NULL)
WITHOUT ROWID;
CREATE TABLE alias(key TEXT NOT NULL, entity TEXT NOT NULL, loose TEXT NOT NULL, text TEXT NOT NULL,
PRIMARY KEY(key, entity)) WITHOUT ROWID;
CREATE INDEX alias_loose ON alias(loose, entity);
CREATE TABLE merged(id TEXT PRIMARY KEY, entity TEXT NOT NULL, name TEXT NOT NULL, until TEXT) WITHOUT ROWID;
CREATE INDEX merged_entity ON merged(entity, id);
CREATE TABLE kin(part TEXT NOT NULL, whole TEXT NOT NULL, how TEXT NOT NULL, PRIMARY KEY(part, whole)) WITHOUT ROWID;
CREATE INDEX kin_whole ON kin(whole, part);
CREATE TABLE name_word(word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX name_word_stem ON name_word(stem);

CREATE TABLE predicate(id TEXT PRIMARY KEY, topic TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cue(row INTEGER PRIMARY KEY, data TEXT NOT NULL);

CREATE TABLE finding(id TEXT PRIMARY KEY, kind TEXT NOT NULL, severity TEXT NOT NULL, decision TEXT,
data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE finding_claim(claim TEXT NOT NULL, finding TEXT NOT NULL, side TEXT NOT NULL,
PRIMARY KEY(claim, finding, side)) WITHOUT ROWID;
CREATE TABLE witness(source TEXT PRIMARY KEY, name TEXT NOT NULL, retells INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE verification(claim TEXT PRIMARY KEY, status TEXT NOT NULL, start INTEGER, end INTEGER,
detail TEXT NOT NULL) WITHOUT ROWID;
"""

TABLES: Final = tuple(filter(None, (statement.strip() for statement in _SCHEMA.split(";"))))
"""Every statement in order; a claim's row number is a digest of its source and id: no order of building shows."""

SCHEMA_DIGEST: Final = f"{VERSION}-{zlib.crc32(chr(10).join(TABLES).encode()):08x}"
"""Stands in ``meta`` of every index; another digest is another make."""

LISTED: Final = (
    *("meta", "input", "source", "claim", "entity", "alias", "merged", "kin", "name_word"),
    *("predicate", "cue", "finding", "finding_claim", "witness", "verification", "claim_word"),
)
"""Tables whose rows two builds of one content share to the last byte."""
