using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Rounds;

/// <summary>See <see cref="Schedule.OpenNextRound"/>; settings and calendar are those the round will keep.</summary>
public sealed record OpenRound(
    TournamentSettings Settings,
    RoundCalendar Calendar,
    string LiveDataset,
    string? BenchmarkDataset,
    string? IdMap,
    RoundId? PreviousRound,
    DateOnly? Universe = null);

/// <param name="Day">1 to the number of scoring days.</param>
/// <param name="Target">
/// An object in CSV or Parquet with the columns id,target (or the tournament's own key and more targets); values in 0..1, one row for
/// every live id that has a return.
/// </param>
/// <param name="Early">
/// Also before it is due, and though it is the same as another day's. Days keep their order, and a file that says it is of another day
/// stays refused.
/// </param>
public sealed record PublishTarget(int Day, ObjectReference Target, bool Early = false);

/// <summary>A round as everyone sees it.</summary>
/// <param name="Universe">The live ids, one a line in ordinal order.</param>
/// <param name="Submissions">On-time submissions; known from the close.</param>
/// <param name="AtRisk">Total stake at risk; known from the close.</param>
/// <param name="PayoutFactor">Known from the close.</param>
/// <param name="MetaModel">Little-endian doubles aligned to the universe; null until the close, or when nobody staked.</param>
/// <param name="ScoredDay">Last day with scores, 0 before the first.</param>
/// <param name="ScoreTables">Score table of each scored day.</param>
/// <param name="Working">What the round is in the middle of ("closing", "settling", ...), or null.</param>
/// <param name="Basis">The published universe that the round stands on, or null.</param>
/// <param name="NaiveMetaModel">Like <paramref name="MetaModel"/> with every model above a least stake weighted alike, where settings ask
/// for it.</param>
public sealed record RoundView(
    RoundId Id,
    RoundPhase Phase,
    RoundCalendar Calendar,
    TournamentSettings Settings,
    string LiveDataset,
    string? BenchmarkDataset,
    ObjectReference Universe,
    ObjectReference? Manifest,
    int Submissions,
    Nmr AtRisk,
    decimal? PayoutFactor,
    ObjectReference? MetaModel,
    int ScoredDay,
    ImmutableSortedDictionary<int, ObjectReference> ScoreTables,
    string? MerkleRoot,
    ObjectReference? SettlementEntries,
    Nmr Paid,
    Nmr Burned,
    DateTimeOffset? Resolved,
    string? CancelReason,
    string? Working,
    RoundBasis? Basis = null,
    ObjectReference? NaiveMetaModel = null)
{
    /// <summary>How the step under way stands that <see cref="Working"/> names; null when there is none.</summary>
    public RoundStepView? Step { get; init; }

    /// <summary>The kind of id that names the rows of the universe.</summary>
    public string KeyColumn => Settings.Submission.KeyColumns[0];

    /// <summary>The answer to whoever asks for a step where there is none.</summary>
    public Refusal NothingUnderWay() => new(
        RefusalCodes.StepNotFound, $"Round {Id} has nothing under way; it is {Phase.ToString().ToLowerInvariant()}.");

    internal bool StandsOn(string liveDataset, DateOnly? universe) =>
        universe is { } date ? Basis?.Date == date : LiveDataset == liveDataset;
}

/// <summary>A step under way, as its operator sees it.</summary>
/// <param name="Started">When it was asked for.</param>
/// <param name="Due">When it was to happen, or when it was asked for if that was earlier.</param>
/// <param name="Entered">When its stage began.</param>
/// <param name="Moved">When it last came on.</param>
public sealed record RoundStepView(
    RoundId Round,
    RoundStep Step,
    RoundStepState State,
    RoundStage Stage,
    DateTimeOffset Started,
    DateTimeOffset Due,
    DateTimeOffset Entered,
    DateTimeOffset Moved)
{
    /// <summary>The scoring day; null for other steps.</summary>
    public int? Day { get; init; }

    /// <summary>Accounts, shards or submissions of the stage that are done.</summary>
    public int Done { get; init; }

    /// <summary>All of them; 0 where the stage is one piece.</summary>
    public int Total { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Attempts { get; init; }

    public Refusal? LastError { get; init; }

    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The silo that moved it last.</summary>
    public string? Place { get; init; }

    /// <summary>Whether it has the tournament's lane, in which one step at a time moves money.</summary>
    public bool HoldsLane { get; init; }

    /// <summary>Which giving of the lane it has had last; 0 for none.</summary>
    public long LaneNumber { get; init; }
}
