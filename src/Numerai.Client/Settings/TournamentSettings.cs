namespace Numerai.Client.Settings;

/// <summary>The rules of a tournament. A round keeps those it opened under.</summary>
/// <param name="Version">Each change makes the next one.</param>
/// <param name="Movement">Limits of churn and turnover; null for none.</param>
/// <param name="MetaModel">The naive-weighted meta model; null for none.</param>
/// <param name="Emission">What is issued into the treasury by schedule; null for nothing.</param>
/// <param name="Stakes">What participants may do with stakes; null for neither moves nor portfolios.</param>
public sealed record TournamentSettings(
    int Version,
    int Tournament,
    string Name,
    SubmissionSettings Submission,
    PayoutSettings Payout,
    ScoringSettings Scoring,
    CalendarSettings Calendar,
    AccountSettings Accounts,
    MovementSettings? Movement = null,
    MetaModelSettings? MetaModel = null,
    EmissionSettings? Emission = null,
    StakeSettings? Stakes = null);
