namespace Numerai.Client.Diagnostics;

/// <summary>How far a diagnosis is.</summary>
/// <param name="Status">"running", "done" or "refused".</param>
/// <param name="Filename">The server's name of the upload.</param>
/// <param name="Report">Once it is done: the report of eras.</param>
/// <param name="Code">Why the file was refused.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="Signals">Once it is done: the report of days.</param>
/// <param name="FinishedAt">When it was done or refused.</param>
public sealed record Diagnostics(
    Guid Id,
    string Status,
    string Filename,
    string Release,
    string? FeatureSet,
    DiagnosticsReport? Report,
    string? Code,
    string? Reason,
    SignalDiagnosticsReport? Signals = null,
    DateTimeOffset? FinishedAt = null);
