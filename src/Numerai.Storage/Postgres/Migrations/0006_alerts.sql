-- Gaps between books: raised when they are found, cleared when a later look no longer finds them.
CREATE TABLE alerts (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code     PLAIN NOT NULL,
    subject  PLAIN NOT NULL,
    message  PLAIN NOT NULL,
    raised   PLAIN NOT NULL,
    cleared  PLAIN
);
CREATE INDEX alerts_standing ON alerts (code, subject) WHERE cleared IS NULL;
CREATE INDEX ledger_of_round ON ledger (round);
