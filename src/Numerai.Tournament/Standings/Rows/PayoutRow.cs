using Numerai.Contracts;

namespace Numerai.Tournament.Standings.Rows;

public sealed record PayoutRow(
    RoundId Round, ModelId Model, string ModelName, string Username, Nmr AtRisk, decimal Multiplier, Nmr Payout, Nmr Burn,
    DateTimeOffset Resolved);
