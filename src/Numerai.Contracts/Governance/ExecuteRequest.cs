namespace Numerai.Contracts;

public sealed record ExecuteRequest;
