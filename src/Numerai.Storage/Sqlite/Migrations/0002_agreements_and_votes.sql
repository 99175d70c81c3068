-- The registry of agreements, escrows and feeds as they stood after their latest change.
CREATE TABLE agreements (
    id           TEXT NOT NULL PRIMARY KEY,
    kind         TEXT NOT NULL,
    staker       TEXT NOT NULL,
    counterparty TEXT,
    phase        TEXT NOT NULL,
    stake        TEXT NOT NULL,
    payment      TEXT NOT NULL,
    metadata     TEXT NOT NULL,
    created      TEXT NOT NULL,
    deadline     TEXT
);
CREATE INDEX agreements_of_staker ON agreements (staker, created);
CREATE INDEX agreements_of_counterparty ON agreements (counterparty, created);
CREATE INDEX agreements_newest ON agreements (created, id);

-- Votes on proposals: one an account, never changed. Powers have more digits than any database's integers.
CREATE TABLE votes (
    proposal INTEGER NOT NULL,
    account  TEXT NOT NULL,
    choice   TEXT NOT NULL,
    power    TEXT NOT NULL,
    time     TEXT NOT NULL,
    PRIMARY KEY (proposal, account)
);
