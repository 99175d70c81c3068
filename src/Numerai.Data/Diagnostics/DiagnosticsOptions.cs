namespace Numerai.Data.Diagnostics;

/// <summary>What predictions are held against.</summary>
public sealed record DiagnosticsOptions
{
    /// <summary>Columns of the validation file that FNC and exposures are taken over; none leaves both out.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>
    /// The securities behind ids of an era, null where one is not known; it adds churn and turnover between eras. Only who has the key of a
    /// release can tell.
    /// </summary>
    public Func<string, IReadOnlyList<string>, IReadOnlyList<string?>>? Securities { get; init; }

    /// <summary>Threads used at once; the default is one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
