namespace Numerai.Contracts;

/// <summary>A model as its owner sees it.</summary>
/// <param name="Stake">The active stake: what the next closing round puts at risk.</param>
/// <param name="Pending">On its way back to the wallet.</param>
/// <param name="AtRisk">Per round in flight.</param>
public sealed record OwnModel(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    DateTimeOffset Created,
    Nmr Stake,
    Nmr Pending,
    IReadOnlyList<PendingRelease> PendingReleases,
    IReadOnlyList<RoundStake> AtRisk);
