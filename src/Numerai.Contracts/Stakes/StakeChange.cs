namespace Numerai.Contracts;

/// <summary>The answer to a stake command.</summary>
/// <param name="Status">"done", or "pending" when the amount waits for rounds to resolve.</param>
/// <param name="Amount">What was moved.</param>
/// <param name="Stake">The model's active stake afterwards.</param>
/// <param name="WaitsFor">Rounds, such as "8/123", that a release, or the rest of a move, waits for.</param>
/// <param name="To">The model a move goes to.</param>
/// <param name="MovedNow">The part of a move that was not at risk anywhere and has arrived.</param>
public sealed record StakeChange(
    ModelId Model,
    StakeChangeType Type,
    string Status,
    Nmr Amount,
    Nmr Stake,
    Nmr Pending,
    Nmr Wallet,
    IReadOnlyList<RoundId> WaitsFor,
    ModelId? To = null,
    Nmr? MovedNow = null);
