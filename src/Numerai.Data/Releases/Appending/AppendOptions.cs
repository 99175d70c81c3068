namespace Numerai.Data.Releases.Appending;

/// <summary>How far a release is carried on.</summary>
public sealed record AppendOptions
{
    /// <summary>How the release was cut. Defences, benchmark models and their training must be those it was built with; the version, number
    /// of rounds and training share are the release's own.</summary>
    public required ReleaseOptions Release { get; init; }

    /// <summary>The round that opens next; eras of all rounds before it become history. <see langword="null"/> for the round after the last
    /// time.</summary>
    public int? Round { get; init; }

    /// <summary>Folder of the meta models of resolved rounds, <c>&lt;round&gt;.json</c> with <c>ids</c> and <c>values</c> each, as the REST
    /// interface and <c>numerai round meta-model --json</c> give them. Rounds without a file get the benchmark models' blend.</summary>
    public string? MetaModels { get; init; }

    /// <summary>Appends although the panel's past was revised since. What was published stays as it is.</summary>
    public bool AcceptRevisions { get; init; }
}
