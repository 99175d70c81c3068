using System.Collections.Immutable;

namespace Numerai.Contracts;

/// <summary>
/// Everything about a tournament that its holders can change. A round keeps the settings it opened under; a new version applies to
/// rounds that open afterwards.
/// </summary>
/// <param name="Version">1, 2, 3 ...; each change makes the next one.</param>
/// <param name="Movement">Limits of churn and turnover; null for none.</param>
/// <param name="MetaModel">What the naive-weighted meta model is made of; null for none.</param>
/// <param name="Emission">What is issued into the treasury by schedule; null for nothing. It does not wait for a round.</param>
/// <param name="Stakes">What participants may do with stakes; null for neither moves nor portfolios. It does not wait for a round.</param>
public sealed record TournamentSettings(
    int Version,
    TournamentId Tournament,
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

/// <summary>What a submission must look like.</summary>
/// <param name="KeyColumns">Allowed names of the id column.</param>
/// <param name="ValueColumns">Allowed names of the prediction column.</param>
/// <param name="DateColumns">Names of a column with the date that may stand anywhere; the first one found is taken out.</param>
/// <param name="IgnoredColumns">Columns that are ignored with a warning.</param>
/// <param name="MinimumRows">Live ids needed, or null for every one.</param>
/// <param name="MaximumBytes">Largest upload.</param>
public sealed record SubmissionSettings(
    ImmutableArray<string> KeyColumns,
    ImmutableArray<string> ValueColumns,
    ImmutableArray<string> DateColumns,
    ImmutableArray<string> IgnoredColumns,
    int? MinimumRows,
    long MaximumBytes);

/// <summary>
/// How scores pay: <c>at risk * clip(f * sum(multiplier * score), -clip, +clip)</c> with <c>f = min(1, threshold / total at risk)</c>.
/// </summary>
/// <param name="Multipliers">Score name (such as "corr") to its multiplier.</param>
/// <param name="Clip">Largest gain and loss of one round as a share of the stake at risk, in 0..1.</param>
/// <param name="StakeThreshold">Total at risk up to which the payout factor is 1.</param>
public sealed record PayoutSettings(ImmutableSortedDictionary<string, decimal> Multipliers, decimal Clip, Nmr StakeThreshold);

/// <summary>How rounds are scored.</summary>
/// <param name="Days">Number of scoring days; the scores of the last one are final.</param>
/// <param name="ShardSize">Models scored together in one scoring shard, 1 to 256.</param>
/// <param name="PairwiseCorrelations">Whether every on-time submission is compared with every other one (MCWNM, APCWNM).</param>
public sealed record ScoringSettings(int Days, int ShardSize, bool PairwiseCorrelations = false);

/// <summary>When rounds open and close, in UTC.</summary>
/// <param name="OpenDays">Days of the week on which a round opens.</param>
/// <param name="WeekdayWindow">From open to close on all days but Saturday.</param>
/// <param name="WeekendWindow">From open to close for a round that opens on Saturday.</param>
/// <param name="FirstScoreAfterClose">From close to the first scoring day.</param>
/// <param name="QuietDays">Days of the week without scores.</param>
public sealed record CalendarSettings(
    ImmutableArray<DayOfWeek> OpenDays,
    TimeOnly OpensAt,
    TimeSpan WeekdayWindow,
    TimeSpan WeekendWindow,
    TimeSpan FirstScoreAfterClose,
    ImmutableArray<DayOfWeek> QuietDays);

/// <summary>Limits on accounts.</summary>
/// <param name="MaximumModels">Models one account may have in this tournament.</param>
/// <param name="WithdrawalAge">Accounts younger than this withdraw only amounts above
/// <paramref name="YoungAccountWithdrawalAbove"/>.</param>
public sealed record AccountSettings(int MaximumModels, TimeSpan WithdrawalAge, Nmr YoungAccountWithdrawalAbove)
{
    /// <summary>The fewest models, the longest wait and the largest least amount of several.</summary>
    public static AccountSettings Strictest(IReadOnlyList<AccountSettings> several) => new(
        several.Min(settings => settings.MaximumModels),
        several.Max(settings => settings.WithdrawalAge),
        several.Select(settings => settings.YoungAccountWithdrawalAbove).Aggregate(Nmr.Max));
}
