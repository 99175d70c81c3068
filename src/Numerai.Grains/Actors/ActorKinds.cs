using System.Collections.Frozen;

namespace Numerai.Grains.Actors;

/// <summary>
/// Names of grain types and of their stored rows. They are on the wire and in the database: a rolling upgrade runs old and new silos
/// side by side, so a name is never changed.
/// </summary>
public static class ActorKinds
{
    public const string Participant = "participant";
    public const string Model = "model";
    public const string Round = "round";
    public const string ScoringShard = "scoring-shard";
    public const string Treasury = "treasury";
    public const string Schedule = "schedule";
    public const string Automation = "automation";
    public const string Governance = "governance";
    public const string Proposal = "proposal";
    public const string Agreement = "agreement";
    public const string Escrow = "escrow";
    public const string Feed = "feed";
    public const string LedgerCheckpoints = "ledger-checkpoints";
    public const string Universe = "universe";
    public const string BookedTransfer = "booked-transfer";

    /// <summary>Every kind of actor.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        Participant, Model, Round, ScoringShard, Treasury, Schedule, Automation, Governance, Proposal, Agreement, Escrow, Feed,
        LedgerCheckpoints, Universe, BookedTransfer,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds that have events to publish: all with a row of their own.</summary>
    public static IReadOnlyList<string> Publishing { get; } = [.. All.Where(kind => kind != ScoringShard).Order(StringComparer.Ordinal)];

    /// <summary>Name of the storage provider that holds the rows of actors.</summary>
    public const string Storage = "actors";

    /// <summary>The key of the only treasury.</summary>
    public const string TreasuryKey = "treasury";

    /// <summary>The key of the only maker of checkpoints.</summary>
    public const string LedgerKey = "ledger";

    /// <summary>The key of the only governance.</summary>
    public const string GovernanceKey = "governance";
}
