namespace Numerai.Client.Alerts;

/// <summary>Two books that should say the same and do not.</summary>
/// <param name="Subject">What differs, such as a round and model, or a ledger account.</param>
public sealed record BooksGap(string Code, string Subject, string Message);
