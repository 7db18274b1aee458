-- The history: rows are added and never changed (docs/ledger.md).
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  bag INTEGER,
  body TEXT NOT NULL,
  hash TEXT NOT NULL)

CREATE INDEX event_of_bag ON event (bag, seq)

CREATE INDEX event_of_kind ON event (kind, seq)

-- What is expected of each file, from the event "since" on; of a file that is no longer expected bytes is -1.
CREATE TABLE baseline (
  bag INTEGER NOT NULL,
  path BYTEA NOT NULL,
  since INTEGER NOT NULL REFERENCES event (seq),
  bytes BIGINT NOT NULL,
  digest BYTEA NOT NULL,
  PRIMARY KEY (bag, path, since))

-- Files that a check did not find intact.
CREATE TABLE failure (
  event INTEGER NOT NULL REFERENCES event (seq),
  path BYTEA NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (event, path))

-- Where the chain ends. One row.
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  ledger TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL)

-- What follows from the events, kept so that questions are answered at once.
CREATE TABLE bag (
  id INTEGER PRIMARY KEY,
  location TEXT NOT NULL UNIQUE,
  form TEXT NOT NULL,
  copy_of INTEGER REFERENCES bag (id),
  algorithm TEXT NOT NULL,
  baseline INTEGER NOT NULL REFERENCES event (seq),
  registered INTEGER NOT NULL REFERENCES event (seq),
  files BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  root TEXT NOT NULL,
  store TEXT NOT NULL,
  judged TEXT NOT NULL)

CREATE INDEX copy_of_bag ON bag (copy_of)

CREATE TABLE part (
  bag INTEGER NOT NULL REFERENCES bag (id),
  number INTEGER NOT NULL,
  first BYTEA NOT NULL,
  beyond BYTEA NOT NULL,
  files BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  verified BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  event INTEGER NOT NULL,
  failing_since INTEGER NOT NULL,
  failing_checks INTEGER NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (bag, number))

CREATE INDEX part_by_age ON part (verified, event, bag, number)

CREATE INDEX part_by_outcome ON part (outcome, bag)

-- Runs that are under way; a claim on a part is worth as much as its run.
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  began INTEGER NOT NULL,
  until BIGINT NOT NULL,
  host TEXT NOT NULL,
  process TEXT NOT NULL)

-- How far an unfinished check of a part has come.
CREATE TABLE progress (
  bag INTEGER NOT NULL,
  part INTEGER NOT NULL,
  baseline INTEGER NOT NULL,
  began BIGINT NOT NULL,
  upto BYTEA NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (bag, part))
