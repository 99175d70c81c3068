-- Addresses that are told what happens, what is on its way to them, and up to which event messages were made. A secret is derived from the
-- server's own and kept nowhere.
CREATE TABLE webhooks (
    id      TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    url     TEXT NOT NULL,
    events  TEXT NOT NULL,
    created TEXT NOT NULL
);
CREATE INDEX webhooks_of_account ON webhooks (account);
CREATE TABLE webhook_deliveries (
    id       TEXT    NOT NULL PRIMARY KEY,
    webhook  TEXT    NOT NULL,
    account  TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    status   TEXT    NOT NULL,
    attempts INTEGER NOT NULL,
    due      TEXT    NOT NULL,
    answer   TEXT,
    created  TEXT    NOT NULL
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (status, due, id);
CREATE INDEX webhook_deliveries_of_account ON webhook_deliveries (account, created);
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook);
CREATE TABLE webhook_cursor (
    position INTEGER NOT NULL PRIMARY KEY
);
INSERT INTO webhook_cursor (position) SELECT max(position) FROM events HAVING max(position) IS NOT NULL;
