namespace Numerai.Data.Diagnostics;

/// <summary>What predictions are held against.</summary>
public sealed record DiagnosticsOptions
{
    /// <summary>Columns of the validation file that FNC and exposures are taken over; none leaves both out.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Threads used at once; the default is one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
