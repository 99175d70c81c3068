-- Rounds' chains of commitments, in the order in which they were applied, and the seals over all chains.
CREATE TABLE commitments (
    position   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tournament INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    kind       PLAIN NOT NULL,
    day        INTEGER,
    document   PLAIN NOT NULL,
    sha256     PLAIN NOT NULL,
    length     BIGINT NOT NULL,
    time       PLAIN NOT NULL,
    previous   PLAIN NOT NULL,
    hash       PLAIN NOT NULL,
    UNIQUE (tournament, round, sequence)
);
CREATE TABLE checkpoints (
    number INTEGER NOT NULL PRIMARY KEY,
    json   PLAIN NOT NULL
);
