namespace Numerai.Contracts;

/// <summary>One executed action: a link of the chain of executions.</summary>
/// <param name="Action">As it is hashed: stored JSON.</param>
/// <param name="Time">As it is hashed: yyyy-MM-ddTHH:mm:ss.fffffffZ.</param>
public sealed record ExecutedAction(
    long Sequence, int Proposal, int Index, string Action, string Outcome, string Time, string Previous, string Hash);
