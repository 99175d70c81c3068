namespace Numerai.Contracts;

/// <param name="To">Id or username; absent to vote oneself again.</param>
public sealed record DelegateRequest(string? To = null);
