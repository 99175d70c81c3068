namespace Numerai.Simulations.Scenarios;

/// <summary>What a scenario needs whose submissions are held as portfolios.</summary>
internal static class SignalsValidation
{
    /// <summary>Rows that a submission needs, and with them a universe.</summary>
    private const int LeastSecurities = 100;

    private const int LeastHistory = 20;

    /// <summary>At this weekly chance a target of 60 days still covers the 80 % of its universe that it has to.</summary>
    private const double MostDelisting = 0.01;

    public static ScenarioProblem? Check(Scenario scenario)
    {
        var play = TournamentPlay.Of(scenario.Tournament);
        if (!play.HoldsPortfolios)
        {
            return null;
        }

        var name = play.Preset.Name;
        var market = scenario.Market;
        return market.Kind == "release"
                ? Problem("market.kind", $"a release has no tickers; {name} is played on a synthetic market or on prices.")
            : scenario.History < LeastHistory ? Problem(
                "history", $"{scenario.History} is below {LeastHistory}: targets take 13 weeks, and something has to be learned from.")
            : market.Kind == "synthetic" && market.Securities < LeastSecurities
                ? TooFew("market.securities", market.Securities)
            : market.Kind == "prices" && market.LeastSecurities < LeastSecurities
                ? TooFew("market.leastSecurities", market.LeastSecurities)
            : market.Kind == "synthetic" && market.DelistingChance > MostDelisting
                ? Problem(
                    "market.delistingChance",
                    $"{market.DelistingChance} is above {MostDelisting}: targets of 60 days would cover too little of their universe.")
            : null;

        ScenarioProblem TooFew(string place, int securities) =>
            Problem(place, $"{securities} is below {LeastSecurities}, the rows that a submission to {name} needs.");
    }

    private static ScenarioProblem Problem(string place, string sentence) => new(place, sentence);
}
