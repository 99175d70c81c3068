using Numerai.Contracts;
using Numerai.Tournament.Automation;

namespace Numerai.Web.Operators;

/// <param name="Enabled">False stops automation; the other fields are then not needed.</param>
/// <param name="Feed">An absolute path of a folder on the server, or an http or https address.</param>
/// <param name="Prefix">Under which live files are published; absent for the tournament's usual one.</param>
internal sealed record AutomationRequest(bool Enabled, string Feed = "", string? Prefix = null);

/// <param name="Step">open, close, score, resolve or missed.</param>
/// <param name="Round">0 for a missed opening.</param>
/// <param name="Day">Scoring day, else 0.</param>
internal sealed record AutomationStepResponse(AutomationStepKind Step, int Round, int Day, DateTimeOffset Due, DateTimeOffset Done);

/// <param name="Since">Openings from then on are automation's.</param>
/// <param name="Waiting">What is due and cannot be done, and why.</param>
/// <param name="Recent">The latest steps, oldest first.</param>
internal sealed record AutomationResponse(
    int Tournament,
    bool Enabled,
    string Feed,
    string Prefix,
    DateTimeOffset? Since,
    IReadOnlyList<string> Waiting,
    IReadOnlyList<AutomationStepResponse> Recent)
{
    public static AutomationResponse Of(AutomationView view) => new(
        view.Tournament.Number,
        view.Enabled,
        view.Feed,
        view.Prefix,
        view.Since,
        view.Waiting,
        [.. view.Recent.Select(record => new AutomationStepResponse(
            record.Step.Kind, record.Step.Round, record.Step.Day, record.Step.Due, record.Done))]);
}
