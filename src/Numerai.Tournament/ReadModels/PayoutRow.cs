using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Tournament.ReadModels;

public sealed record PayoutRow(
    RoundId Round, ModelId Model, string ModelName, string Username, Nmr AtRisk, decimal Multiplier, Nmr Payout, Nmr Burn,
    DateTimeOffset Resolved);
