using Numerai.Contracts;

namespace Numerai.Web.Diagnostics;

/// <summary>Predictions that wait to be diagnosed.</summary>
/// <param name="Path">The uploaded file.</param>
/// <param name="Features">Features to take FNC and exposures over.</param>
/// <param name="Running">What is answered until it is done.</param>
internal sealed record DiagnosticsJob(AccountId Account, string Path, IReadOnlyList<string> Features, DiagnosticsResponse Running)
{
    /// <summary>Done once the report is stored, or failed to come about.</summary>
    public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
