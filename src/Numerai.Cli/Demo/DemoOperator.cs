using Numerai.Cli.Operators;
using Numerai.Client;
using Numerai.Client.Datasets;
using Numerai.Contracts;
using Numerai.Data.Releases;

namespace Numerai.Cli.Demo;

/// <summary>The operator's side: publishes a release, opens rounds, publishes targets, resolves. It too speaks HTTP only.</summary>
internal sealed class DemoOperator(NumeraiClient client, Release release) : IDisposable
{
    private const int TreasuryNmr = 500_000;

    private static readonly string[] _published =
    [
        "train.parquet", "validation.parquet", "features.json", "train_benchmark_models.parquet", "validation_benchmark_models.parquet",
        "validation_example_preds.parquet",
    ];

    public NumeraiClient Client => client;

    public async Task PublishAsync(CancellationToken cancellation)
    {
        await client.Operator.MintAsync(Nmr.FromNmr(TreasuryNmr), "demo-treasury", cancellation);
        foreach (var name in _published)
        {
            await PublishAsync(name, Path.Combine(release.PublicFolder, name), cancellation);
        }
    }

    public Task DepositAsync(string username, int amount, CancellationToken cancellation) =>
        client.Operator.DepositAsync(username, Nmr.FromNmr(amount), $"demo-{username}", cancellation);

    public Task AdvanceClockAsync(DateTimeOffset time, CancellationToken cancellation) =>
        client.Operator.AdvanceClockAsync(time, cancellation);

    public async Task<Round> OpenAsync(ReleaseRound round, CancellationToken cancellation) => await client.Operator.OpenRoundAsync(
        DefaultTournament.Number,
        await ReleaseRoundFiles.PublishAsync(client, release, round.Number, ownTimes: true, cancellation),
        cancellation);

    public Task<Round> ScoreAsync(int round, int day, CancellationToken cancellation) =>
        client.Operator.PublishTargetAsync(
            DefaultTournament.Number, round, day, release.TargetFile(round, day), cancellation: cancellation);

    public Task<Round> ResolveAsync(int round, CancellationToken cancellation) =>
        client.Operator.ResolveRoundAsync(DefaultTournament.Number, round, cancellation);

    public void Dispose() => client.Dispose();

    private Task<DatasetFile> PublishAsync(string name, string path, CancellationToken cancellation) =>
        client.Operator.PublishDatasetAsync($"{release.Version}/{name}", path, null, cancellation);
}
