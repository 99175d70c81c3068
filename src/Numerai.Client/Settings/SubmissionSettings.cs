namespace Numerai.Client.Settings;

/// <summary>What a submission must look like.</summary>
/// <param name="MinimumRows">Live ids needed, or null for every one.</param>
/// <param name="MaximumBytes">Largest upload.</param>
public sealed record SubmissionSettings(
    IReadOnlyList<string> KeyColumns, IReadOnlyList<string> ValueColumns, int? MinimumRows, long MaximumBytes);
