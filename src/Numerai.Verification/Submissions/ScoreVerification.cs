using System.Globalization;
using System.Security.Cryptography;
using Numerai.Contracts;
using Numerai.Data;
using Numerai.Scoring;
using Numerai.Scoring.Rounds;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Verification.Submissions;

/// <summary>The first half of a verification: from the file and the committed inputs to every published score, to its last digit.</summary>
internal sealed class ScoreVerification(
    RoundEvidence evidence, TournamentSettings settings, RoundManifest manifest, ManifestRow row, ModelScores scored,
    List<VerificationCheck> checks)
{
    /// <summary>Why scores that take more than this submission could not be computed.</summary>
    private string _needsMore = "needs more than this submission";

    public void Verify(byte[] file, ScoreTable table)
    {
        var (computed, why, needed) = Compute(file);
        foreach (var name in scored.Scores.Keys.Union(computed.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            checks.Add(Check(name, computed, why ?? (computed.ContainsKey(name) ? string.Empty : Lacking(name, needed))));
        }

        CheckPercentiles(table);
    }

    /// <summary>The scores, or why there are none; and which documents each of them needs.</summary>
    private (IReadOnlyDictionary<string, double> Scores, string? Why, Func<ScoreKinds, IReadOnlyList<string>>? Needed) Compute(byte[] file)
    {
        if (Tournaments.Find(settings.Tournament) is null)
        {
            var unknown = Tournaments.Unknown(settings.Tournament);
            checks.Add(new VerificationCheck("tournament", "known", null, false, unknown, VerificationCodes.InputWrong));
            return (new Dictionary<string, double>(), "the tournament is not known", null);
        }

        try
        {
            var inputs = new ScoreInputs(settings, evidence.Documents);
            CheckDerived(inputs);
            var ranks = new SubmissionRanks(evidence, settings, inputs, checks);
            var (codes, why) = ranks.Read(row, file);
            return (codes is null ? new Dictionary<string, double>() : Score(codes, inputs, ranks), why, inputs.Needed);
        }
        catch (Exception fault) when (fault is DataFormatException or ScoringException or InvalidDataException or ArgumentException)
        {
            checks.Add(new VerificationCheck("inputs", "readable", null, false, fault.Message, VerificationCodes.InputWrong));
            return (new Dictionary<string, double>(), "the inputs can't be read", null);
        }
    }

    private Dictionary<string, double> Score(ushort[] codes, ScoreInputs inputs, SubmissionRanks ranks)
    {
        var scores = ScoreRecomputation.Run(codes, settings, inputs);
        if (settings.Scoring.PairwiseCorrelations)
        {
            var (compared, why) = new FieldComparison(evidence, manifest.Rows, ranks).Run(manifest.Rows.IndexOf(row), codes);
            _needsMore = why ?? _needsMore;
            foreach (var (name, score) in compared)
            {
                scores.Add(name, score);
            }
        }

        return scores;
    }

    /// <summary>Rows and benchmark follow from published files, so they are not only compared by hash.</summary>
    private void CheckDerived(ScoreInputs inputs)
    {
        if (inputs.LiveUniverse is { } live)
        {
            Derived("live ids", CommitmentKinds.Universe, live.ToBytes(), "made from the live data");
        }

        if (evidence.Documents.TryGetValue(CommitmentKinds.BenchmarkPredictions, out var predictions)
            && evidence.Documents.ContainsKey(CommitmentKinds.BenchmarkMetaModel))
        {
            var blend = PublishedFiles.BenchmarkMetaModel(predictions, inputs.Universe);
            Derived(
                "benchmark in one",
                CommitmentKinds.BenchmarkMetaModel,
                blend.Accepted ? VectorObject.Write(blend.Value) : [],
                blend.Accepted ? "made from the benchmark predictions" : blend.Refusal.Message);
        }
    }

    private void Derived(string subject, string kind, byte[] content, string note)
    {
        var (published, again) = (Hash(evidence.Documents[kind]), Hash(content));
        checks.Add(new VerificationCheck(subject, published, again, published == again, note, VerificationCodes.InputWrong));
    }

    private VerificationCheck Check(string name, IReadOnlyDictionary<string, double> computed, string why)
    {
        var pays = settings.Payout.Multipliers.ContainsKey(name) ? "pays" : "informational";
        var published = scored.Scores.TryGetValue(name, out var value) ? Text(value.Value) : "(none)";
        if (!computed.TryGetValue(name, out var score))
        {
            return Of(null, null, $"{pays}; {why}, so it is taken as committed");
        }

        var again = Text(score);
        return Of(again, again == published, value is null ? $"{pays}; the score table leaves it out" : pays);

        VerificationCheck Of(string? text, bool? holds, string note) =>
            new(name, published, text, holds, note, VerificationCodes.ScoreWrong);
    }

    /// <summary>Why a score was not computed though the file could be read.</summary>
    private string Lacking(string name, Func<ScoreKinds, IReadOnlyList<string>>? needed)
    {
        var plans = Tournaments.Find(settings.Tournament)?.Scores ?? [];
        var kind = plans.SelectMany(plan => plan.Names).FirstOrDefault(score => score.Name == name).Kind;
        var lacking = needed is null || kind == ScoreKinds.None
            ? null
            : needed(kind).FirstOrDefault(input => !evidence.Documents.ContainsKey(input));
        if (lacking is null)
        {
            return _needsMore;
        }

        if (evidence.Commitments.LastOrDefault(link => link.Kind == lacking) is not { } link)
        {
            return $"needs the {lacking}, to which the round did not commit";
        }

        return settings.Payout.Multipliers.ContainsKey(name)
            ? throw new CheckRefusedException(
                CheckRefusedException.DocumentMissing,
                $"{name} pays and is computed from '{lacking}' ({link.Sha256}) of round {evidence.Round}, which is missing; "
                + "an export holds it when it was made by `numerai export --inputs`.")
            : $"needs the {lacking}, which is missing";
    }

    private void CheckPercentiles(ScoreTable table)
    {
        var again = Percentiles.Fill(table.Models).First(model => model.Submission == scored.Submission).Scores;
        var off = scored.Scores.FirstOrDefault(score => again[score.Key].Percentile != score.Value.Percentile).Key;
        checks.Add(new VerificationCheck(
            "percentiles",
            Text(scored.Scores.Values.FirstOrDefault()?.Percentile ?? 0),
            Text(again.Values.FirstOrDefault()?.Percentile ?? 0),
            off is null,
            off is null ? "of every score, among all the round's models" : $"that of {off} does not follow from the round's scores",
            VerificationCodes.PercentileWrong));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Text(double score) => score.ToString("F9", CultureInfo.InvariantCulture);
}
