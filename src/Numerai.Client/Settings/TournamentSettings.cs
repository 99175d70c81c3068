namespace Numerai.Client.Settings;

/// <summary>The rules of a tournament. A round keeps those it opened under.</summary>
/// <param name="Version">Each change makes the next one.</param>
public sealed record TournamentSettings(
    int Version,
    int Tournament,
    string Name,
    SubmissionSettings Submission,
    PayoutSettings Payout,
    ScoringSettings Scoring,
    CalendarSettings Calendar,
    AccountSettings Accounts);
