using Numerai.Contracts;

namespace Numerai.Client.Governance;

/// <param name="Power">What the vote weighs: the voter's power at the proposal's snapshot.</param>
public sealed record Vote(int Proposal, Guid Account, VoteChoice Choice, Nmr Power, DateTimeOffset Time);
