namespace Numerai.Cli.Cluster;

/// <summary>Where the silo's program is. It is a program of its own, because it needs packages that this one does without.</summary>
internal static class SiloProgram
{
    public const string Variable = "NUMERAI_SILO";
    private const string Name = "numerai-silo.dll";

    /// <exception cref="FileNotFoundException">It is nowhere.</exception>
    public static string Find()
    {
        var candidates = new List<string> { Environment.GetEnvironmentVariable(Variable) ?? string.Empty, Path.Combine(AppContext.BaseDirectory, Name) };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            candidates.Add(Path.Combine(folder.FullName, "cluster", "src", "Numerai.Silo", "bin", "Release", "net10.0", Name));
        }

        return candidates.Find(candidate => candidate.Length > 0 && File.Exists(candidate)) ?? throw new FileNotFoundException(
            $"The silo's program {Name} is not built; run `dotnet build -c Release cluster/src/Numerai.Silo`, or name its path in {Variable}.");
    }
}
