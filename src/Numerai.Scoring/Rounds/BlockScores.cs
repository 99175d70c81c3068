namespace Numerai.Scoring.Rounds;

/// <summary>
/// Room for the scores of a block of models, one array per score, in the order of the models. Reused from block to block. Scores are
/// unrounded; publish them through <see cref="Statistics.PublishedScore"/>. NaN means the score does not exist.
/// </summary>
public sealed class BlockScores
{
    /// <summary>Makes room for up to <paramref name="models"/> models.</summary>
    public BlockScores(int models, ScoreKinds kinds = ScoreKinds.All)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(models);
        Models = models;
        Kinds = kinds;
        Corr = Room(ScoreKinds.Corr);
        Mmc = Room(ScoreKinds.Mmc);
        Bmc = Room(ScoreKinds.Bmc);
        Fnc = Room(ScoreKinds.Fnc);
        Cwmm = Room(ScoreKinds.Cwmm);
        Alpha = Room(ScoreKinds.Alpha);
        Mpc = Room(ScoreKinds.Mpc);
    }

    /// <summary>The number of models there is room for.</summary>
    public int Models { get; }

    /// <summary>The scores that are computed; the arrays of the others are empty.</summary>
    public ScoreKinds Kinds { get; }

    /// <summary>CORR per model, -1..1; NaN for a constant submission or target.</summary>
    public double[] Corr { get; }

    /// <summary>MMC per model; 0 for a constant submission or target, NaN without a meta model or with a constant one.</summary>
    public double[] Mmc { get; }

    /// <summary>BMC per model, like MMC against the benchmarks.</summary>
    public double[] Bmc { get; }

    /// <summary>FNC per model, -1..1; NaN without features.</summary>
    public double[] Fnc { get; }

    /// <summary>CWMM per model, -1..1; NaN without a meta model. Taken over all rows, whatever the target lacks.</summary>
    public double[] Cwmm { get; }

    /// <summary>ALPHA per model; NaN without neutralizers or sample weights.</summary>
    public double[] Alpha { get; }

    /// <summary>MPC per model; NaN without neutralizers, sample weights or a portfolio.</summary>
    public double[] Mpc { get; }

    /// <summary>The array of one score.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not exactly one score.</exception>
    public double[] this[ScoreKinds kind] => kind switch
    {
        ScoreKinds.Corr => Corr,
        ScoreKinds.Mmc => Mmc,
        ScoreKinds.Bmc => Bmc,
        ScoreKinds.Fnc => Fnc,
        ScoreKinds.Cwmm => Cwmm,
        ScoreKinds.Alpha => Alpha,
        ScoreKinds.Mpc => Mpc,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name exactly one score."),
    };

    private double[] Room(ScoreKinds kind) => Kinds.HasFlag(kind) ? new double[Models] : [];
}
