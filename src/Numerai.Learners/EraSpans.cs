namespace Numerai.Learners;

/// <summary>Splits a column of era numbers into runs.</summary>
public static class EraSpans
{
    /// <summary>Runs of equal numbers, in order.</summary>
    public static IReadOnlyList<EraSpan> Of(ReadOnlySpan<int> era)
    {
        var spans = new List<EraSpan>();
        for (var start = 0; start < era.Length;)
        {
            var end = start + 1;
            while (end < era.Length && era[end] == era[start])
            {
                end++;
            }

            spans.Add(new EraSpan(era[start], start, end - start));
            start = end;
        }

        return spans;
    }
}
