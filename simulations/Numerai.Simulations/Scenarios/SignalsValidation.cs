namespace Numerai.Simulations.Scenarios;

/// <summary>What a scenario of Signals needs beyond one of Classic.</summary>
internal static class SignalsValidation
{
    /// <summary>Rows that a submission needs, and with them a universe.</summary>
    private const int LeastSecurities = 100;

    private const int LeastHistory = 20;

    /// <summary>At this weekly chance a target of 60 days still covers the 80 % of its universe that it has to.</summary>
    private const double MostDelisting = 0.01;

    public static ScenarioProblem? Check(Scenario scenario)
    {
        if (!TournamentPlay.Of(scenario.Tournament).IsSignals)
        {
            return null;
        }

        var market = scenario.Market;
        return market.Kind == "release" ? Problem("market.kind", "a release has no tickers; Signals are played on a synthetic market or on prices.")
            : scenario.History < LeastHistory ? Problem("history", $"{scenario.History} is below {LeastHistory}: targets take 13 weeks, and something has to be learned from.")
            : market.Kind == "synthetic" && market.Securities < LeastSecurities
                ? Problem("market.securities", $"{market.Securities} is below {LeastSecurities}, the rows that a submission to Signals needs.")
            : market.Kind == "prices" && market.LeastSecurities < LeastSecurities
                ? Problem("market.leastSecurities", $"{market.LeastSecurities} is below {LeastSecurities}, the rows that a submission to Signals needs.")
            : market.Kind == "synthetic" && market.DelistingChance > MostDelisting
                ? Problem("market.delistingChance", $"{market.DelistingChance} is above {MostDelisting}: targets of 60 days would cover too little of their universe.")
            : null;
    }

    private static ScenarioProblem Problem(string place, string sentence) => new(place, sentence);
}
