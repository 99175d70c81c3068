using System.Diagnostics;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>Plays a plan against a platform, step by step.</summary>
internal sealed class TrialRun : IDisposable
{
    private const int UploadsAtOnce = 8;

    private readonly TrialPlan _plan;
    private readonly TrialNumbers _numbers;
    private readonly TrialServers _servers;
    private readonly TrialCaller _operator;
    private readonly List<TrialCaller> _participants = [];

    public TrialRun(TrialPlan plan, TrialServers servers, NumeraiCredentials operatorKey)
    {
        _plan = plan;
        _numbers = new TrialNumbers(plan);
        _servers = servers;
        _operator = servers.As(operatorKey);
    }

    /// <summary>Time spent by kind of step, all rounds together.</summary>
    public Dictionary<string, TimeSpan> Times { get; } = new(StringComparer.Ordinal);

    public TrialCaller Operator => _operator;

    public IReadOnlyList<TrialCaller> Participants => _participants;

    /// <summary>Accounts, models and stakes. Not under fire: what is tried are rounds.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var settings = await _operator.CallAsync(
            client => client.Operator.GetSettingsAsync(DefaultTournament.Number, cancellation), cancellation);
        await _operator.CallAsync(
            client => client.Operator.ChangeSettingsAsync(
                settings with
                {
                    Version = settings.Version + 1,
                    Scoring = settings.Scoring with { Days = _plan.Days, ShardSize = _plan.ShardSize },
                },
                cancellation),
            cancellation);
        await _operator.CallAsync(client => client.Operator.MintAsync(Nmr.FromNmr(1_000_000), "trial", cancellation), cancellation);
        using var anyone = _servers.As(null);
        for (var account = 0; account < _plan.Accounts; account++)
        {
            await RegisterAsync(anyone, account, cancellation);
        }
    }

    /// <summary>One round from opening to settlement.</summary>
    public async Task RunRoundAsync(int round, string folder, CancellationToken cancellation)
    {
        var live = $"trial/live_{round}.parquet";
        var path = Path.Combine(folder, $"live_{round}.parquet");
        _numbers.WriteLive(path, round);
        await TimeAsync("open", async () =>
        {
            await _operator.CallAsync(client => client.Operator.PublishDatasetAsync(live, path, null, cancellation), cancellation);
            await _operator.CallAsync(
                client => client.Operator.OpenRoundAsync(DefaultTournament.Number, new OpenRoundRequest(live, Number: round), cancellation),
                cancellation);
        });
        await TimeAsync("submit", () => SubmitAllAsync(round, cancellation));
        await TimeAsync("close", () => _operator.CallAsync(
            client => client.Operator.CloseRoundAsync(DefaultTournament.Number, round, early: true, cancellation), cancellation));
        for (var day = 1; day <= _plan.Days; day++)
        {
            var target = _numbers.Target(round, day);
            var number = day;
            await TimeAsync("score", () => _operator.CallAsync(
                client => client.Operator.PublishTargetAsync(DefaultTournament.Number, round, number, target, early: true, cancellation),
                cancellation));
        }

        await TimeAsync("settle", () => _operator.CallAsync(
            client => client.Operator.ResolveRoundAsync(DefaultTournament.Number, round, cancellation), cancellation));
    }

    public void Dispose()
    {
        _operator.Dispose();
        foreach (var participant in _participants)
        {
            participant.Dispose();
        }
    }

    private async Task RegisterAsync(TrialCaller anyone, int account, CancellationToken cancellation)
    {
        var name = TrialPlan.Account(account);
        var registration = await anyone.CallAsync(client => client.Accounts.RegisterAsync(name, cancellation), cancellation);
        var participant = _servers.As(new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret));
        _participants.Add(participant);
        await _operator.CallAsync(
            client => client.Operator.DepositAsync(name, Nmr.FromNmr(1000), $"trial-{name}", cancellation), cancellation);
        foreach (var model in _plan.ModelsOf(account))
        {
            await participant.CallAsync(
                client => client.Models.CreateAsync(TrialPlan.Model(model), DefaultTournament.Number, cancellation), cancellation);
            await participant.CallAsync(
                client => client.Stakes.IncreaseStakeAsync(
                    TrialPlan.Model(model), Nmr.FromNmr(10 + (model % 13)), $"stake-{model}", cancellation: cancellation),
                cancellation);
        }
    }

    private Task SubmitAllAsync(int round, CancellationToken cancellation) => Parallel.ForEachAsync(
        Enumerable.Range(0, _plan.Models),
        new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce, CancellationToken = cancellation },
        async (model, token) =>
        {
            var predictions = _numbers.Predictions(round, model);
            await _participants[model / TrialPlan.ModelsPerAccount].CallAsync(
                client => client.Submissions.UploadPredictionsAsync(
                    TrialPlan.Model(model), "predictions.csv", () =>
                        new MemoryStream(predictions), predictions.Length, cancellation: token),
                token);
        });

    private async Task TimeAsync(string step, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        Times[step] = Times.GetValueOrDefault(step) + Stopwatch.GetElapsedTime(started);
    }
}
