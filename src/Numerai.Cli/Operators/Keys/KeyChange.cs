using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Operators.Keys;

/// <summary>What came of replacing the operator's key; the secret is in the file and nowhere else.</summary>
/// <param name="Revoked">Names of the keys that let nobody in any more.</param>
internal sealed record KeyChange(string File, string PublicId, IReadOnlyList<string> Revoked)
{
    public static DetailView<KeyChange> View { get; } = new DetailView<KeyChange>()
        .Field("public id", change => change.PublicId)
        .Field("kept in", change => change.File)
        .Field("revoked", change => string.Join(", ", change.Revoked));
}
