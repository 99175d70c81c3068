namespace Numerai.Web.GraphQl.Fields;

/// <summary>A part of a list.</summary>
/// <param name="EndCursor">Give it as "after" to go on behind the last item; null when there are no items.</param>
internal sealed record CursorPage<T>(IReadOnlyList<T> Items, string? EndCursor, bool HasMore)
    where T : class;
