namespace Numerai.Web.GraphQl.Execution;

/// <summary>How large a selection is once every fragment in it is written out.</summary>
/// <param name="Selections">Fields (with an alias or without), spreads and inline fragments.</param>
/// <param name="Depth">Fields inside each other.</param>
internal readonly record struct QuerySize(int Selections, int Depth)
{
    /// <summary>Where counting stops: far above what is taken, and two of it still fit.</summary>
    public const int Endless = 1_000_000_000;

    /// <summary>Side by side.</summary>
    public static QuerySize operator +(QuerySize one, QuerySize other) =>
        new(Math.Min(one.Selections + other.Selections, Endless), Math.Max(one.Depth, other.Depth));

    /// <summary>Within one more selection.</summary>
    public QuerySize Within(int levels) => new(Math.Min(Selections + 1, Endless), Math.Min(Depth + levels, Endless));
}
