-- How far each actor's events go, beside how far they are applied: who has something to say that nobody has heard is an index then, and
-- not a comparison of all rows. Kept here and not by who writes the rows, so that it is right whoever writes them.
ALTER TABLE event_sources ADD COLUMN expected INTEGER NOT NULL DEFAULT 0;

INSERT INTO event_sources (source, sequence, expected)
    SELECT kind || '/' || key, 0, next_sequence - 1 FROM actor_rows WHERE next_sequence > 1
    ON CONFLICT (source) DO UPDATE SET expected = excluded.expected;

CREATE INDEX event_sources_behind ON event_sources (source) WHERE expected > sequence;

CREATE TRIGGER outbox_made AFTER INSERT ON actor_rows WHEN NEW.next_sequence > 1
BEGIN
    INSERT INTO event_sources (source, sequence, expected) VALUES (NEW.kind || '/' || NEW.key, 0, NEW.next_sequence - 1)
        ON CONFLICT (source) DO UPDATE SET expected = excluded.expected;
END;

CREATE TRIGGER outbox_grew AFTER UPDATE OF next_sequence ON actor_rows WHEN NEW.next_sequence <> OLD.next_sequence
BEGIN
    INSERT INTO event_sources (source, sequence, expected) VALUES (NEW.kind || '/' || NEW.key, 0, NEW.next_sequence - 1)
        ON CONFLICT (source) DO UPDATE SET expected = excluded.expected;
END;
