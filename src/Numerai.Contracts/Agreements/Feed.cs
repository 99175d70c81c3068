namespace Numerai.Contracts;

/// <summary>An author's append-only list of proofs.</summary>
/// <param name="Metadata">SHA-256 of the text that says what the feed is about.</param>
/// <param name="Posts">How many there are.</param>
/// <param name="Head">Hash that every post so far has gone into: SHA-256 of the head before, the proof and the time, joined by line
/// feeds.</param>
public sealed record Feed(
    AgreementId Id, AccountId Author, string Name, string Metadata, DateTimeOffset Created, int Posts, int Revealed, string Head);
