namespace Numerai.Contracts;

/// <param name="Power">What the vote weighs: the voter's power at the proposal's snapshot.</param>
public sealed record Vote(int Proposal, AccountId Account, VoteChoice Choice, Nmr Power, DateTimeOffset Time);
