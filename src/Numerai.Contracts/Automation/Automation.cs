namespace Numerai.Contracts;

/// <summary>Rounds that run by themselves from a data feed.</summary>
/// <param name="Since">Openings from then on are automation's.</param>
/// <param name="Waiting">What is due and cannot be done, and why.</param>
/// <param name="Recent">The latest steps, oldest first.</param>
public sealed record Automation(
    int Tournament,
    bool Enabled,
    string Feed,
    string Prefix,
    DateTimeOffset? Since,
    IReadOnlyList<string> Waiting,
    IReadOnlyList<AutomationStep> Recent);
