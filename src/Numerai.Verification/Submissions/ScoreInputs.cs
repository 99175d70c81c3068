using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Submissions;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Verification.Submissions;

/// <summary>What a round's scores are computed from, read from its committed documents.</summary>
internal sealed class ScoreInputs(TournamentSettings settings, IReadOnlyDictionary<string, byte[]> documents)
{
    private readonly PublishedFiles? _live = documents.TryGetValue(CommitmentKinds.LiveData, out var file) ? Live(file, settings) : null;

    public LiveIds Universe { get; } = LiveIds.FromBytes(documents[CommitmentKinds.Universe]);

    /// <summary>The rows that the live data give; null without them.</summary>
    public LiveIds? LiveUniverse => _live?.Universe;

    /// <summary>The look-up of a submission's rows: in any kind of id with the live data, without them by the first kind alone.</summary>
    public SubmissionUniverse Submissions =>
        _live?.Submissions ?? SubmissionUniverse.Of(settings.Submission.KeyColumns[0], Universe.Ids);

    /// <summary>Which meta model MMC and CWMM are taken against.</summary>
    public string MetaModelKind => settings.MetaModel is null ? CommitmentKinds.MetaModel : CommitmentKinds.NaiveMetaModel;

    /// <summary>Kinds of documents without which a score can't be computed.</summary>
    public IReadOnlyList<string> Needed(ScoreKinds score) => score switch
    {
        ScoreKinds.Mmc or ScoreKinds.Cwmm => [MetaModelKind],
        ScoreKinds.Bmc => [CommitmentKinds.BenchmarkMetaModel],
        ScoreKinds.Fnc => [CommitmentKinds.LiveData],
        ScoreKinds.Alpha => [CommitmentKinds.Neutralizers],
        ScoreKinds.Mpc => [CommitmentKinds.Neutralizers, CommitmentKinds.Portfolio],
        _ => [],
    };

    public RoundInputs ForScorer()
    {
        var neutralizers = Vector(CommitmentKinds.Neutralizers);
        return new RoundInputs
        {
            Rows = Universe.Rows,
            MetaModel = Vector(MetaModelKind),
            BenchmarkMetaModel = Vector(CommitmentKinds.BenchmarkMetaModel),
            Features = _live?.Features,
            Neutralizers = neutralizers.Length == 0
                ? null
                : new ColumnMatrix(Universe.Rows, Math.DivRem(neutralizers.Length, Universe.Rows, out var rest), rest == 0
                    ? neutralizers
                    : throw new InvalidDataException($"{neutralizers.Length} neutralizers are no whole columns of {Universe.Rows} rows.")),
            SampleWeights = neutralizers.Length == 0 ? [] : SampleWeights(),
        };
    }

    /// <summary>The doubles of a document; none when it is not there.</summary>
    public double[] Vector(string kind) =>
        documents.TryGetValue(kind, out var content) ? VectorObject.Read(content, content.Length / sizeof(double)) : [];

    private static PublishedFiles Live(byte[] file, TournamentSettings settings)
    {
        var live = PublishedFiles.OfLive(file, settings.Submission);
        return live.Accepted ? live.Value : throw new DataFormatException(RefusalCodes.InvalidUniverse, live.Refusal.Message);
    }

    /// <summary>Rows weigh the same where a round has no sample weights.</summary>
    private double[] SampleWeights()
    {
        var weights = Vector(CommitmentKinds.SampleWeights);
        if (weights.Length == 0)
        {
            weights = new double[Universe.Rows];
            Array.Fill(weights, 1);
        }

        return weights;
    }
}
