namespace Numerai.Tournament.Rounds;

/// <summary>
/// How the files of one round are named: "v5.2/live_7.parquet" has the folder "v5.2/" and the tag "_7". The same names without the tag are
/// the live alias: "v5.2/live_example_preds.csv" is "v5.2/live_7_example_preds.csv" while round 7 is the live one.
/// </summary>
public sealed record LiveName(string Folder, string Tag)
{
    private const string Live = "live";
    private const string Extension = ".parquet";

    private static readonly string[] _suffixes =
        ["", "_example_preds", "_benchmark_models", "_neutralizer", "_sample_weights", "_universe"];

    /// <summary>Null when the round's live file is named in another way, and has no alias.</summary>
    public static LiveName? Of(RoundView round)
    {
        var name = round.LiveDataset;
        var (folder, file) = Split(name);
        return file.StartsWith(Live, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.Ordinal)
            ? new LiveName(folder, file[Live.Length..^Extension.Length])
            : null;
    }

    /// <summary>Whether a name may be an alias, or be a round's own.</summary>
    public static bool IsLive(string name) => Split(name).File.StartsWith(Live, StringComparison.Ordinal);

    /// <summary>Whether a name is one that always means the live round, such as "v5.2/live.parquet".</summary>
    public static bool IsAlias(string name)
    {
        var (_, file) = Split(name);
        return file.StartsWith(Live, StringComparison.Ordinal)
            && _suffixes.Contains(Path.GetFileNameWithoutExtension(file)[Live.Length..], StringComparer.Ordinal);
    }

    /// <summary>The folder of a name, with its slash; empty when it has none.</summary>
    public static string FolderOf(string name) => Split(name).Folder;

    /// <summary>The round's own name of a file; null when the alias is of another folder.</summary>
    public string? Stored(string alias) => Exchange(alias, string.Empty, Tag);

    /// <summary>The alias of a file of the round; null when it is another round's.</summary>
    public string? Alias(string stored) => Exchange(stored, Tag, string.Empty);

    private string? Exchange(string name, string from, string to)
    {
        var start = Folder + Live + from;
        return name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && name[start.Length] is ('.' or '_')
            ? Folder + Live + to + name[start.Length..]
            : null;
    }

    private static (string Folder, string File) Split(string name)
    {
        var place = name.LastIndexOf('/') + 1;
        return (name[..place], name[place..]);
    }
}
