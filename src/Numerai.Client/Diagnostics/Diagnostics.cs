namespace Numerai.Client.Diagnostics;

/// <summary>How far a diagnosis is.</summary>
/// <param name="Status">"running", "done" or "refused".</param>
/// <param name="Filename">The server's name of the upload.</param>
/// <param name="Report">Once it is done.</param>
/// <param name="Code">Why the file was refused.</param>
/// <param name="Reason">The same as a sentence.</param>
public sealed record Diagnostics(
    Guid Id, string Status, string Filename, string Release, string? FeatureSet, DiagnosticsReport? Report, string? Code, string? Reason);
