using System.Collections.Immutable;
using Numerai.Scoring.Rounds;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>Scores that are taken against one target.</summary>
/// <param name="Target">Place in <see cref="TargetColumns"/>.</param>
/// <param name="Names">What each score is published as.</param>
public sealed record ScorePlan(int Target, ImmutableArray<(ScoreKinds Kind, string Name)> Names)
{
    /// <summary>All scores against the one target.</summary>
    public static ImmutableArray<ScorePlan> OfOneTarget { get; } =
    [
        new(0,
        [
            (ScoreKinds.Corr, ScoreNames.Corr),
            (ScoreKinds.Mmc, ScoreNames.Mmc),
            (ScoreKinds.Bmc, ScoreNames.Bmc),
            (ScoreKinds.Fnc, ScoreNames.Fnc),
            (ScoreKinds.Cwmm, ScoreNames.Cwmm),
        ]),
    ];

    /// <summary>Where submissions are held as portfolios: their returns, and scores against each of the other targets.</summary>
    public static ImmutableArray<ScorePlan> OfPortfolios { get; } =
    [
        new(0, [(ScoreKinds.Alpha, ScoreNames.Alpha), (ScoreKinds.Mpc, ScoreNames.Mpc), (ScoreKinds.Cwmm, ScoreNames.Cwmm)]),
        new(1, [(ScoreKinds.Corr, ScoreNames.CorrV4), (ScoreKinds.Fnc, ScoreNames.FncV4)]),
        new(2, [(ScoreKinds.Corr, ScoreNames.Ric), (ScoreKinds.Mmc, ScoreNames.Mmc)]),
        new(3, [(ScoreKinds.Corr, ScoreNames.IcV2)]),
    ];

    public ScoreKinds Kinds => Names.Aggregate(ScoreKinds.None, (kinds, score) => kinds | score.Kind);
}
