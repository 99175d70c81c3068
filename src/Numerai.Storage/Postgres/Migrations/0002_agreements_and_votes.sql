-- The registry of agreements, escrows and feeds as they stood after their latest change.
CREATE TABLE agreements (
    id           PLAIN NOT NULL PRIMARY KEY,
    kind         PLAIN NOT NULL,
    staker       PLAIN NOT NULL,
    counterparty PLAIN,
    phase        PLAIN NOT NULL,
    stake        PLAIN NOT NULL,
    payment      PLAIN NOT NULL,
    metadata     PLAIN NOT NULL,
    created      PLAIN NOT NULL,
    deadline     PLAIN
);
CREATE INDEX agreements_of_staker ON agreements (staker, created);
CREATE INDEX agreements_of_counterparty ON agreements (counterparty, created);
CREATE INDEX agreements_newest ON agreements (created, id);

-- Votes on proposals: one an account, never changed. Powers have more digits than any database's integers.
CREATE TABLE votes (
    proposal INTEGER NOT NULL,
    account  PLAIN NOT NULL,
    choice   PLAIN NOT NULL,
    power    PLAIN NOT NULL,
    time     PLAIN NOT NULL,
    PRIMARY KEY (proposal, account)
);
