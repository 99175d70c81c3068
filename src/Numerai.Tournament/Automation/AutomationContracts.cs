using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Automation;

/// <summary>Something to be done by itself.</summary>
/// <param name="Round">Number of the round; 0 for a missed opening.</param>
/// <param name="Day">Scoring day, else 0.</param>
/// <param name="Due">When the schedule wants it.</param>
public sealed record AutomationStep(AutomationStepKind Kind, int Round, int Day, DateTimeOffset Due)
{
    public override string ToString() => Kind switch
    {
        AutomationStepKind.Missed => $"the opening at {Due.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} was missed",
        AutomationStepKind.Score => $"round {Round}: score day {Day}",
        _ => $"round {Round}: {Kind.ToString().ToLowerInvariant()}",
    };
}

/// <summary>A step that is due and cannot be done.</summary>
/// <param name="Step">Which, such as "round 3: score day 5".</param>
public sealed record AutomationWait(string Step, string Reason)
{
    public override string ToString() => $"{Step}: {Reason}";
}

/// <param name="Done">When it was done; later than due after an outage, or when data came late.</param>
public sealed record AutomationRecord(AutomationStep Step, DateTimeOffset Done);

/// <param name="Feed">An absolute path of a folder on the server, or an http or https address.</param>
/// <param name="Prefix">Under which live files are published, such as "v5.2"; null for the tournament's usual one.</param>
public sealed record ConfigureAutomation(AccountId By, bool Enabled, string Feed, string? Prefix);

/// <param name="Since">Openings from then on are automation's.</param>
/// <param name="Waiting">What is due and cannot be done, and why; empty when nothing is.</param>
/// <param name="Recent">The latest steps, oldest first.</param>
public sealed record AutomationView(
    TournamentId Tournament,
    bool Enabled,
    string Feed,
    string Prefix,
    DateTimeOffset? Since,
    ImmutableArray<string> Waiting,
    ImmutableArray<AutomationRecord> Recent);
