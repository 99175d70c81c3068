using System.Text;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>A data feed in a temporary folder, with the tiny tournament's files.</summary>
internal sealed class TinyFeed : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-feed-");

    public string Folder => _folder.FullName;

    public async Task WriteRoundAsync(int number)
    {
        await File.WriteAllBytesAsync(Make(number, "live.parquet"), TinyTournament.Live(number));
        if (number > 1)
        {
            await File.WriteAllTextAsync(Make(number, "id_map.csv"), TinyTournament.IdMap(number));
        }
    }

    public void WriteTarget(int number, int day) =>
        File.WriteAllBytes(Make(number, Path.Combine("targets", $"day_{day}.csv")), Encoding.UTF8.GetBytes(TinyTournament.Target(number, day)));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Make(int number, string file)
    {
        var path = Path.Combine(Folder, "rounds", number.ToString(), file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
