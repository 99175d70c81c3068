-- Gaps between books: raised when they are found, cleared when a later look no longer finds them.
CREATE TABLE alerts (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    code     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    message  TEXT NOT NULL,
    raised   TEXT NOT NULL,
    cleared  TEXT
);
CREATE INDEX alerts_standing ON alerts (code, subject) WHERE cleared IS NULL;
CREATE INDEX ledger_of_round ON ledger (round);
