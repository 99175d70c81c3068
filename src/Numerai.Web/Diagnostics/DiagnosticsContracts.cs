using Numerai.Contracts;

namespace Numerai.Web.Diagnostics;

/// <param name="Filename">What the participant calls the file.</param>
internal sealed record DiagnosticsUploadRequest(string Filename);

/// <param name="Filename">The server's name of the upload.</param>
/// <param name="Release">Folder of the published release, such as v5.2 or signals/v2.1; absent for the tournament's newest one.</param>
/// <param name="FeatureSet">Set of features.json that FNC and exposures of eras are taken over; absent for medium.</param>
/// <param name="Tournament">Its number; absent for the default one.</param>
/// <param name="Wait">Seconds to wait for the report before answering that it is running; absent for none.</param>
internal sealed record DiagnosticsRequest(
    string Filename, string? Release = null, string? FeatureSet = null, int? Tournament = null, int? Wait = null);

/// <param name="Status">running, done or refused.</param>
/// <param name="Report">Once it is done: the report of eras.</param>
/// <param name="Code">Why the file was refused.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="Signals">Once it is done: the report of days.</param>
/// <param name="FinishedAt">When it was done or refused.</param>
internal sealed record DiagnosticsResponse(
    Guid Id,
    string Status,
    string Filename,
    string Release,
    string? FeatureSet,
    ReportResponse? Report = null,
    string? Code = null,
    string? Reason = null,
    SignalReportResponse? Signals = null,
    DateTimeOffset? FinishedAt = null)
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Refused = "refused";
}

/// <summary>What is kept of a finished one.</summary>
internal sealed record StoredDiagnostics(AccountId Account, DiagnosticsResponse Response);
