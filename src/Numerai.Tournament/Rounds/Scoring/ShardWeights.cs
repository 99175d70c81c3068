using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>
/// Stakes as weights of the meta model: NMR in double precision, the one place where an amount becomes a double; it never turns back into
/// money.
/// </summary>
public static class ShardWeights
{
    public static double Of(Nmr stake) => (double)stake.Wei / 1e18;
}
