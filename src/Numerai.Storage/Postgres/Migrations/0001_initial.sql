-- The same tables as on SQLite, so that rows move from one to the other unchanged. All text here is compared by code point: model ids
-- order the rows of stored tables, and a server's locale must not have a say in that.
CREATE DOMAIN plain AS TEXT COLLATE "C";
CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

-- State of actors. next_sequence is repeated from the JSON so that a starting host finds rows with unpublished events
-- without reading states.
CREATE TABLE actor_rows (
    kind          PLAIN    NOT NULL,
    key           PLAIN    NOT NULL,
    version       BIGINT NOT NULL,
    next_sequence BIGINT NOT NULL,
    json          PLAIN    NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX actor_rows_head ON actor_rows (kind, key, version, next_sequence);

-- Accepted submissions. The position is their order of arrival and breaks ties of the time received.
CREATE TABLE submissions (
    position        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id              PLAIN    NOT NULL UNIQUE,
    tournament      INTEGER NOT NULL,
    round           INTEGER,
    model           PLAIN    NOT NULL,
    account         PLAIN    NOT NULL,
    filename        PLAIN    NOT NULL,
    file_sha256     PLAIN    NOT NULL,
    universe_sha256 PLAIN    NOT NULL,
    status          PLAIN    NOT NULL,
    delayed         BOOLEAN NOT NULL,
    rows            INTEGER NOT NULL,
    dropped         INTEGER NOT NULL,
    received        PLAIN    NOT NULL,
    reason          PLAIN
);
CREATE INDEX submissions_of_round ON submissions (tournament, round, status, model, received, position);
CREATE INDEX submissions_of_model ON submissions (model, received, position);

-- Rank codes, little-endian, two bytes each.
CREATE TABLE submission_codes (
    id    PLAIN NOT NULL PRIMARY KEY REFERENCES submissions (id),
    codes BYTEA NOT NULL
);

CREATE TABLE sealed_rounds (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    PRIMARY KEY (tournament, round)
);

-- Published data files; the file is there before its row is.
CREATE TABLE datasets (
    name      PLAIN    NOT NULL PRIMARY KEY,
    length    BIGINT NOT NULL,
    sha256    PLAIN    NOT NULL,
    published PLAIN    NOT NULL
);

CREATE TABLE uploads (
    filename      PLAIN    NOT NULL PRIMARY KEY,
    original_name PLAIN    NOT NULL,
    purpose       PLAIN    NOT NULL,
    account       PLAIN    NOT NULL,
    model         PLAIN,
    maximum_bytes BIGINT NOT NULL,
    expires       PLAIN    NOT NULL,
    length        BIGINT,
    sha256        PLAIN,
    used          BOOLEAN NOT NULL
);
CREATE INDEX uploads_unused ON uploads (expires) WHERE NOT used;

-- Events in the order they were applied, and how far each source has been applied.
CREATE TABLE events (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source   PLAIN    NOT NULL,
    sequence BIGINT NOT NULL,
    time     PLAIN    NOT NULL,
    event    PLAIN    NOT NULL,
    UNIQUE (source, sequence)
);
CREATE TABLE event_sources (
    source   PLAIN    NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL
);

-- What people look at. Scores refer to models by number: they are many, and a number is a tenth of an id.
CREATE TABLE accounts (
    id         PLAIN NOT NULL PRIMARY KEY,
    username   PLAIN NOT NULL,
    registered PLAIN NOT NULL
);
CREATE TABLE models (
    number     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         PLAIN    NOT NULL UNIQUE,
    tournament INTEGER,
    name       PLAIN,
    owner      PLAIN,
    username   PLAIN,
    created    PLAIN,
    stake      PLAIN    NOT NULL DEFAULT '0',
    pending    PLAIN    NOT NULL DEFAULT '0'
);
CREATE INDEX models_by_name ON models (tournament, name COLLATE NOCASE);
CREATE INDEX models_by_owner ON models (owner);
CREATE TABLE rounds (
    tournament    INTEGER NOT NULL,
    round         INTEGER NOT NULL,
    phase         PLAIN    NOT NULL,
    opens         PLAIN    NOT NULL,
    closes        PLAIN    NOT NULL,
    resolves      PLAIN    NOT NULL,
    submissions   INTEGER NOT NULL DEFAULT 0,
    at_risk       PLAIN    NOT NULL DEFAULT '0',
    payout_factor PLAIN,
    scored_day    INTEGER NOT NULL DEFAULT 0,
    paid          PLAIN    NOT NULL DEFAULT '0',
    burned        PLAIN    NOT NULL DEFAULT '0',
    merkle_root   PLAIN,
    resolved      PLAIN,
    PRIMARY KEY (tournament, round)
);
CREATE TABLE score_names (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name   PLAIN    NOT NULL UNIQUE
);
CREATE TABLE scores (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    model      BIGINT NOT NULL,
    score      BIGINT NOT NULL,
    late       BOOLEAN NOT NULL,
    value      DOUBLE PRECISION,
    percentile DOUBLE PRECISION,
    PRIMARY KEY (tournament, round, day, model, score)
);
CREATE INDEX scores_of_model ON scores (model, tournament, round, day);
CREATE TABLE score_days (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    final      BOOLEAN NOT NULL,
    published  PLAIN    NOT NULL,
    PRIMARY KEY (tournament, round, day)
);
CREATE TABLE payouts (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    model      BIGINT NOT NULL,
    at_risk    PLAIN    NOT NULL,
    multiplier PLAIN    NOT NULL,
    payout     PLAIN    NOT NULL,
    burn       PLAIN    NOT NULL,
    resolved   PLAIN    NOT NULL,
    PRIMARY KEY (tournament, round, model)
);
CREATE INDEX payouts_of_model ON payouts (model, tournament, round);

-- One-year totals behind the leaderboard: on-time final scores in billionths (exact, since scores are published with 9 decimals)
-- over the rounds named in standing_rounds. A round is taken out again when it has become a year old.
CREATE TABLE standing_rounds (
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    resolved   PLAIN    NOT NULL,
    PRIMARY KEY (tournament, round)
);
CREATE TABLE standings (
    tournament INTEGER NOT NULL,
    model      BIGINT NOT NULL,
    rounds     INTEGER NOT NULL,
    PRIMARY KEY (tournament, model)
);
CREATE TABLE standing_scores (
    tournament INTEGER NOT NULL,
    model      BIGINT NOT NULL,
    score      BIGINT NOT NULL,
    billionths BIGINT NOT NULL,
    count      BIGINT NOT NULL,
    PRIMARY KEY (tournament, model, score)
);

CREATE TABLE ledger (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain    PLAIN    NOT NULL,
    sequence BIGINT NOT NULL,
    transfer PLAIN    NOT NULL,
    reason   PLAIN    NOT NULL,
    debit    PLAIN    NOT NULL,
    credit   PLAIN    NOT NULL,
    amount   PLAIN    NOT NULL,
    round    PLAIN,
    time     PLAIN    NOT NULL,
    previous PLAIN    NOT NULL,
    hash     PLAIN    NOT NULL,
    UNIQUE (chain, sequence)
);
CREATE TABLE ledger_balances (
    account PLAIN NOT NULL PRIMARY KEY,
    amount  PLAIN NOT NULL
);

-- Stored objects, whole: manifests, meta models, targets, score tables. The largest are some tens of megabytes.
CREATE TABLE objects (
    name    PLAIN NOT NULL PRIMARY KEY,
    sha256  PLAIN NOT NULL,
    length  BIGINT NOT NULL,
    content BYTEA NOT NULL
);
ALTER TABLE objects ALTER COLUMN content SET STORAGE EXTERNAL;

-- Published data files and uploads in parts, so that none has to fit into memory.
CREATE TABLE file_parts (
    file    PLAIN   NOT NULL,
    part    INTEGER NOT NULL,
    content BYTEA   NOT NULL,
    PRIMARY KEY (file, part)
);
ALTER TABLE file_parts ALTER COLUMN content SET STORAGE EXTERNAL;
