namespace Numerai.Scoring.Rounds;

/// <summary>The scores a round scorer computes, as flags. Formulas: docs/scoring.md.</summary>
[Flags]
public enum ScoreKinds
{
    /// <summary>No score.</summary>
    None = 0,

    /// <summary>Correlation of the submission's norm15 ranks with the target.</summary>
    Corr = 1,

    /// <summary>Contribution to the meta model.</summary>
    Mmc = 2,

    /// <summary>Contribution to the benchmark meta model.</summary>
    Bmc = 4,

    /// <summary>CORR of what features do not explain.</summary>
    Fnc = 8,

    /// <summary>Correlation of the submission's norm15 ranks with the meta model.</summary>
    Cwmm = 16,

    /// <summary>Return of the submission's neutralized weights.</summary>
    Alpha = 32,

    /// <summary>Contribution of the submission's neutralized weights to the stake-weighted portfolio.</summary>
    Mpc = 64,

    /// <summary>Every score.</summary>
    All = Corr | Mmc | Bmc | Fnc | Cwmm | Alpha | Mpc,
}
