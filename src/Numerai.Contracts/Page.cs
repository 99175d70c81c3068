namespace Numerai.Contracts;

/// <summary>A part of a list.</summary>
/// <param name="Limit">The most items this page could hold.</param>
/// <param name="Offset">Items of the list before this page.</param>
/// <param name="More">Whether items follow: ask again with Offset + Items.Count.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Limit, int Offset, bool More);
