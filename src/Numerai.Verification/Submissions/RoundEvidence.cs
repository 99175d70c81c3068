using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Submissions;

/// <summary>What a round has published, as it was downloaded.</summary>
/// <param name="Commitments">The round's chain, oldest link first.</param>
/// <param name="Documents">Bytes by kind of commitment; of targets, portfolios and scores, the last day's.</param>
/// <param name="Leaves">The settlement's leaves, one a line.</param>
/// <param name="Entries">The entries of the staker's chain in the ledger, oldest first.</param>
public sealed record RoundEvidence(
    string Round,
    ImmutableArray<CommitmentLine> Commitments,
    IReadOnlyDictionary<string, byte[]> Documents,
    ImmutableArray<string> Leaves,
    ImmutableArray<LedgerLine> Entries)
{
    /// <summary>Kinds of documents of the round before that a submission is carried over by.</summary>
    public static IReadOnlyList<string> KindsBefore { get; } = [
        CommitmentKinds.Universe, CommitmentKinds.LiveData, CommitmentKinds.Settings];

    /// <summary>
    /// The round before, with its documents of <see cref="KindsBefore"/>: a submission that was queued or delayed is carried over from its
    /// ids. Null when there is none, or when it was not published with the rest.
    /// </summary>
    public RoundEvidence? Before { get; init; }

    /// <summary>The operator's map from the ids of the round before to this one's. It is secret, so few are shown it.</summary>
    public byte[]? IdMap { get; init; }

    /// <summary>Files of other participants that were shown, by SHA-256.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>The chain's head, and how many of its links do not follow the one before them.</summary>
    public (string Head, int Broken) Walk()
    {
        var (previous, broken) = (new string('0', 64), 0);
        for (var index = 0; index < Commitments.Length; index++)
        {
            var link = Commitments[index];
            broken += link.Round == Round && link.Sequence == index + 1 && link.Previous == previous && link.ComputedHash() == link.Hash
                ? 0
                : 1;
            previous = link.Hash;
        }

        return (previous, broken);
    }

    /// <summary>Takes in those of the files that were selected in this round, whatever they are called.</summary>
    public RoundEvidence WithFiles(IEnumerable<byte[]> files)
    {
        var named = Manifest(Documents)?.Rows.Select(row => row.FileSha256).ToHashSet(StringComparer.Ordinal) ?? [];
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file));
            if (named.Contains(hash))
            {
                found[hash] = file;
            }
        }

        return this with { Files = found };
    }

    /// <summary>Such as "8/1" of "8/2"; null for a tournament's first round.</summary>
    public static string? NameBefore(string round)
    {
        var id = RoundId.Parse(round);
        return id.Number > 1 ? (id with { Number = id.Number - 1 }).ToString() : null;
    }

    /// <summary>
    /// The account that staked a model, by the committed list of submissions; null when the model is not in it, or it can't be read.
    /// </summary>
    public static string? StakerOf(IReadOnlyDictionary<string, byte[]> documents, string model) =>
        Manifest(documents)?.Rows.FirstOrDefault(row => row.Model.ToString() == model)?.Account.ToString();

    private static RoundManifest? Manifest(IReadOnlyDictionary<string, byte[]> documents)
    {
        try
        {
            return documents.TryGetValue(CommitmentKinds.Submissions, out var manifest) ? StoredJson.Read<RoundManifest>(manifest) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or FormatException)
        {
            return null;
        }
    }
}
