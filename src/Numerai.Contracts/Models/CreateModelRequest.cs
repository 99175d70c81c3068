namespace Numerai.Contracts;

/// <summary>Makes a model; one of the same name that is already the account's is returned.</summary>
/// <param name="Tournament">Its number.</param>
public sealed record CreateModelRequest(int Tournament, string Name);
