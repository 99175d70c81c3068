using System.Globalization;
using System.Security.Cryptography;
using Numerai.Tournament.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Settings;

namespace Numerai.Verification.Submissions;

/// <summary>
/// A participant's own check: from the file it submitted, over the scores and the payout factor, to the wei it was paid or lost and the
/// ledger entries that moved them.
/// </summary>
public sealed class SubmissionVerifier
{
    /// <summary>
    /// Vector instructions of another processor may add in another order; that moves a score by far less than this, and payouts are made
    /// from the published score.
    /// </summary>
    public const double ScoreTolerance = 2e-9;

    private readonly RoundEvidence _evidence;
    private readonly List<VerificationCheck> _checks = [];

    private SubmissionVerifier(RoundEvidence evidence) => _evidence = evidence;

    /// <param name="evidence">What the round has published.</param>
    /// <param name="model">Id of the model.</param>
    /// <param name="file">The file that was submitted, byte for byte.</param>
    /// <exception cref="CheckRefusedException">The round is not settled, or the model had no selected submission in it.</exception>
    public static SubmissionVerification Run(RoundEvidence evidence, string model, byte[] file) =>
        new SubmissionVerifier(evidence).Verify(model, file);

    private SubmissionVerification Verify(string model, byte[] file)
    {
        if (!_evidence.Commitments.Any(link => link.Kind == CommitmentKinds.SettlementRoot))
        {
            throw new CheckRefusedException(
                CheckRefusedException.RoundNotSettled, $"Round {_evidence.Round} is not settled yet; verify it once it is resolved.");
        }

        CheckChain();
        CheckDocuments();
        var settings = Read<TournamentSettings>(CommitmentKinds.Settings);
        var manifest = Read<RoundManifest>(CommitmentKinds.Submissions);
        var table = Read<ScoreTable>(CommitmentKinds.Scores);
        var row = manifest.Rows.FirstOrDefault(row => row.Model.ToString() == model) ?? throw new CheckRefusedException(
            CheckRefusedException.SubmissionMissing,
            $"Model {model} had no submission on time in round {_evidence.Round}, so the round owes it nothing; late submissions are scored but not paid.");
        var scored = table.Models.FirstOrDefault(scores => scores.Submission == row.Submission) ?? throw new CheckRefusedException(
            CheckRefusedException.DocumentMissing, $"The score table of round {_evidence.Round} has no scores of submission {row.Submission}.");
        CheckFile(row, file);
        CheckScores(settings, scored, file);
        return new PayoutVerification(_evidence, settings, manifest, table, row, _checks).Verify();
    }

    private void CheckChain()
    {
        var previous = new string('0', 64);
        var broken = 0;
        foreach (var (link, index) in _evidence.Commitments.Select((link, index) => (link, index)))
        {
            broken += link.Round == _evidence.Round && link.Sequence == index + 1 && link.Previous == previous && link.ComputedHash() == link.Hash ? 0 : 1;
            previous = link.Hash;
        }

        _checks.Add(new VerificationCheck(
            "commitments", previous, broken == 0 ? previous : null, broken == 0, $"{_evidence.Commitments.Length} links, {broken} of them broken"));
    }

    private void CheckDocuments()
    {
        foreach (var (kind, content) in _evidence.Documents.OrderBy(document => document.Key, StringComparer.Ordinal))
        {
            var link = _evidence.Commitments.Last(link => link.Kind == kind);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            _checks.Add(new VerificationCheck(kind, link.Sha256, hash, hash == link.Sha256, $"committed to at {link.Time}"));
        }
    }

    private void CheckFile(ManifestRow row, byte[] file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        _checks.Add(new VerificationCheck(
            "submission file",
            row.FileSha256,
            hash,
            hash == row.FileSha256,
            hash == row.FileSha256 ? $"submission {row.Submission}" : "this is not the file that the round selected; was another one submitted later?"));
    }

    private void CheckScores(TournamentSettings settings, ModelScores scored, byte[] file)
    {
        var (computed, refusal) = ScoreRecomputation.Run(file, settings, _evidence.Documents);
        foreach (var (name, score) in scored.Scores)
        {
            var pays = settings.Payout.Multipliers.ContainsKey(name) ? "pays" : "informational";
            if (computed is null)
            {
                _checks.Add(new VerificationCheck(
                    name, Text(score.Value), null, null, $"{pays}; the file is not on this round's ids, so it was carried over by the operator's map: {refusal}"));
            }
            else if (computed.TryGetValue(name, out var again))
            {
                _checks.Add(new VerificationCheck(
                    name, Text(score.Value), Text(again), Math.Abs(again - score.Value) <= ScoreTolerance, pays));
            }
            else
            {
                _checks.Add(new VerificationCheck(name, Text(score.Value), null, null, $"{pays}; needs more than this submission, so it is taken as committed"));
            }
        }
    }

    private T Read<T>(string kind) => _evidence.Documents.TryGetValue(kind, out var content)
        ? StoredJson.Read<T>(content)
        : throw new CheckRefusedException(
            CheckRefusedException.DocumentMissing, $"Round {_evidence.Round} has published no document '{kind}', so nothing can be verified.");

    private static string Text(double score) => score.ToString("F9", CultureInfo.InvariantCulture);
}
