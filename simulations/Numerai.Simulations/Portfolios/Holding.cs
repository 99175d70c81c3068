using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Portfolios;

/// <summary>A portfolio over one week.</summary>
internal sealed class Holding
{
    private readonly double _costs;
    private readonly double _impact;

    private Holding(double costs, double impact) => (_costs, _impact) = (costs, impact);

    public required int Round { get; init; }

    public required double Return { get; init; }

    public required double Turnover { get; init; }

    public required double Net { get; init; }

    public required double Beta { get; init; }

    public required double LargestSector { get; init; }

    public required double LargestPosition { get; init; }

    /// <param name="gone">Gross exposure in securities that are no longer there; it is closed at cost.</param>
    public static Holding Of(PortfolioEra era, double[] weights, double[] trades, double gone, PortfolioScenario options)
    {
        var securities = era.Securities;
        double result = 0, impact = 0, traded = gone, beta = 0;
        var sectors = new double[securities.Sector.Max() + 1];
        for (var row = 0; row < weights.Length; row++)
        {
            var trade = Math.Abs(trades[row]);
            result += double.IsNaN(securities.NextReturn[row]) ? 0 : weights[row] * securities.NextReturn[row];
            traded += trade;
            impact += trade * options.ImpactCoefficient * securities.Volatility[row] * Math.Sqrt(trade / securities.DollarVolume[row]);
            beta += weights[row] * securities.Beta[row];
            sectors[securities.Sector[row]] += weights[row];
        }

        return new Holding(traded * options.CostBasisPoints / 1e4, impact)
        {
            Round = era.Round,
            Return = result,
            Turnover = traded / 2,
            Net = weights.Sum(),
            Beta = beta,
            LargestSector = sectors.Max(Math.Abs),
            LargestPosition = weights.Max(Math.Abs),
        };
    }

    /// <summary>Costs of the week as a share of the capital; impact grows with the square root of what is traded.</summary>
    public double Cost(double capital) => _costs + (_impact * Math.Sqrt(capital));
}
