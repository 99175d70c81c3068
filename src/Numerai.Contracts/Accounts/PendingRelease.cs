namespace Numerai.Contracts;

/// <summary>Part of a stake that was asked back.</summary>
/// <param name="WaitsFor">The rounds, such as "8/123", that must resolve before the rest returns to the wallet.</param>
/// <param name="MoveTo">The model it goes to instead of the wallet.</param>
/// <param name="ToPortfolio">Whether it goes to models of a portfolio instead.</param>
public sealed record PendingRelease(
    string CommandId, Nmr Amount, DateTimeOffset Requested, IReadOnlyList<RoundId> WaitsFor, ModelId? MoveTo = null,
    bool ToPortfolio = false);
