// The SQLite store's tables, as the steps that make them. A step that has shipped is never edited: add
// another. Not the statements that use them (sqlite_store.cpp). Constants; any thread.
#pragma once

#include <array>

namespace farewell::hub {

inline constexpr int kApplicationId = 0x46574842;  ///< "FWHB"

/// Step i brings user_version from i to i + 1. UUIDs of responses are 16 bytes; times are UTC milliseconds.
inline constexpr std::array kMigrations = {
    R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE site (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  time_zone TEXT NOT NULL
) STRICT;

CREATE TABLE terminal (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  site INTEGER NOT NULL REFERENCES site,
  name TEXT NOT NULL,
  key BLOB NOT NULL,
  enrolled_at INTEGER NOT NULL,
  cloned_at INTEGER              -- when a fork first showed that there are two of it
) STRICT;

CREATE TABLE pairing_code (
  hash BLOB PRIMARY KEY,
  site INTEGER NOT NULL REFERENCES site,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
  number INTEGER PRIMARY KEY,
  selector BLOB NOT NULL,        -- the hash's first 8 bytes, to find it by
  hash BLOB NOT NULL UNIQUE,
  site INTEGER NOT NULL REFERENCES site,
  who TEXT NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX token_by_selector ON token (selector);

CREATE TABLE stream (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  terminal INTEGER NOT NULL REFERENCES terminal,
  have_upto INTEGER NOT NULL
) STRICT;

CREATE TABLE response (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  stream INTEGER NOT NULL REFERENCES stream,
  seq INTEGER NOT NULL,
  terminal INTEGER NOT NULL REFERENCES terminal,
  site INTEGER NOT NULL REFERENCES site,
  started_at INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  value INTEGER NOT NULL,
  of INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX response_by_seq ON response (stream, seq);
CREATE INDEX response_by_start ON response (site, started_at);

CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  stream INTEGER NOT NULL REFERENCES stream,
  seq INTEGER NOT NULL,
  terminal INTEGER NOT NULL REFERENCES terminal,
  site INTEGER NOT NULL REFERENCES site,
  reason TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (stream, seq)
) STRICT;
CREATE INDEX quarantine_by_id ON quarantine (id);
CREATE INDEX quarantine_by_site ON quarantine (site);

CREATE TABLE help_call (
  id TEXT PRIMARY KEY,
  terminal INTEGER NOT NULL REFERENCES terminal,
  site INTEGER NOT NULL REFERENCES site,
  response TEXT NOT NULL,
  language TEXT NOT NULL,
  at INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,   -- 0 ringing, 1 accepted, 2 done
  taken_by TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX help_call_by_time ON help_call (site, at);

CREATE TABLE health (
  terminal INTEGER PRIMARY KEY REFERENCES terminal,
  received_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE hour (
  terminal INTEGER NOT NULL REFERENCES terminal,
  hour TEXT NOT NULL,
  woken INTEGER NOT NULL,
  rated INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  PRIMARY KEY (terminal, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE config (
  site INTEGER PRIMARY KEY REFERENCES site,
  version INTEGER NOT NULL,
  survey TEXT NOT NULL
) STRICT;
)sql",
    R"sql(
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  site TEXT NOT NULL,
  who TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL              -- of the entry and the hash before it (audit.h)
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
)sql"};

}  // namespace farewell::hub
