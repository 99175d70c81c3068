-- Addresses that are told what happens, what is on its way to them, and up to which event messages were made. A secret is derived from the
-- server's own and kept nowhere.
CREATE TABLE webhooks (
    id      PLAIN NOT NULL PRIMARY KEY,
    account PLAIN NOT NULL,
    url     PLAIN NOT NULL,
    events  PLAIN NOT NULL,
    created PLAIN NOT NULL
);
CREATE INDEX webhooks_of_account ON webhooks (account);
CREATE TABLE webhook_deliveries (
    id       PLAIN    NOT NULL PRIMARY KEY,
    webhook  PLAIN    NOT NULL,
    account  PLAIN    NOT NULL,
    kind     PLAIN    NOT NULL,
    body     PLAIN    NOT NULL,
    status   PLAIN    NOT NULL,
    attempts INTEGER NOT NULL,
    due      PLAIN    NOT NULL,
    answer   PLAIN,
    created  PLAIN    NOT NULL
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (status, due, id);
CREATE INDEX webhook_deliveries_of_account ON webhook_deliveries (account, created);
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook);
CREATE TABLE webhook_cursor (
    position BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO webhook_cursor (position) SELECT max(position) FROM events HAVING max(position) IS NOT NULL;
