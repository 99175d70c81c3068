using System.Collections.Immutable;
using System.Text.Json;
using Numerai.Tournament.Commitments;
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
    /// <summary>The account that staked a model, by the committed list of submissions; null when the model is not in it, or it can't be read.</summary>
    public static string? StakerOf(IReadOnlyDictionary<string, byte[]> documents, string model)
    {
        try
        {
            return documents.TryGetValue(CommitmentKinds.Submissions, out var manifest)
                ? StoredJson.Read<RoundManifest>(manifest).Rows.FirstOrDefault(row => row.Model.ToString() == model)?.Account.ToString()
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or FormatException)
        {
            return null;
        }
    }
}
