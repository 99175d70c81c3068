namespace Numerai.Client.Agreements;

/// <summary>An author's append-only list of proofs.</summary>
/// <param name="Posts">How many there are.</param>
/// <param name="Head">Hash that every post so far has gone into.</param>
public sealed record Feed(
    Guid Id, Guid Author, string Name, string Metadata, DateTimeOffset Created, int Posts, int Revealed, string Head);
