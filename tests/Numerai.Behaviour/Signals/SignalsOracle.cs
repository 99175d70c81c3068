using Numerai.Data.Submissions;
using Numerai.Scoring.Indexed;
using static Numerai.Behaviour.Signals.TinySignals;

namespace Numerai.Behaviour.Signals;

/// <summary>The scores of the tiny Signals tournament by the reference's named functions, which golden vectors check.</summary>
/// <param name="metaModel">The round's own, so that ties in its last bits are broken alike; see <see cref="NaiveMetaModel"/>.</param>
internal sealed class SignalsOracle(int number, int day, double[] metaModel)
{
    private static readonly string[] _ids = [.. Enumerable.Range(0, Rows).Select(TinySignals.Ticker)];

    /// <summary>Models with a stake at risk from the second round on: the restless one moves too far.</summary>
    private static readonly TinyModel[] _staked = [Models[0], Models[1]];

    public IReadOnlyDictionary<string, double> ScoresOf(TinyModel model)
    {
        var prediction = Frame(model);
        var staked = new IndexedFrame(_ids, [.. _staked.Select(other => other.Name)], [.. _staked.Select(other => Signal(other, number))]);
        var contributions = IndexedContributions.MetaPortfolioContribution(
            staked,
            staked.Columns,
            [.. _staked.Select(other => (double)other.Stake)],
            Neutralizers(),
            SampleWeights(),
            Target("target"));
        return new Dictionary<string, double>
        {
            ["alpha"] = IndexedContributions.Alpha(prediction, Neutralizers(), SampleWeights(), Target("target"))[0],
            ["mpc"] = contributions[Array.IndexOf(_staked, model)],
            ["corr_v4"] = IndexedCorrelations.NumeraiCorr(prediction, Target("target_factor_feat_neutral"))[0],
            ["ric"] = IndexedCorrelations.NumeraiCorr(prediction, Target("target_factor_neutral"))[0],
            ["ic_v2"] = IndexedCorrelations.NumeraiCorr(prediction, Target("target_raw_return"))[0],
            ["mmc"] = IndexedContributions.CorrelationContribution(
                prediction, IndexedFrame.Series(_ids, metaModel), Target("target_factor_neutral"))[0],
        };
    }

    /// <summary>All with at least 10 NMR at risk alike.</summary>
    public static double[] NaiveMetaModel(int number)
    {
        var gaussian = _staked
            .Select(
                model => IndexedTransforms.Gaussian(IndexedTransforms.TieKeptRank(IndexedFrame.Series(_ids, Signal(model, number)))).Only)
            .ToArray();
        return [.. Enumerable.Range(0, Rows).Select(row => gaussian.Average(column => column[row]))];
    }

    public static SubmissionSnapshot Snapshot(double[] signal)
    {
        var frame = IndexedFrame.Series(_ids, signal);
        return new SubmissionSnapshot(
            IndexedTransforms.TieKeptRank(frame),
            IndexedContributions.GenerateNeutralizedWeights(frame, Neutralizers(), SampleWeights(), centerAndNormalize: true));
    }

    private static IndexedFrame Neutralizers() =>
        new(_ids, [.. Enumerable.Range(0, TinySignals.Neutralizers).Select(column => $"{column}")], [.. Basis()]);

    private static IndexedFrame SampleWeights() => IndexedFrame.Series(_ids, Weights());

    private IndexedFrame Frame(TinyModel model) => IndexedFrame.Series(_ids, Signal(model, number));

    private IndexedFrame Target(string column) => IndexedFrame.Series(_ids, TinySignals.Target(column, day));
}
