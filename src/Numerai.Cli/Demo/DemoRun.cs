using Numerai.Client;
using Numerai.Client.Scores;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo;

/// <summary>
/// Plays a tournament against a server, through the SDK over HTTP only: what an operator and 14 participants do over half a year, on the
/// server's virtual clock.
/// </summary>
internal sealed class DemoRun(DemoOptions options, Release release, Uri url, DemoOperator theOperator, IDemoProgress progress) : IDisposable
{
    private const int PageSize = 1000;
    private readonly IReadOnlyList<DemoPlayer> _players = DemoCast.Players(options.Seed);
    private readonly List<DemoParticipant> _participants = [];
    private readonly DemoComparison _comparison = new();
    private readonly List<Settlement> _settlements = [];

    public async Task<DemoOutcome> RunAsync(CancellationToken cancellation)
    {
        progress.Say("publishing the release");
        await theOperator.PublishAsync(cancellation);
        progress.Say("participants register, download, train and stake");
        await JoinAsync(cancellation);
        var steps = DemoTimeline.Of(release.Rounds);
        for (var step = 0; step < steps.Count; step++)
        {
            await PlayAsync(steps[step], cancellation);
            progress.Advance((double)(step + 1) / steps.Count, steps[step]);
        }

        progress.Say("reading the results");
        return await OutcomeAsync(cancellation);
    }

    public void Dispose() => _participants.ForEach(participant => participant.Dispose());

    /// <summary>Registers everyone in order; then each prepares on its own, as people do.</summary>
    private async Task JoinAsync(CancellationToken cancellation)
    {
        using var visitor = new NumeraiClient(new NumeraiClientOptions { Url = url });
        foreach (var player in _players)
        {
            var registration = await visitor.Accounts.RegisterAsync(player.Name, cancellation);
            var credentials = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret);
            var client = new NumeraiClient(new NumeraiClientOptions { Url = url, Credentials = credentials });
            var workshop = new DemoWorkshop(Path.Combine(options.ParticipantsFolder, player.Name), release.Version);
            _participants.Add(new DemoParticipant(player, client, workshop));
            await theOperator.DepositAsync(player.Name, player.Deposit, cancellation);
        }

        await Parallel.ForEachAsync(
            _participants,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (participant, token) => await participant.PrepareAsync(token));
    }

    private async Task PlayAsync(DemoStep step, CancellationToken cancellation)
    {
        await theOperator.AdvanceClockAsync(step.Time, cancellation);
        switch (step.Kind)
        {
            case DemoStepKind.Open:
                await OpenAsync(release.Rounds[step.Round - 1], cancellation);
                break;
            case DemoStepKind.Close:
                // The server closes the round by itself when its clock passes the closing time.
                break;
            case DemoStepKind.Score:
                await theOperator.ScoreAsync(step.Round, step.Day, cancellation);
                break;
            case DemoStepKind.Resolve:
                await ResolveAsync(step.Round, cancellation);
                break;
            default:
                throw new InvalidOperationException($"Unknown step {step.Kind}.");
        }
    }

    private async Task OpenAsync(ReleaseRound next, CancellationToken cancellation)
    {
        var round = await theOperator.OpenAsync(next, cancellation);
        var latest = _settlements.Count == 0 ? null : _settlements[^1];
        await Parallel.ForEachAsync(
            _participants,
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount, CancellationToken = cancellation },
            async (participant, token) => await participant.PlayAsync(round, latest, token));
        var ids = ParquetFile.Read(Path.Combine(release.RoundFolder(next.Number), "live.parquet"), ["id"]).Values<string>("id");
        var benchmarks = DemoFeatures.Align(
            ParquetFile.Read(Path.Combine(release.RoundFolder(next.Number), "live_benchmark_models.parquet")), ids);
        var first = benchmarks.Columns.First(column => column.Type == ColumnType.Float64).Name;
        _comparison.Submit(
            next.Number,
            ids,
            _participants.SelectMany(participant => participant.LastPredictions).ToDictionary(model => model.Key, model => model.Value),
            benchmarks.Doubles(first));
    }

    private async Task ResolveAsync(int number, CancellationToken cancellation)
    {
        await theOperator.ResolveAsync(number, cancellation);
        _settlements.Add(await theOperator.Client.Rounds.GetSettlementAsync(DefaultTournament.Number, number, cancellation));
        var metaModel = await theOperator.Client.Rounds.GetMetaModelAsync(DefaultTournament.Number, number, cancellation: cancellation);
        var target = ParquetFile.Read(release.TargetFile(number, release.Rounds[number - 1].ScoringDates.Count));
        _comparison.Score(number, ById(target), metaModel.Ids.Zip(metaModel.Values).ToDictionary(StringComparer.Ordinal));
    }

    private async Task<DemoOutcome> OutcomeAsync(CancellationToken cancellation)
    {
        var client = theOperator.Client;
        var scores = new List<Score>();
        var filter = new ScoreFilter(DefaultTournament.Number);
        for (var page = await client.Scores.ListAsync(filter, PageSize, 0, cancellation); page.Items.Count > 0;
            page = await client.Scores.ListAsync(filter, PageSize, scores.Count, cancellation))
        {
            scores.AddRange(page.Items);
        }

        var (best, eras) = _comparison.Result();
        return new DemoOutcome(
            (await client.Leaderboard.ListAsync(DefaultTournament.Number, PageSize, 0, cancellation)).Items,
            scores,
            _settlements,
            eras,
            best,
            await client.Ledger.GetTreasuryAsync(cancellation),
            await client.Ledger.CheckConservationAsync(cancellation),
            await DemoAudit.RunAsync(client, options, progress, cancellation),
            _players.SelectMany(player => player.Models).ToDictionary(model => model.Name, model => model.Kind));
    }

    private static Dictionary<string, double> ById(Table target)
    {
        var values = target.Doubles("target");
        return target.Values<string>("id").Select((id, row) => (id, value: values[row])).Where(pair => !double.IsNaN(pair.value))
            .ToDictionary(pair => pair.id, pair => pair.value, StringComparer.Ordinal);
    }
}
