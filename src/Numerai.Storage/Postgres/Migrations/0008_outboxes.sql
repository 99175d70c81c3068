-- How far each actor's events go, beside how far they are applied: who has something to say that nobody has heard is an index then, and
-- not a comparison of all rows. Kept here and not by who writes the rows, so that it is right whoever writes them.
-- Silos of the version before may be writing: what they commit is either here before it is counted, or waits for the trigger.
LOCK TABLE actor_rows IN SHARE ROW EXCLUSIVE MODE;

ALTER TABLE event_sources ADD COLUMN expected BIGINT NOT NULL DEFAULT 0;

INSERT INTO event_sources (source, sequence, expected)
    SELECT kind || '/' || key, 0, next_sequence - 1 FROM actor_rows WHERE next_sequence > 1
    ON CONFLICT (source) DO UPDATE SET expected = excluded.expected;

CREATE INDEX event_sources_behind ON event_sources (source) WHERE expected > sequence;

CREATE FUNCTION expect_events() RETURNS TRIGGER LANGUAGE plpgsql AS '
BEGIN
    INSERT INTO event_sources (source, sequence, expected) VALUES (NEW.kind || ''/'' || NEW.key, 0, NEW.next_sequence - 1)
        ON CONFLICT (source) DO UPDATE SET expected = excluded.expected;
    RETURN NULL;
END';

CREATE TRIGGER outbox_made AFTER INSERT ON actor_rows FOR EACH ROW WHEN (NEW.next_sequence > 1) EXECUTE FUNCTION expect_events();

CREATE TRIGGER outbox_grew AFTER UPDATE OF next_sequence ON actor_rows FOR EACH ROW
    WHEN (NEW.next_sequence <> OLD.next_sequence) EXECUTE FUNCTION expect_events();
