using System.Text;
using System.Text.Json;
using Numerai.Behaviour.Signals;
using Numerai.Contracts;

namespace Numerai.Behaviour;

/// <summary>A data feed in a temporary folder, with the tiny tournament's files.</summary>
internal sealed class TinyFeed : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-feed-");

    public string Folder => _folder.FullName;

    public async Task WriteRoundAsync(int number)
    {
        await File.WriteAllBytesAsync(Make($"{number}", "live.parquet"), TinyTournament.Live(number));
        if (number > 1)
        {
            await File.WriteAllTextAsync(Make($"{number}", "id_map.csv"), TinyTournament.IdMap(number));
        }
    }

    public void WriteTarget(int number, int day) =>
        File.WriteAllBytes(
            Make($"{number}", Path.Combine("targets", $"day_{day}.csv")), Encoding.UTF8.GetBytes(TinyTournament.Target(number, day)));

    /// <summary>The calendar of a weekly release whose rounds open at these times, for 26 hours.</summary>
    public void WriteCalendar(params DateTimeOffset[] opens)
    {
        var rounds = opens.Select(
            (open, place) => new { number = place + 1, era = 9, era_date = "2026-01-02", opens_at = open, closes_at = open.AddHours(26) });
        File.WriteAllBytes(Path.Combine(Folder, "calendar.json"), JsonSerializer.SerializeToUtf8Bytes(new { version = "v5.2", rounds }));
    }

    /// <summary>The universe of a day of Signals.</summary>
    public void WriteUniverse(DateOnly day)
    {
        foreach (var (suffix, content) in TinySignals.UniverseFiles())
        {
            WriteDaily(day, $"live_{UniverseId.Day(day)}{suffix}.parquet", content);
        }
    }

    public void WriteTarget(DateOnly day, int returns) =>
        WriteDaily(day, $"targets/day_{returns}.csv", Encoding.UTF8.GetBytes(TinySignals.Target(returns)));

    public void WriteDaily(DateOnly day, string file, byte[] content) => File.WriteAllBytes(Make(UniverseId.Day(day), file), content);

    public void Dispose() => _folder.Delete(recursive: true);

    private string Make(string round, string file)
    {
        var path = Path.Combine(Folder, "rounds", round, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
