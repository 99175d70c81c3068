using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Settings;

/// <summary>Checks settings before they can reach a round.</summary>
public static class SettingsValidation
{
    private static readonly string[] _payingScores = ["corr", "mmc", "bmc", "fnc", "alpha", "mpc", "corr_v4", "fnc_v4", "ric", "ic_v2"];

    /// <summary>Null when the settings can run a round, else the first thing wrong with them.</summary>
    public static Refusal? Check(TournamentSettings settings) =>
        CheckSubmission(settings.Submission)
        ?? CheckPayout(settings.Payout)
        ?? CheckScoring(settings.Scoring)
        ?? CheckCalendar(settings.Calendar)
        ?? CheckAccounts(settings.Accounts)
        ?? CheckMovement(settings.Movement)
        ?? CheckMetaModel(settings.MetaModel)
        ?? (EmissionValidation.Check(settings.Emission) is { } wrong ? Invalid(wrong) : null);

    private static Refusal? CheckSubmission(SubmissionSettings submission)
    {
        if (submission.KeyColumns.IsDefaultOrEmpty || submission.ValueColumns.IsDefaultOrEmpty)
        {
            return Invalid("submission.keyColumns and submission.valueColumns need at least one name each.");
        }

        return submission.MinimumRows is < 1 ? Invalid("submission.minimumRows is at least 1, or absent for every live id.")
            : submission.MaximumBytes is < 1024 or > 8L * 1024 * 1024 * 1024 ? Invalid(
                "submission.maximumBytes lies between 1 KiB and 8 GiB.")
            : null;
    }

    private static Refusal? CheckPayout(PayoutSettings payout)
    {
        if (payout.Multipliers.IsEmpty)
        {
            return Invalid("payout.multipliers needs at least one score.");
        }

        foreach (var (score, multiplier) in payout.Multipliers)
        {
            if (!_payingScores.Contains(score, StringComparer.Ordinal))
            {
                return Invalid($"payout.multipliers names '{score}'; scores that can pay are {string.Join(", ", _payingScores)}.");
            }

            if (multiplier is < 0 or > 100 || decimal.Round(multiplier, 9) != multiplier)
            {
                return Invalid($"payout.multipliers.{score} is {multiplier}; it lies between 0 and 100 with at most 9 decimals.");
            }
        }

        return payout.Clip is <= 0 or > 1 || decimal.Round(payout.Clip, 12) != payout.Clip
            ? Invalid($"payout.clip is {payout.Clip}; it lies above 0 and up to 1 with at most 12 decimals.")
            : payout.StakeThreshold.IsPositive
                ? null
                : Invalid($"payout.stakeThreshold is {payout.StakeThreshold}; it is a positive amount.");
    }

    private static Refusal? CheckScoring(ScoringSettings scoring) =>
        scoring.Days is < 1 or > 60 ? Invalid($"scoring.days is {scoring.Days}; it lies between 1 and 60.")
        : scoring.ShardSize is < 1 or > 256 ? Invalid($"scoring.shardSize is {scoring.ShardSize}; it lies between 1 and 256.")
        : null;

    private static Refusal? CheckCalendar(CalendarSettings calendar) =>
        calendar.OpenDays.IsDefaultOrEmpty ? Invalid("calendar.openDays needs at least one day of the week.")
        : calendar.WeekdayWindow <= TimeSpan.Zero || calendar.WeekdayWindow > TimeSpan.FromHours(24)
            ? Invalid("calendar.weekdayWindow lies above 0 and up to 24 hours.")
        : calendar.WeekendWindow <= TimeSpan.Zero || calendar.WeekendWindow > TimeSpan.FromHours(72)
            ? Invalid("calendar.weekendWindow lies above 0 and up to 72 hours.")
        : calendar.FirstScoreAfterClose < TimeSpan.Zero || calendar.FirstScoreAfterClose > TimeSpan.FromDays(90)
            ? Invalid("calendar.firstScoreAfterClose lies between 0 and 90 days.")
        : calendar.QuietDays.Distinct().Count() > 6 ? Invalid("calendar.quietDays leaves no day for scores.")
        : null;

    private static Refusal? CheckAccounts(AccountSettings accounts) =>
        accounts.MaximumModels is < 1 or > 10_000 ? Invalid(
            $"accounts.maximumModels is {accounts.MaximumModels}; it lies between 1 and 10000.")
        : accounts.WithdrawalAge < TimeSpan.Zero ? Invalid("accounts.withdrawalAge is not negative.")
        : accounts.YoungAccountWithdrawalAbove.IsNegative ? Invalid("accounts.youngAccountWithdrawalAbove is not negative.")
        : null;

    private static Refusal? CheckMovement(MovementSettings? movement) =>
        movement is null ? null
        : movement.MaximumChurn is <= 0 or > 2 ? Invalid($"movement.maximumChurn is {movement.MaximumChurn}; it lies above 0 and up to 2.")
        : movement.MaximumTurnover is <= 0 or > 1
            ? Invalid($"movement.maximumTurnover is {movement.MaximumTurnover}; it lies above 0 and up to 1.")
        : movement.Days is < 1 or > 31 ? Invalid($"movement.days is {movement.Days}; it lies between 1 and 31.")
        : null;

    private static Refusal? CheckMetaModel(MetaModelSettings? metaModel) =>
        metaModel is { NaiveMinimumStake.IsPositive: false } ? Invalid("metaModel.naiveMinimumStake is positive.") : null;

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidSettings, message);
}
