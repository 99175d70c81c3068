using Numerai.Client;
using Numerai.Client.Scores;
using Numerai.Contracts;
using Numerai.Data.Panels;
using Numerai.Data.Signals;

namespace Numerai.Cli.Demo.Daily;

/// <summary>Plays a daily tournament against a server, through the SDK over HTTP only, on the server's virtual clock.</summary>
internal sealed class DailyDemoRun(
    DemoOptions options, DailyDemoPlan plan, PricePanel panel, DailyRelease release, NumeraiClient theOperator, IDemoProgress progress)
    : IDisposable
{
    private const int TreasuryNmr = 100_000;
    private const int PageSize = 1000;
    private readonly List<SignalParticipant> _participants = [];
    private readonly List<Settlement> _settlements = [];

    public async Task<DailyDemoOutcome> RunAsync(CancellationToken cancellation)
    {
        await theOperator.Operator.MintAsync(Nmr.FromNmr(TreasuryNmr), "demo-treasury", cancellation);
        await SetScoringDaysAsync(cancellation);
        foreach (var path in release.PublicFiles())
        {
            await theOperator.Operator.PublishDatasetAsync($"{release.Version}/{Path.GetFileName(path)}", path, null, cancellation);
        }

        progress.Say("participants register and stake");
        await JoinAsync(cancellation);
        var steps = DemoTimeline.Of(release.Rounds);
        for (var step = 0; step < steps.Count; step++)
        {
            await theOperator.Operator.AdvanceClockAsync(steps[step].Time, cancellation);
            await PlayAsync(steps[step], cancellation);
            progress.Advance((double)(step + 1) / steps.Count, steps[step]);
        }

        progress.Say("reading the results");
        return new DailyDemoOutcome(
            plan,
            (await theOperator.Leaderboard.ListAsync(plan.Number, PageSize, 0, cancellation)).Items,
            await ScoresAsync(cancellation),
            _settlements,
            [.. _participants.SelectMany(participant => participant.Submitted)],
            await theOperator.Ledger.CheckConservationAsync(cancellation),
            await DemoAudit.RunAsync(theOperator, options, progress, cancellation));
    }

    public void Dispose() => _participants.ForEach(participant => participant.Dispose());

    private async Task SetScoringDaysAsync(CancellationToken cancellation)
    {
        var settings = await theOperator.Operator.GetSettingsAsync(plan.Number, cancellation);
        var days = release.Rounds[0].ScoringDates.Count;
        if (settings.Scoring.Days != days)
        {
            await theOperator.Operator.ChangeSettingsAsync(
                settings with { Version = settings.Version + 1, Scoring = settings.Scoring with { Days = days } }, cancellation);
        }
    }

    private async Task JoinAsync(CancellationToken cancellation)
    {
        var feed = new MarketFeed(panel);
        using var visitor = new NumeraiClient(new NumeraiClientOptions { Url = theOperator.Options.Url });
        foreach (var player in SignalCast.Players(options.Seed))
        {
            var registration = await visitor.Accounts.RegisterAsync(player.Name, cancellation);
            await theOperator.Operator.DepositAsync(player.Name, Nmr.FromNmr(player.Deposit), $"demo-{player.Name}", cancellation);
            var credentials = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret);
            var participant = new SignalParticipant(
                player,
                new NumeraiClient(new NumeraiClientOptions { Url = theOperator.Options.Url, Credentials = credentials }),
                feed,
                plan,
                plan.Ids[_participants.Count % plan.Ids.Count],
                Path.Combine(options.ParticipantsFolder, player.Name));
            _participants.Add(participant);
            await participant.PrepareAsync(cancellation);
        }
    }

    private Task PlayAsync(DemoStep step, CancellationToken cancellation) => step.Kind switch
    {
        DemoStepKind.Open => OpenAsync(release.Rounds[step.Round - 1], cancellation),
        // Its days follow the prices, which a real panel has before the calendar asks for them.
        DemoStepKind.Score => theOperator.Operator.PublishTargetAsync(
            plan.Number, step.Round, step.Day, release.TargetFile(release.Rounds[step.Round - 1], step.Day), early: true, cancellation),
        DemoStepKind.Resolve => ResolveAsync(step.Round, cancellation),

        // The server closes the round by itself when its clock passes the closing time.
        _ => Task.CompletedTask,
    };

    private async Task OpenAsync(DailyRound round, CancellationToken cancellation)
    {
        var names = release.FilesOf(round).ToList();
        foreach (var name in names)
        {
            await theOperator.Operator.PublishDatasetAsync($"{release.Version}/{name}", release.LiveFile(round, name), null, cancellation);
        }

        var datasets = names.ConvertAll(name => $"{release.Version}/{name}");
        await theOperator.Universes.PublishAsync(
            plan.Number,
            round.Date,
            new PublishUniverseRequest(datasets[0], datasets.ElementAtOrDefault(1), datasets.ElementAtOrDefault(2)),
            cancellation);
        await theOperator.Operator.OpenRoundAsync(
            plan.Number,
            new OpenRoundRequest(Opens: round.OpensAt, Closes: round.ClosesAt, Number: round.Number, Universe: round.Date),
            cancellation);
        await Parallel.ForEachAsync(
            _participants,
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount, CancellationToken = cancellation },
            async (participant, token) => await participant.PlayAsync(release, round, token));
    }

    private async Task ResolveAsync(int number, CancellationToken cancellation)
    {
        await theOperator.Operator.ResolveRoundAsync(plan.Number, number, cancellation);
        _settlements.Add(await theOperator.Rounds.GetSettlementAsync(plan.Number, number, cancellation));
    }

    /// <summary>The final scores of all rounds.</summary>
    private async Task<List<Score>> ScoresAsync(CancellationToken cancellation)
    {
        var scores = new List<Score>();
        var filter = new ScoreFilter(plan.Number, Day: release.Rounds[0].ScoringDates.Count);
        for (var page = await theOperator.Scores.ListAsync(filter, PageSize, 0, cancellation); page.Items.Count > 0;
            page = await theOperator.Scores.ListAsync(filter, PageSize, scores.Count, cancellation))
        {
            scores.AddRange(page.Items);
        }

        return scores;
    }
}
