namespace Numerai.Contracts;

/// <summary>What a comparison of the books found.</summary>
/// <param name="Rounds">Resolved rounds that were looked at.</param>
/// <param name="Holds">Whether no gap was found.</param>
public sealed record Reconciliation(DateTimeOffset Time, int Rounds, bool Holds, IReadOnlyList<BooksGap> Gaps);
