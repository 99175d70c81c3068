using System.Collections.Immutable;

namespace Numerai.Verification.Audits;

/// <summary>A settled round as computed again.</summary>
/// <param name="Opened">Hashed time of its first commitment; stakes at risk are taken between this and <paramref name="Closed"/>.</param>
/// <param name="Closed">Hashed time of the commitment to submissions and stakes.</param>
/// <param name="Settling">Hashed time of the commitment to the settlement root.</param>
/// <param name="Resolved">The commitment that everything is settled; null while it is not.</param>
/// <param name="Leaves">By model.</param>
internal sealed record SettledRound(
    string Round,
    DateTimeOffset Opened,
    DateTimeOffset Closed,
    DateTimeOffset Settling,
    Exports.CommitmentLine? Resolved,
    IReadOnlyDictionary<Guid, SettledLeaf> Leaves)
{
    /// <summary>What became of each of its documents in the export.</summary>
    public IReadOnlyDictionary<string, DocumentCheck> Documents { get; init; } = ImmutableDictionary<string, DocumentCheck>.Empty;
}
