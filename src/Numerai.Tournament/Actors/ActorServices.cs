using Microsoft.Extensions.Logging;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Tournament.Actors;

/// <summary>What actors reach beyond their own state. One instance serves all actors of a host.</summary>
public sealed record ActorServices(
    TimeProvider Time,
    IActors Actors,
    IEventPublisher Publisher,
    IObjectStore Objects,
    ISubmissionStore Submissions,
    IDatasetStore Datasets,
    ILedgerSnapshots LedgerSnapshots,
    ILogger Logger)
{
    /// <summary>How actors go on with long work in short turns.</summary>
    public required IContinuations Continuations { get; init; }

    /// <summary>Votes on proposals.</summary>
    public required IBallotStore Ballots { get; init; }

    /// <summary>Which accounts and agreements there are.</summary>
    public required IActorDirectory Directory { get; init; }

    /// <summary>Where automation gets its data.</summary>
    public required IDataFeed Feed { get; init; }

    /// <summary>
    /// Twice what the clocks of this host's machines may differ by. A snapshot of voting power counts what was held all through this time
    /// before it, so that no two clocks find the same NMR in two places.
    /// </summary>
    public TimeSpan ClockTolerance { get; init; }

    /// <summary>What scoring shards of this host share.</summary>
    public RoundScorers Scorers { get; } = new(Objects, Datasets);

    /// <summary>Churn and turnover, as rounds of this host measure them.</summary>
    public Movements Movements { get; } = new(Actors, Submissions, Objects);
}
