using System.Security.Cryptography;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Submissions;

/// <summary>
/// A participant's own check: from the file it submitted, over the scores and the payout factor, to the wei it was paid or lost and the
/// ledger entries that moved them.
/// </summary>
public sealed class SubmissionVerifier
{
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
            $"Model {model} had no submission on time in round {_evidence.Round}, so the round owes it nothing; late submissions are "
                + "scored but not paid.");
        var scored = table.Models.FirstOrDefault(scores => scores.Submission == row.Submission) ?? throw new CheckRefusedException(
            CheckRefusedException.DocumentMissing,
            $"The score table of round {_evidence.Round} has no scores of submission {row.Submission}.");
        CheckFile(row, file);
        new ScoreVerification(_evidence, settings, manifest, row, scored, _checks).Verify(file, table);
        return new PayoutVerification(_evidence, settings, manifest, table, row, _checks).Verify();
    }

    private void CheckChain()
    {
        var (head, broken) = _evidence.Walk();
        _checks.Add(new VerificationCheck(
            "commitments",
            head,
            broken == 0 ? head : null,
            broken == 0,
            $"{_evidence.Commitments.Length} links, {broken} of them broken",
            VerificationCodes.CommitmentsBroken));
    }

    private void CheckDocuments()
    {
        foreach (var (kind, content) in _evidence.Documents.OrderBy(document => document.Key, StringComparer.Ordinal))
        {
            var link = _evidence.Commitments.Last(link => link.Kind == kind);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            _checks.Add(new VerificationCheck(
                kind, link.Sha256, hash, hash == link.Sha256, $"the round committed to it at {link.Time}",
                VerificationCodes.DocumentAltered));
        }

        foreach (var kind in RoundFiles.Documents.Keys.Where(kind => !_evidence.Documents.ContainsKey(kind)))
        {
            if (_evidence.Commitments.FirstOrDefault(link => link.Kind == kind) is { } link)
            {
                throw new CheckRefusedException(
                    CheckRefusedException.DocumentMissing,
                    $"Round {_evidence.Round} committed to '{kind}' ({link.Sha256}), which is missing, so nothing can be verified.");
            }
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
            hash == row.FileSha256
                ? $"submission {row.Submission}"
                : "this is not the file that the round selected; was another one submitted later?",
            VerificationCodes.SubmissionOther));
    }

    /// <summary>A document that payouts follow from. What can't be read is refused with the hash that is off, if one is.</summary>
    private T Read<T>(string kind)
    {
        if (!_evidence.Documents.TryGetValue(kind, out var content))
        {
            throw new CheckRefusedException(
                CheckRefusedException.DocumentMissing,
                $"Round {_evidence.Round} has published no document '{kind}', so nothing can be verified.");
        }

        try
        {
            return StoredJson.Read<T>(content);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or FormatException)
        {
            var hash = _checks.First(check => check.Subject == kind);
            throw new CheckRefusedException(
                hash.Holds == true ? CheckRefusedException.DocumentUnreadable : CheckRefusedException.DocumentAltered,
                $"The document '{kind}' of round {_evidence.Round} can't be read. It hashes to {hash.Computed}; the round committed to "
                    + $"{hash.Published}.");
        }
    }
}
