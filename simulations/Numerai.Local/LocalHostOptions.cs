using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Numerai.Contracts;
using Numerai.Local.Faults;
using Numerai.Storage;
using Numerai.Storage.Sqlite;

namespace Numerai.Local;

/// <summary>What a host is made of.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Where everything is kept; null keeps it in memory (and files in a temporary folder) until the host is disposed.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Stores that outlive the host, in place of a folder; whoever made them disposes them.</summary>
    public TournamentStores? Stores { get; init; }

    public SqliteDurability Durability { get; init; } = SqliteDurability.Process;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public HostMode Mode { get; init; } = HostMode.Parallel;

    /// <summary>Order of turns in deterministic mode.</summary>
    public int Seed { get; init; }

    /// <summary>What goes wrong; null for nothing.</summary>
    public FaultPlan? Faults { get; init; }

    /// <summary>Actors kept in memory; the ones idle longest make room for others.</summary>
    public int MaximumActivations { get; init; } = 50_000;

    /// <summary>The tournaments whose schedules are ticked.</summary>
    public ImmutableArray<TournamentId> Tournaments { get; init; } = Numerai.Tournament.Rounds.Presets.Tournaments.Ids;

    /// <summary>How old the newest checkpoint over the books may become.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromDays(1);
}
