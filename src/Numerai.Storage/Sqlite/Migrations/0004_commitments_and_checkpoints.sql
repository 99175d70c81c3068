-- Rounds' chains of commitments, in the order in which they were applied, and the seals over all chains.
CREATE TABLE commitments (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    day        INTEGER,
    document   TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    length     INTEGER NOT NULL,
    time       TEXT NOT NULL,
    previous   TEXT NOT NULL,
    hash       TEXT NOT NULL,
    UNIQUE (tournament, round, sequence)
);
CREATE TABLE checkpoints (
    number INTEGER NOT NULL PRIMARY KEY,
    json   TEXT NOT NULL
);
