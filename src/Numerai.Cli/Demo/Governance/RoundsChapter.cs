using Numerai.Client;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Demo.Governance;

/// <summary>People with models take part in rounds.</summary>
internal sealed class RoundsChapter(GovernanceStage stage)
{
    private const int TreasuryNmr = 10_000;

    /// <summary>Accounts, NMR, stakes; rounds are scored on one day, so that the story is short.</summary>
    public async Task PrepareAsync()
    {
        stage.Transcript.Chapter("Holders");
        var settings = await stage.Operator.Operator.GetSettingsAsync(DefaultTournament.Number, stage.Cancellation);
        await stage.Operator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Scoring = settings.Scoring with { Days = 1 } }, stage.Cancellation);
        await stage.Operator.Operator.MintAsync(Nmr.FromNmr(TreasuryNmr), "demo-treasury", stage.Cancellation);
        foreach (var holder in Holder.Cast)
        {
            await stage.RegisterAsync(holder.Name, holder.Deposit);
            if (holder.Skill is null)
            {
                stage.Transcript.Say($"{holder.Name} receives {holder.Deposit} NMR.");
                continue;
            }

            await stage.Of(holder.Name).Models.CreateAsync(holder.Model, DefaultTournament.Number, stage.Cancellation);
            await stage.Of(holder.Name).Stakes.IncreaseStakeAsync(
                holder.Model, Nmr.FromNmr(holder.Stake), "demo-stake", DefaultTournament.Number, stage.Cancellation);
            stage.Transcript.Say($"{holder.Name} receives {holder.Deposit} NMR and stakes {holder.Stake} of them on {holder.Model}.");
        }
    }

    /// <summary>Opens a round now; everybody who has a model submits.</summary>
    public async Task OpenAsync(int number, DateTimeOffset? closes = null)
    {
        var file = Path.Combine(stage.Folder, $"live_{number}.parquet");
        stage.Market.WriteLive(file, number);
        var name = $"{Tournaments.Default.Release}/live_{number}.parquet";
        await stage.Operator.Operator.PublishDatasetAsync(name, file, null, stage.Cancellation);
        var round = await stage.Operator.Operator.OpenRoundAsync(
            DefaultTournament.Number, new OpenRoundRequest(name, Closes: closes, Number: number), stage.Cancellation);
        foreach (var holder in Holder.Cast.Where(holder => holder.Skill is not null))
        {
            var predictions = stage.Market.Predictions(holder, number);
            await stage.Of(holder.Name).Submissions.UploadPredictionsAsync(
                holder.Model, "predictions.csv", () =>
                    new MemoryStream(predictions, writable: false), predictions.Length, cancellation: stage.Cancellation);
        }

        stage.Transcript.Say(
            $"Round {number} opens under settings version {round.Settings.Version} ({Multipliers(round)}) until "
                + $"{round.Closes.UtcDateTime:yyyy-MM-dd HH:mm}; 4 models submit.");
    }

    /// <summary>Closes, scores and resolves.</summary>
    public async Task SettleAsync(int number)
    {
        var open = await RoundAsync(number);
        await stage.AdvanceAsync(Later(open.FirstScore, stage.Transcript.Now));
        await stage.Operator.Operator.PublishTargetAsync(
            DefaultTournament.Number, number, 1, stage.Market.Target(number), cancellation: stage.Cancellation);
        await stage.Operator.Operator.ResolveRoundAsync(DefaultTournament.Number, number, stage.Cancellation);
        var round = await RoundAsync(number);
        stage.Transcript.Say(
            $"Round {number} resolves under settings version {round.Settings.Version} ({Multipliers(round)}): {round.AtRisk} NMR were at "
                + $"risk, {round.Paid} are paid, {round.Burned} burned.");
    }

    public Task<Round> RoundAsync(int number) => stage.Operator.Rounds.GetAsync(DefaultTournament.Number, number, stage.Cancellation);

    public static string Multipliers(Round round) => string.Join(
        " + ", round.Settings.Payout.Multipliers.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key.ToUpperInvariant()}")));

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;
}
