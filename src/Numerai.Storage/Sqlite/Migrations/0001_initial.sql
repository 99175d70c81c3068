-- State of actors. next_sequence is repeated from the JSON so that a starting host finds rows with unpublished events
-- without reading states.
CREATE TABLE actor_rows (
    kind          TEXT    NOT NULL,
    key           TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    next_sequence INTEGER NOT NULL,
    json          TEXT    NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX actor_rows_head ON actor_rows (kind, key, version, next_sequence);

-- Accepted submissions. The position is their order of arrival and breaks ties of the time received.
CREATE TABLE submissions (
    position        INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT    NOT NULL UNIQUE,
    tournament      INTEGER NOT NULL,
    round           INTEGER,
    model           TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    filename        TEXT    NOT NULL,
    file_sha256     TEXT    NOT NULL,
    universe_sha256 TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    delayed         INTEGER NOT NULL,
    rows            INTEGER NOT NULL,
    dropped         INTEGER NOT NULL,
    received        TEXT    NOT NULL,
    reason          TEXT
);
CREATE INDEX submissions_of_round ON submissions (tournament, round, status, model, received, position);
CREATE INDEX submissions_of_model ON submissions (model, received, position);

-- Rank codes, little-endian, two bytes each.
CREATE TABLE submission_codes (
    id    TEXT NOT NULL PRIMARY KEY REFERENCES submissions (id),
    codes BLOB NOT NULL
);

CREATE TABLE sealed_rounds (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    PRIMARY KEY (tournament, round)
);

-- Published data files; the file is there before its row is.
CREATE TABLE datasets (
    name      TEXT    NOT NULL PRIMARY KEY,
    length    INTEGER NOT NULL,
    sha256    TEXT    NOT NULL,
    published TEXT    NOT NULL
);

CREATE TABLE uploads (
    filename      TEXT    NOT NULL PRIMARY KEY,
    original_name TEXT    NOT NULL,
    purpose       TEXT    NOT NULL,
    account       TEXT    NOT NULL,
    model         TEXT,
    maximum_bytes INTEGER NOT NULL,
    expires       TEXT    NOT NULL,
    length        INTEGER,
    sha256        TEXT,
    used          INTEGER NOT NULL
);
CREATE INDEX uploads_unused ON uploads (expires) WHERE used = 0;

-- Events in the order they were applied, and how far each source has been applied.
CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    source   TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    time     TEXT    NOT NULL,
    event    TEXT    NOT NULL,
    UNIQUE (source, sequence)
);
CREATE TABLE event_sources (
    source   TEXT    NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL
);

-- What people look at. Scores refer to models by number: they are many, and a number is a tenth of an id.
CREATE TABLE accounts (
    id         TEXT NOT NULL PRIMARY KEY,
    username   TEXT NOT NULL,
    registered TEXT NOT NULL
);
CREATE TABLE models (
    number     INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    tournament INTEGER,
    name       TEXT,
    owner      TEXT,
    username   TEXT,
    created    TEXT,
    stake      TEXT    NOT NULL DEFAULT '0',
    pending    TEXT    NOT NULL DEFAULT '0'
);
CREATE INDEX models_by_name ON models (tournament, name COLLATE NOCASE);
CREATE INDEX models_by_owner ON models (owner);
CREATE TABLE rounds (
    tournament    INTEGER NOT NULL,
    round         INTEGER NOT NULL,
    phase         TEXT    NOT NULL,
    opens         TEXT    NOT NULL,
    closes        TEXT    NOT NULL,
    resolves      TEXT    NOT NULL,
    submissions   INTEGER NOT NULL DEFAULT 0,
    at_risk       TEXT    NOT NULL DEFAULT '0',
    payout_factor TEXT,
    scored_day    INTEGER NOT NULL DEFAULT 0,
    paid          TEXT    NOT NULL DEFAULT '0',
    burned        TEXT    NOT NULL DEFAULT '0',
    merkle_root   TEXT,
    resolved      TEXT,
    PRIMARY KEY (tournament, round)
);
CREATE TABLE score_names (
    number INTEGER PRIMARY KEY,
    name   TEXT    NOT NULL UNIQUE
);
CREATE TABLE scores (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    model      INTEGER NOT NULL,
    score      INTEGER NOT NULL,
    late       INTEGER NOT NULL,
    value      REAL,
    percentile REAL,
    PRIMARY KEY (tournament, round, day, model, score)
) WITHOUT ROWID;
CREATE INDEX scores_of_model ON scores (model, tournament, round, day);
CREATE TABLE score_days (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    final      INTEGER NOT NULL,
    published  TEXT    NOT NULL,
    PRIMARY KEY (tournament, round, day)
);
CREATE TABLE payouts (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    model      INTEGER NOT NULL,
    at_risk    TEXT    NOT NULL,
    multiplier TEXT    NOT NULL,
    payout     TEXT    NOT NULL,
    burn       TEXT    NOT NULL,
    resolved   TEXT    NOT NULL,
    PRIMARY KEY (tournament, round, model)
);
CREATE INDEX payouts_of_model ON payouts (model, tournament, round);

-- One-year totals behind the leaderboard: on-time final scores in billionths (exact, since scores are published with 9 decimals)
-- over the rounds named in standing_rounds. A round is taken out again when it has become a year old.
CREATE TABLE standing_rounds (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    resolved   TEXT    NOT NULL,
    PRIMARY KEY (tournament, round)
);
CREATE TABLE standings (
    tournament INTEGER NOT NULL,
    model      INTEGER NOT NULL,
    rounds     INTEGER NOT NULL,
    PRIMARY KEY (tournament, model)
) WITHOUT ROWID;
CREATE TABLE standing_scores (
    tournament INTEGER NOT NULL,
    model      INTEGER NOT NULL,
    score      INTEGER NOT NULL,
    billionths INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    PRIMARY KEY (tournament, model, score)
) WITHOUT ROWID;

CREATE TABLE ledger (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    chain    TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    transfer TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    debit    TEXT    NOT NULL,
    credit   TEXT    NOT NULL,
    amount   TEXT    NOT NULL,
    round    TEXT,
    time     TEXT    NOT NULL,
    previous TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    UNIQUE (chain, sequence)
);
CREATE TABLE ledger_balances (
    account TEXT NOT NULL PRIMARY KEY,
    amount  TEXT NOT NULL
);
