namespace Numerai.Contracts;

/// <summary>The place of an account or of a model.</summary>
/// <param name="Model">Null in a table of accounts.</param>
/// <param name="Percentile">Share of the table at or below, 0 to 1; the first has 1.</param>
/// <param name="Reputation">1-year mean of each paying score over rounds with a stake; an account's score of a round is the stake-weighted
/// mean over its models.</param>
/// <param name="Rounds">Rounds of the last year with a stake.</param>
/// <param name="AtRisk">Stake at risk in the latest round.</param>
public sealed record Standing(
    int Rank,
    double Percentile,
    AccountId Account,
    string Username,
    ModelId? Model,
    string? ModelName,
    IReadOnlyDictionary<string, double> Reputation,
    int Rounds,
    Nmr AtRisk,
    Returns Returns);
