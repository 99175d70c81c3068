namespace Numerai.Contracts;

public sealed record VoteTally(Nmr For, Nmr Against, Nmr Abstain, int Voters);
