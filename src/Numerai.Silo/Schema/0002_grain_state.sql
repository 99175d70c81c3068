-- The state of grains: Orleans' provider for relational databases reads and writes the rows of actors, the same that SQLite has and that
-- imports, audits and the search for outboxes read. One statement is one row with its outbox, and a transaction of its own.
--
-- The kind is @GrainTypeString. The provider takes keys apart where they look like a number or a GUID, so that "8" and "08" were the same,
-- and formats them, where a brace makes it fail. It is given keys with a sign in front that neither number nor GUID has, and with braces
-- twice; such a key it hands over whole in @GrainIdExtensionString. The numbers and hashes beside it say nothing.
--
-- @PayloadBinary is the sequence of the next event in eight bytes, then the JSON. Versions count on in 64 bits, of which the provider knows
-- 31. It takes no row, or a version it already has, for another writer having been first.
CREATE FUNCTION actor_key(given TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS
    'SELECT replace(replace(substr(given, 2), ''{{'', ''{''), ''}}'', ''}'')';

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
    SELECT int8send(next_sequence) || convert_to(json, ''UTF8'') AS PayloadBinary, (version & 2147483647)::integer AS Version
    FROM actor_rows WHERE kind = @GrainTypeString AND key = actor_key(@GrainIdExtensionString)'),

('WriteToStorageKey', '
    WITH added AS (
        INSERT INTO actor_rows (kind, key, version, next_sequence, json)
        SELECT @GrainTypeString, actor_key(@GrainIdExtensionString), 1,
            (''x'' || encode(substring(@PayloadBinary FOR 8), ''hex''))::bit(64)::bigint,
            convert_from(substring(@PayloadBinary FROM 9), ''UTF8'')
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT (kind, key) DO NOTHING RETURNING version),
    changed AS (
        UPDATE actor_rows SET version = version + 1,
            next_sequence = (''x'' || encode(substring(@PayloadBinary FOR 8), ''hex''))::bit(64)::bigint,
            json = convert_from(substring(@PayloadBinary FROM 9), ''UTF8'')
        WHERE kind = @GrainTypeString AND key = actor_key(@GrainIdExtensionString) AND (version & 2147483647) = @GrainStateVersion
        RETURNING version)
    SELECT (version & 2147483647)::integer AS NewGrainStateVersion FROM added
    UNION ALL SELECT (version & 2147483647)::integer FROM changed'),

-- Rows of actors are part of the books and are not cleared.
('ClearStorageKey', '
    SELECT @GrainStateVersion AS NewGrainStateVersion');
