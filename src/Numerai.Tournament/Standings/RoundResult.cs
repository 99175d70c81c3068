using Numerai.Contracts;

namespace Numerai.Tournament.Standings;

/// <summary>What one staked model did in one resolved round.</summary>
/// <param name="Scores">Final scores that pay, by name; one that could not be computed is absent.</param>
/// <param name="Net">Payout less burn.</param>
public sealed record RoundResult(
    RoundId Round,
    DateTimeOffset Resolved,
    ModelId Model,
    string ModelName,
    AccountId Account,
    string Username,
    Nmr AtRisk,
    Nmr Net,
    IReadOnlyDictionary<string, double> Scores);
