using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures;

/// <summary>The steps of a fixture's rounds, as operator and participants take them over HTTP.</summary>
internal sealed class FixtureRounds(FixtureClients clients) : IDisposable
{
    private const int Classic = 8;
    private const int Signals = 11;

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("numerai-fixture-");

    public void Dispose() => _files.Delete(recursive: true);

    public Task AdvanceAsync(DateTimeOffset to) => clients.Operator.Operator.AdvanceClockAsync(to);

    /// <summary>Publishes a round's data and opens it.</summary>
    /// <param name="day">The day of the universe, where the tournament has one.</param>
    public async Task<Round> OpenAsync(
        int tournament, int number, DateOnly day, DateTimeOffset? opens = null, DateTimeOffset? closes = null)
    {
        var prefix = $"{FixtureFiles.Prefix(tournament)}/live_{number}";
        var live = await PublishAsync($"{prefix}.parquet", FixtureFiles.Live(tournament, number));
        if (tournament == Classic)
        {
            return await clients.Operator.Operator.OpenRoundAsync(
                tournament, new OpenRoundRequest(live, null, number == 1 ? null : FixtureFiles.IdMap(number), opens, closes, number));
        }

        var signals = tournament == Signals;
        await clients.Operator.Universes.PublishAsync(tournament, day, new PublishUniverseRequest(
            live,
            signals ? await PublishAsync($"{prefix}_neutralizer.parquet", FixtureFiles.Neutralizers()) : null,
            signals ? await PublishAsync($"{prefix}_sample_weights.parquet", FixtureFiles.Weights()) : null));
        return await clients.Operator.Operator.OpenRoundAsync(
            tournament, new OpenRoundRequest(Opens: opens, Closes: closes, Number: number, Universe: day));
    }

    /// <param name="ids">The round whose ids the file has.</param>
    public Task<Submission> SubmitAsync(FixtureModel model, int ids, int? lateFor = null)
    {
        var content = FixtureFiles.Predictions(model.Tournament, ids, model.Name, model.Skill);
        return clients[model.Owner].Submissions.UploadPredictionsAsync(
            model.Name, $"{model.Name}.csv", () => new MemoryStream(content), content.Length, null, lateFor, model.Tournament);
    }

    /// <summary>Scores a day of a round whose target is due.</summary>
    public Task<Round> ScoreAsync(int tournament, int number, int day) =>
        clients.Operator.Operator.PublishTargetAsync(tournament, number, day, FixtureFiles.Target(tournament, number, day));

    public Task<Round> ResolveAsync(int tournament, int number) => clients.Operator.Operator.ResolveRoundAsync(tournament, number);

    private async Task<string> PublishAsync(string name, byte[] content)
    {
        var path = Path.Combine(_files.FullName, "file");
        await File.WriteAllBytesAsync(path, content);
        await clients.Operator.Operator.PublishDatasetAsync(name, path);
        return name;
    }
}
