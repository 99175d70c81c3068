namespace Numerai.Contracts;

public sealed record VoteRequest(VoteChoice Choice);
