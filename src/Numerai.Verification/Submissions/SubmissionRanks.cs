using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Verification.Submissions;

/// <summary>
/// Reads submission files to rank codes on a round's ids, as the round did: what was made on the ids of the round before is carried over
/// from them, by the security's own id where it has one, else by the operator's map.
/// </summary>
internal sealed class SubmissionRanks(
    RoundEvidence evidence, TournamentSettings settings, ScoreInputs inputs, List<VerificationCheck> checks)
{
    private (PublishedFiles Live, TournamentSettings Settings)? _before;

    /// <summary>Rank codes, or why there are none.</summary>
    public (ushort[]? Codes, string? Why) Read(ManifestRow row, byte[] file)
    {
        var queued = LedgerTime.TryRead(evidence.Commitments[0].Time, out var opened) && row.Received < opened;
        if (queued)
        {
            return Carry(file, queued);
        }

        var (valid, refusal) = SubmissionIntake.Read(file, SubmissionFormats.Of(settings.Submission), inputs.Submissions);
        return valid is not null ? (Codes(valid), null)
            : refusal!.Code == SubmissionErrorCodes.Ids && KeepsNoIds ? Carry(file, queued)
            : (null, $"the file can't be read on this round's ids: {refusal.Message}");
    }

    /// <summary>Whether ids change every round; else a security keeps its own.</summary>
    private bool KeepsNoIds { get; } = !Tournaments.Of(settings.Tournament).KeepsIds;

    private (ushort[]? Codes, string? Why) Carry(byte[] file, bool queued)
    {
        if (evidence.Before is not { } before
            || RoundEvidence.KindsBefore.FirstOrDefault(kind => !before.Documents.ContainsKey(kind)) is not null)
        {
            var lacking = RoundEvidence.NameBefore(evidence.Round) is { } round
                ? $"round {round}, of which universe, live data and settings are not all here (an export has them of settled rounds, "
                    + "with --inputs)"
                : "a round before, and there is none";
            return (null, $"it was made on the ids of {lacking}");
        }

        var (live, earlier) = _before ??= Load(before);
        var (valid, refusal) = SubmissionIntake.Read(
            file, SubmissionFormats.Of((queued ? earlier : settings).Submission), live.Submissions);
        if (valid is null)
        {
            return (null, $"the file can't be read on the ids of round {before.Round}: {refusal!.Message}");
        }

        if (live.Universe.Ids.SequenceEqual(inputs.Universe.Ids, StringComparer.Ordinal))
        {
            return (Codes(valid), null);
        }

        var (map, why) = Map(live.Universe, before);
        if (map is null)
        {
            return (null, why);
        }

        var carried = CarryOver.Map(Codes(valid), live.Universe, inputs.Universe, map);
        return carried.Accepted ? (carried.Value, null) : (null, $"it can't be carried over: {carried.Refusal.Message}");
    }

    private (IReadOnlyDictionary<string, string>? Map, string? Why) Map(LiveIds earlier, RoundEvidence before)
    {
        if (!KeepsNoIds)
        {
            return (earlier.Ids.ToDictionary(id => id, StringComparer.Ordinal), null);
        }

        var committed = evidence.Commitments.LastOrDefault(link => link.Kind == CommitmentKinds.IdMap)?.Sha256;
        if (evidence.IdMap is not { } content)
        {
            return (null, $"it was made on the ids of round {before.Round} and carried over by the operator's map, which links "
                + "securities across rounds and so is secret"
                + (committed is null
                    ? string.Empty
                    : $"; the round committed to it ({committed}), and whoever is shown it gives it as --id-map"));
        }

        if (Hash(content) != committed)
        {
            return (null, $"the map that was given hashes to {Hash(content)}, the round committed to {committed ?? "none"}");
        }

        var map = IdMapFile.Parse(Encoding.UTF8.GetString(content));
        return map.Accepted ? (map.Value, null) : (null, map.Refusal.Message);
    }

    /// <summary>The round before, its chain and documents checked like this round's.</summary>
    private (PublishedFiles Live, TournamentSettings Settings) Load(RoundEvidence before)
    {
        var (head, broken) = before.Walk();
        checks.Add(new VerificationCheck(
            $"commitments of {before.Round}",
            head,
            broken == 0 ? head : null,
            broken == 0,
            $"{before.Commitments.Length} links, {broken.ToString(CultureInfo.InvariantCulture)} of them broken",
            VerificationCodes.CommitmentsBroken));
        foreach (var kind in RoundEvidence.KindsBefore)
        {
            var (link, hash) = (before.Commitments.LastOrDefault(link => link.Kind == kind), Hash(before.Documents[kind]));
            checks.Add(new VerificationCheck(
                $"{kind} of {before.Round}",
                link?.Sha256 ?? "(none)",
                hash,
                hash == link?.Sha256,
                "what the submission was made on, before it was carried over",
                VerificationCodes.DocumentAltered));
        }

        var earlier = StoredJson.Read<TournamentSettings>(before.Documents[CommitmentKinds.Settings]);
        var live = PublishedFiles.OfLive(before.Documents[CommitmentKinds.LiveData], earlier.Submission);
        return live.Accepted
            ? (live.Value, earlier)
            : throw new DataFormatException(RefusalCodes.InvalidUniverse, live.Refusal.Message);
    }

    private static ushort[] Codes(ValidSubmission valid) => valid.ToRankCodes(new RankWorkspace());

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
