using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Rounds;

/// <summary>All that is stored of one round. Whatever grows with the crowd lies in stored objects that this refers to.</summary>
public sealed record RoundState
{
    public required RoundId Id { get; init; }

    public required RoundPhase Phase { get; init; }

    public RoundStep Step { get; init; }

    /// <summary>How far the step is.</summary>
    public RoundWork? Work { get; init; }

    public required RoundCalendar Calendar { get; init; }

    /// <summary>The version of the settings the round opened under; later versions do not reach it.</summary>
    public required TournamentSettings Settings { get; init; }

    public required string LiveDataset { get; init; }

    public string? BenchmarkDataset { get; init; }

    public required ObjectReference Universe { get; init; }

    /// <summary>What the round commits to when it opens; empty afterwards.</summary>
    public ImmutableArray<CommittedDocument> OpeningDocuments { get; init; } = [];

    /// <summary>Where the round's chain of commitments ends. The chain itself is published, link by link.</summary>
    public CommitmentHead CommitmentHead { get; init; } = CommitmentHead.Genesis;

    /// <summary>The published universe that the round stands on, in tournaments that have them.</summary>
    public RoundBasis? Basis { get; init; }

    /// <summary>Stake-weighted benchmark models (all weighted alike), aligned to the universe.</summary>
    public ObjectReference? BenchmarkMetaModel { get; init; }

    /// <summary>
    /// The round whose ids queued and delayed submissions are built on, and the map from its ids to this round's. Never published.
    /// </summary>
    public RoundId? PreviousRound { get; init; }

    public ObjectReference? IdMap { get; init; }

    public ObjectReference? Manifest { get; init; }

    public int Submissions { get; init; }

    public Nmr AtRisk { get; init; }

    public decimal? PayoutFactor { get; init; }

    public ObjectReference? MetaModel { get; init; }

    public ObjectReference? NaiveMetaModel { get; init; }

    /// <summary>Targets by day, aligned to the universe. The last one may belong to a scoring step that has not finished.</summary>
    public ImmutableSortedDictionary<int, ObjectReference> Targets { get; init; } = ImmutableSortedDictionary<int, ObjectReference>.Empty;

    public ImmutableSortedDictionary<int, ObjectReference> ScoreTables { get; init; } =
        ImmutableSortedDictionary<int, ObjectReference>.Empty;

    public RoundSettlement? Settlement { get; init; }

    public DateTimeOffset? Resolved { get; init; }

    public string? CancelReason { get; init; }

    public int ScoredDay => ScoreTables.IsEmpty ? 0 : ScoreTables.Keys.Last();
}

/// <summary>How far a settlement is.</summary>
/// <param name="Reserved">Whether the treasury has set aside what the round pays.</param>
/// <param name="Participants">Participants settled so far, in order of their ids.</param>
/// <param name="Paid">Paid to them so far.</param>
/// <param name="Burned">Burned of them so far.</param>
public sealed record RoundSettlement(
    ObjectReference Entries, string MerkleRoot, Nmr Payable, bool Reserved, int Participants, Nmr Paid, Nmr Burned);
