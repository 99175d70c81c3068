using Numerai.Scoring.Ranking;

namespace Numerai.Simulations.Research;

/// <summary>The on-time submissions of a resolved round, as the meta model was built from them.</summary>
/// <param name="Round">Round number.</param>
/// <param name="Tables">Rank tables of the universe.</param>
/// <param name="Codes">Rank codes, model after model.</param>
/// <param name="Models">Place of each model among all models.</param>
/// <param name="Stakes">NMR at risk of each model.</param>
/// <param name="MetaModel">The stake-weighted meta model; null when nobody staked.</param>
internal sealed record RoundSubmissions(int Round, RankTables Tables, ushort[] Codes, int[] Models, double[] Stakes, double[]? MetaModel);
