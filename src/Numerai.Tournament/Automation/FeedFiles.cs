using System.Text;
using Numerai.Data.Parquet;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Schedule;

namespace Numerai.Tournament.Automation;

/// <summary>The files of a feed: rounds/NUMBER/live.parquet, its companions, id_map and targets/day_DAY, as `release build` lays them out.</summary>
internal sealed class FeedFiles(ActorServices services, AutomationState state)
{
    private static readonly (string File, string Suffix)[] _companions =
    [
        ("live_benchmark_models.parquet", "_benchmark_models.parquet"),
        ("live_example_preds.parquet", "_example_preds.parquet"),
        ("live_example_preds.csv", "_example_preds.csv"),
    ];

    /// <summary>Publishes a round's live files and makes the command that opens it.</summary>
    public async Task<Outcome<OpenNextRound>> OpeningAsync(int number, DateTimeOffset opens)
    {
        var live = $"{state.Prefix}/live_{number}.parquet";
        if (!await PublishAsync($"rounds/{number}/live.parquet", live))
        {
            return Missing($"rounds/{number}/live.parquet");
        }

        var benchmark = (string?)null;
        foreach (var (file, suffix) in _companions)
        {
            var name = $"{state.Prefix}/live_{number}{suffix}";
            if (await PublishAsync($"rounds/{number}/{file}", name) && file == _companions[0].File)
            {
                benchmark = name;
            }
        }

        return new OpenNextRound(number, opens, null, live, benchmark, await IdMapAsync(number));
    }

    /// <summary>A day's target as a stored object.</summary>
    public async Task<Outcome<ObjectReference>> TargetAsync(int number, int day)
    {
        foreach (var extension in (string[])["parquet", "csv"])
        {
            if (await ReadAsync($"rounds/{number}/targets/day_{day}.{extension}") is { } content)
            {
                return await services.Objects.PutByContentAsync($"feeds/{state.Tournament}/rounds/{number}/day-{day}", $".{extension}", content);
            }
        }

        return Missing($"rounds/{number}/targets/day_{day}.parquet (or .csv)");
    }

    private static Refusal Missing(string name) => new(RefusalCodes.DatasetNotFound, $"the feed has no {name} yet");

    private async Task<string?> IdMapAsync(int number)
    {
        if (await ReadAsync($"rounds/{number}/id_map.csv") is { } csv)
        {
            return Encoding.UTF8.GetString(csv);
        }

        if (await ReadAsync($"rounds/{number}/id_map.parquet") is not { } content)
        {
            return null;
        }

        using var stream = new MemoryStream(content, writable: false);
        var map = ParquetFile.Read(stream, "id map", ["previous_id", "id"], ParquetLimits.Upload);
        var text = new StringBuilder("previous_id,id\n");
        foreach (var (previous, id) in map.Values<string>("previous_id").Zip(map.Values<string>("id")))
        {
            text.Append(previous).Append(',').Append(id).Append('\n');
        }

        return text.ToString();
    }

    private async Task<bool> PublishAsync(string file, string name)
    {
        await using var content = await services.Feed.OpenAsync(state.Feed, file);
        if (content is null)
        {
            return false;
        }

        await services.Datasets.PublishAsync(name, content, services.Time.GetUtcNow(), CancellationToken.None);
        return true;
    }

    private async Task<byte[]?> ReadAsync(string file)
    {
        await using var content = await services.Feed.OpenAsync(state.Feed, file);
        if (content is null)
        {
            return null;
        }

        using var whole = new MemoryStream();
        await content.CopyToAsync(whole);
        return whole.ToArray();
    }
}
