using Numerai.Data.Submissions;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Universes;

/// <summary>Turns rank codes of one universe into portfolio weights. Immutable and shared by threads.</summary>
internal sealed class PortfolioWeights
{
    private readonly string[] _ids;
    private readonly RankTables _tables;
    private readonly ColumnMatrix _neutralizers;
    private readonly double[] _sampleWeights;

    private PortfolioWeights(string[] ids, ColumnMatrix neutralizers, double[] sampleWeights)
    {
        _ids = ids;
        _tables = new RankTables(ids.Length);
        _neutralizers = neutralizers;
        _sampleWeights = sampleWeights;
    }

    public int Rows => _ids.Length;

    public static async Task<PortfolioWeights> LoadAsync(IObjectStore objects, ObjectReference ids, PortfolioReferences? references)
    {
        var universe = await LiveIds.LoadAsync(objects, ids);
        return new PortfolioWeights(
            [.. universe.Ids],
            await NeutralizersAsync(objects, references, universe.Rows) ?? new ColumnMatrix(universe.Rows, 0, ReadOnlyMemory<double>.Empty),
            await SampleWeightsAsync(objects, references, universe.Rows));
    }

    /// <summary>Null when the universe has none.</summary>
    public static async Task<ColumnMatrix?> NeutralizersAsync(IObjectStore objects, PortfolioReferences? references, int rows) =>
        references?.Neutralizers is { } reference
            ? new ColumnMatrix(rows, references.Columns, VectorObject.Read(await objects.GetAsync(reference), rows * references.Columns))
            : null;

    /// <summary>Ones when the universe has none.</summary>
    public static async Task<double[]> SampleWeightsAsync(IObjectStore objects, PortfolioReferences? references, int rows)
    {
        if (references?.SampleWeights is { } reference)
        {
            return VectorObject.Read(await objects.GetAsync(reference), rows);
        }

        var ones = new double[rows];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>What churn and turnover compare of a submission.</summary>
    public SubmissionSnapshot Snapshot(ReadOnlySpan<ushort> codes)
    {
        var ranks = new double[Rows];
        for (var row = 0; row < ranks.Length; row++)
        {
            ranks[row] = codes[row];
        }

        var norm15 = new double[Rows];
        _tables.GaussianizeAndPower(codes, norm15);
        var weights = new double[Rows];
        NeutralizedWeights.Compute(norm15, _neutralizers, _sampleWeights, weights);
        NeutralizedWeights.CenterAndNormalize(weights, weights);
        return new SubmissionSnapshot(IndexedFrame.Series(_ids, ranks), IndexedFrame.Series(_ids, weights));
    }
}
