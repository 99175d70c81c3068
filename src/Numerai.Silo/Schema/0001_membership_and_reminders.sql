-- What Orleans' providers for relational databases need: the statements they run, by name, in OrleansQuery. The tables behind them are
-- ours to shape; only parameters and result columns are given. Every statement that changes something answers with one number: how
-- many rows it changed, where 0 means that somebody else was first.
CREATE TABLE OrleansQuery (
    QueryKey  TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
);

CREATE TABLE cluster_versions (
    cluster TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE cluster_silos (
    cluster    TEXT        NOT NULL REFERENCES cluster_versions (cluster),
    address    TEXT        NOT NULL,
    port       INTEGER     NOT NULL,
    generation INTEGER     NOT NULL,
    name       TEXT        NOT NULL,
    host       TEXT        NOT NULL,
    status     INTEGER     NOT NULL,
    proxy_port INTEGER,
    suspected  TEXT,
    started    TIMESTAMPTZ NOT NULL,
    alive      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (cluster, address, port, generation)
);

CREATE TABLE reminders (
    service TEXT        NOT NULL,
    grain   TEXT        NOT NULL,
    name    TEXT        NOT NULL,
    starts  TIMESTAMPTZ NOT NULL,
    period  BIGINT      NOT NULL,
    hash    INTEGER     NOT NULL,
    version INTEGER     NOT NULL DEFAULT 0,
    PRIMARY KEY (service, grain, name)
);
CREATE INDEX reminders_by_hash ON reminders (service, hash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
    WITH added AS (INSERT INTO cluster_versions (cluster) VALUES (@DeploymentId) ON CONFLICT (cluster) DO NOTHING RETURNING 1)
    SELECT count(*)::integer FROM added'),

-- The version row is what concurrent changes of the table meet on: whoever names the version that is no longer current changes nothing.
('InsertMembershipKey', '
    WITH turned AS (
        UPDATE cluster_versions SET version = version + 1 WHERE cluster = @DeploymentId AND version = @Version
        AND NOT EXISTS (
            SELECT 1 FROM cluster_silos WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster),
    added AS (
        INSERT INTO cluster_silos (cluster, address, port, generation, name, host, status, proxy_port, started, alive)
        SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM turned
        RETURNING 1)
    SELECT count(*)::integer FROM added'),

('UpdateMembershipKey', '
    WITH turned AS (
        UPDATE cluster_versions SET version = version + 1 WHERE cluster = @DeploymentId AND version = @Version RETURNING cluster),
    changed AS (
        UPDATE cluster_silos SET status = @Status, suspected = @SuspectTimes, alive = @IAmAliveTime
        FROM turned WHERE cluster_silos.cluster = turned.cluster AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING 1)
    SELECT count(*)::integer FROM changed'),

('UpdateIAmAlivetimeKey', '
    UPDATE cluster_silos SET alive = @IAmAliveTime
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),

-- The version is answered even when there is no such silo.
('MembershipReadRowKey', '
    SELECT v.cluster AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName,
        s.host AS HostName, s.status AS Status, s.proxy_port AS ProxyPort, s.suspected AS SuspectTimes, s.started AS StartTime,
        s.alive AS IAmAliveTime, v.version AS Version
    FROM cluster_versions v LEFT JOIN cluster_silos s
        ON s.cluster = v.cluster AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
    WHERE v.cluster = @DeploymentId'),

('MembershipReadAllKey', '
    SELECT v.cluster AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName,
        s.host AS HostName, s.status AS Status, s.proxy_port AS ProxyPort, s.suspected AS SuspectTimes, s.started AS StartTime,
        s.alive AS IAmAliveTime, v.version AS Version
    FROM cluster_versions v LEFT JOIN cluster_silos s ON s.cluster = v.cluster
    WHERE v.cluster = @DeploymentId'),

('DeleteMembershipTableEntriesKey', '
    DELETE FROM cluster_silos WHERE cluster = @DeploymentId;
    DELETE FROM cluster_versions WHERE cluster = @DeploymentId'),

-- Status 6 is dead. Silos that are merely late with their sign of life are for the other silos to judge.
('CleanupDefunctSiloEntriesKey', '
    DELETE FROM cluster_silos
    WHERE cluster = @DeploymentId AND status = 6 AND alive < @IAmAliveTime AND started < @IAmAliveTime'),

('CleanupDefunctSiloEntryKey', '
    DELETE FROM cluster_silos
    WHERE cluster = @DeploymentId AND status = 6 AND address = @Address AND port = @Port AND generation = @Generation
        AND started = @StartTime AND alive = @IAmAliveTime AND coalesce(suspected, '''') = coalesce(@SuspectTimes, '''')'),

('GatewaysQueryKey', '
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM cluster_silos
    WHERE cluster = @DeploymentId AND status = @Status AND proxy_port > 0'),

('UpsertReminderRowKey', '
    INSERT INTO reminders (service, grain, name, starts, period, hash)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period::bigint, @GrainHash)
    ON CONFLICT (service, grain, name) DO UPDATE
    SET starts = excluded.starts, period = excluded.period, hash = excluded.hash, version = reminders.version + 1
    RETURNING version AS Version'),

('ReadReminderRowsKey', '
    SELECT grain AS GrainId, name AS ReminderName, starts AS StartTime, period AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND grain = @GrainId'),

('ReadReminderRowKey', '
    SELECT grain AS GrainId, name AS ReminderName, starts AS StartTime, period AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName'),

-- A range of the ring of hashes, and one that goes over its end.
('ReadRangeRows1Key', '
    SELECT grain AS GrainId, name AS ReminderName, starts AS StartTime, period AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND hash > @BeginHash AND hash <= @EndHash'),
('ReadRangeRows2Key', '
    SELECT grain AS GrainId, name AS ReminderName, starts AS StartTime, period AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND (hash > @BeginHash OR hash <= @EndHash)'),

('DeleteReminderRowKey', '
    WITH gone AS (
        DELETE FROM reminders WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version RETURNING 1)
    SELECT count(*)::integer FROM gone'),

('DeleteReminderRowsKey', '
    DELETE FROM reminders WHERE service = @ServiceId');
