using Numerai.Contracts;

namespace Numerai.Client.Governance;

public sealed record Tally(Nmr For, Nmr Against, Nmr Abstain, int Voters);
