using Numerai.Contracts;

namespace Numerai.Client.Accounts;

/// <summary>What a model has at risk in one round, such as "8/123".</summary>
public sealed record RoundStake(string Round, Nmr Amount);
