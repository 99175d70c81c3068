namespace Numerai.Contracts;

public sealed record CancelProposalRequest(string Reason);
