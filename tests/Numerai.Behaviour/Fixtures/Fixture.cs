using System.IO.Compression;
using System.Text.Json;

namespace Numerai.Behaviour.Fixtures;

/// <summary>
/// What a released version left behind: the data folder of its server, a dump of the database that the folder was imported into, and
/// what both hold. See the README beside this file.
/// </summary>
public sealed class Fixture
{
    private const string FolderFile = "folder.zip";
    private const string DumpFile = "postgres.sql.gz";
    private const string ContentsFile = "contents.json";
    private const string FormsFile = "forms.txt";

    private readonly string _path;

    private Fixture(string path) => _path = path;

    /// <summary>Every version that left something, oldest first.</summary>
    public static TheoryData<string> Versions =>
        [.. Directory.GetDirectories(Root, "v*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public FixtureContents Contents =>
        JsonSerializer.Deserialize<FixtureContents>(File.ReadAllBytes(In(ContentsFile)), FixtureContents.Json)!;

    private static string Root { get; } = FindRoot();

    public static Fixture Of(string version) => new(Path.Combine(Root, version));

    /// <summary>The data folder, to be opened and changed.</summary>
    public void CopyFolderTo(string folder) => ZipFile.ExtractToDirectory(In(FolderFile), folder);

    /// <summary>SQL statements that fill an empty database.</summary>
    public string ReadDump()
    {
        using var file = new GZipStream(File.OpenRead(In(DumpFile)), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    /// <summary>The schema's number and the stored forms, line by line.</summary>
    public (int Schema, IReadOnlyList<string> Lines) ReadForms()
    {
        var lines = File.ReadAllLines(In(FormsFile));
        return (int.Parse(lines[0], System.Globalization.CultureInfo.InvariantCulture), lines[1..]);
    }

    /// <summary>Keeps what the present version left; the makers only.</summary>
    public void KeepFolder(string folder, FixtureContents contents)
    {
        Directory.CreateDirectory(_path);
        File.Delete(In(FolderFile));
        ZipFile.CreateFromDirectory(folder, In(FolderFile), CompressionLevel.SmallestSize, includeBaseDirectory: false);
        File.WriteAllText(In(ContentsFile), JsonSerializer.Serialize(contents, FixtureContents.Json) + "\n");
    }

    /// <inheritdoc cref="KeepFolder"/>
    public void KeepForms(int schema, IReadOnlyList<string> lines) =>
        File.WriteAllText(In(FormsFile), FormattableString.Invariant($"{schema}\n{string.Join('\n', lines)}\n"));

    /// <inheritdoc cref="KeepFolder"/>
    public void KeepDump(string sql)
    {
        using var file = new GZipStream(File.Create(In(DumpFile)), CompressionLevel.SmallestSize);
        using var writer = new StreamWriter(file);
        writer.Write(sql);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Numerai.slnx")))
            {
                return Path.Combine(folder.FullName, "tests", "Fixtures");
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds Numerai.slnx, so the fixtures can't be found.");
    }

    private string In(string name) => Path.Combine(_path, name);
}
