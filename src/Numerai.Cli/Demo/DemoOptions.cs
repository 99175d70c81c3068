namespace Numerai.Cli.Demo;

/// <summary>What a demonstration is made of.</summary>
/// <param name="Seed">Same seed, same result.</param>
/// <param name="Rounds">Weekly rounds to play.</param>
/// <param name="Prices">Folder with a panel of real prices, or null for a synthetic market.</param>
/// <param name="Folder">Where everything goes: release, database, downloads, results.</param>
/// <param name="Keep">Leave the server up at the end.</param>
/// <param name="Port">Port of the server; 0 for a free one.</param>
internal sealed record DemoOptions(int Seed, int Rounds, string? Prices, string Folder, bool Keep, int Port)
{
    public string ReleaseFolder => Path.Combine(Folder, "release");

    public string ServerFolder => Path.Combine(Folder, "server");

    public string ParticipantsFolder => Path.Combine(Folder, "participants");

    public string ResultsFolder => Path.Combine(Folder, "results");

    /// <summary>Everything public, as anyone can export and audit it.</summary>
    public string ExportFolder => Path.Combine(Folder, "export");
}
