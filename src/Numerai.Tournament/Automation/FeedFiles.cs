using System.Text;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Automation;

/// <summary>
/// The files of a feed, as `release build` and the daily releases lay them out: rounds/NUMBER or rounds/DATE with live files and
/// targets/day_DAY. What opens a round is downloaded and checked before any of it is published.
/// </summary>
internal sealed class FeedFiles(ActorServices services, AutomationState state, AutomationTick tick)
{
    private static readonly (string File, string Suffix)[] _companions =
    [
        ("live_benchmark_models.parquet", "_benchmark_models.parquet"),
        ("live_example_preds.parquet", "_example_preds.parquet"),
        ("live_example_preds.csv", "_example_preds.csv"),
    ];

    /// <summary>Publishes the live file that a round stands on and makes the command that opens it.</summary>
    public async Task<Outcome<OpenNextRound>> OpeningAsync(int number, DateTimeOffset opens, FeedCalendar calendar)
    {
        if (calendar.Rounds is not null && calendar.At(opens) is null)
        {
            return new Refusal(
                RefusalCodes.DatasetNotFound,
                $"{FeedCalendar.File} of the feed has no round that opens from {opens.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} on; append "
                    + "weeks to the release.");
        }

        var (folder, closes) = (calendar.FolderOf(number, opens), calendar.At(opens)?.ClosesAt);
        using var staged = new StagedFiles(tick);
        var live = $"{state.Prefix}/live_{number}.parquet";
        if (!await staged.StageAsync($"rounds/{folder}/live.parquet", live))
        {
            return Missing($"rounds/{folder}/live.parquet");
        }

        var benchmark = (string?)null;
        foreach (var (file, suffix) in _companions)
        {
            var name = $"{state.Prefix}/live_{number}{suffix}";
            if (await staged.StageAsync($"rounds/{folder}/{file}", name) && file == _companions[0].File)
            {
                benchmark = name;
            }
        }

        var universe = await LiveData.UniverseAsync(staged, live);
        var refusal = universe.Accepted
            ? (await LiveData.BenchmarkMetaModelAsync(staged, benchmark, universe.Value)).Refusal
            : universe.Refusal;
        var map = await IdMapAsync(folder);
        if ((refusal ?? (map is null ? null : IdMapFile.Parse(map).Refusal)) is { } bad)
        {
            return Bad($"rounds/{folder}", bad);
        }

        await staged.PublishAsync(services.Datasets, services.Time.GetUtcNow());
        return new OpenNextRound(number, opens, closes, live, benchmark, map);
    }

    /// <summary>Publishes a day's universe, unless there is one, and makes the command that opens a round on it.</summary>
    public async Task<Outcome<OpenNextRound>> DailyOpeningAsync(int number, DateTimeOffset opens, SubmissionSettings format)
    {
        var date = DailyFeed.UniverseOf(opens);
        var universe = services.Actors.Universe(new UniverseId(state.Tournament, date));
        if (!(await universe.GetAsync()).Accepted && await PublishUniverseAsync(universe, date, format) is { } refusal)
        {
            return refusal;
        }

        return new OpenNextRound(number, opens, null, string.Empty, null, null, date);
    }

    /// <summary>A day's target as a stored object, with the name of the feed's file.</summary>
    /// <param name="round">Its number in the release, or the day of its universe where securities keep their ids.</param>
    public async Task<Outcome<(string File, ObjectReference Target)>> TargetAsync(string round, int day)
    {
        foreach (var extension in (string[])["parquet", "csv"])
        {
            var file = $"rounds/{round}/targets/day_{day}.{extension}";
            if (await tick.ReadAsync(file, FeedLimits.Read) is { } content)
            {
                return (file,
                    await services.Objects.PutByContentAsync(
                        $"feeds/{state.Tournament}/rounds/{round}/day-{day}", $".{extension}", content));
            }
        }

        return Missing($"rounds/{round}/targets/day_{day}.parquet (or .csv)");
    }

    /// <summary>The refusal of what a file of the feed holds, with its name.</summary>
    public static Refusal Bad(string file, Refusal refusal) => new(refusal.Code, $"{file} of the feed: {refusal.Message}");

    private static Refusal Missing(string name) => new(RefusalCodes.DatasetNotFound, $"the feed has no {name} yet");

    private async Task<Refusal?> PublishUniverseAsync(IUniverse universe, DateOnly date, SubmissionSettings format)
    {
        using var staged = new StagedFiles(tick);
        var folder = $"rounds/{UniverseId.Day(date)}";
        var names = new string?[DailyFeed.Suffixes.Length];
        for (var place = 0; place < names.Length; place++)
        {
            var file = DailyFeed.FileOf(date, DailyFeed.Suffixes[place]);
            var name = $"{state.Prefix}/{file}";
            if (await staged.StageAsync($"{folder}/{file}", name))
            {
                names[place] = name;
            }
            else if (place < DailyFeed.Needed(Tournaments.Of(state.Tournament)))
            {
                return Missing($"{folder}/{file}");
            }
        }

        var command = new PublishUniverse(names[0]!, names[1], names[2], format);
        if (await UniverseFiles.ReadAsync(staged, command) is { Accepted: false } bad)
        {
            return Bad(folder, bad.Refusal);
        }

        await staged.PublishAsync(services.Datasets, services.Time.GetUtcNow());
        return (await universe.PublishAsync(command)).Refusal;
    }

    private async Task<string?> IdMapAsync(int folder)
    {
        if (await tick.ReadAsync($"rounds/{folder}/id_map.csv", FeedLimits.Read) is { } csv)
        {
            return Encoding.UTF8.GetString(csv);
        }

        if (await tick.ReadAsync($"rounds/{folder}/id_map.parquet", FeedLimits.Read) is not { } content)
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
}
