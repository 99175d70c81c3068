using System.Collections.Frozen;

namespace Numerai.Tournament.Actors;

/// <summary>
/// Names of the kinds of actors; what each is asked through and how its key is written is in <see cref="IActors"/>. They are in events, in
/// stored rows and on the wire between silos: they are added, never changed.
/// </summary>
public static class ActorKinds
{
    public const string Participant = "participant";
    public const string BookedTransfer = "booked-transfer";
    public const string Model = "model";
    public const string Round = "round";
    public const string ScoringShard = "scoring-shard";
    public const string Treasury = "treasury";
    public const string LedgerCheckpoints = "ledger-checkpoints";
    public const string Schedule = "schedule";
    public const string Automation = "automation";
    public const string Governance = "governance";
    public const string Proposal = "proposal";
    public const string Agreement = "agreement";
    public const string Escrow = "escrow";
    public const string Feed = "feed";
    public const string Universe = "universe";

    /// <summary>Every kind of actor.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        Participant, BookedTransfer, Model, Round, ScoringShard, Treasury, LedgerCheckpoints, Schedule, Automation, Governance, Proposal,
        Agreement, Escrow, Feed, Universe,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds that have events to publish: all with a row of their own.</summary>
    public static IReadOnlyList<string> Publishing { get; } = [.. All.Where(kind => kind != ScoringShard).Order(StringComparer.Ordinal)];
}
