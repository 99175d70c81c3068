namespace Numerai.Cli.Demo;

/// <summary>CORR of four ways to combine one round's submissions, on the final target.</summary>
/// <param name="MetaModel">The stake-weighted meta model as the server built it.</param>
/// <param name="EqualWeights">All submissions weighted alike.</param>
/// <param name="BestModel">The model with the best mean CORR over all rounds, chosen in hindsight.</param>
/// <param name="Benchmark">The first published benchmark model.</param>
internal sealed record DemoEra(int Round, double MetaModel, double EqualWeights, double BestModel, double Benchmark);
