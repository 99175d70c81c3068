using Numerai.Simulations.Agents;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Research;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Scenarios;

/// <summary>Checks that a scenario can be run, before anything runs.</summary>
internal static class ScenarioValidation
{
    private const int LargestAccounts = 100_000;

    /// <summary>The first thing wrong, or null.</summary>
    public static ScenarioProblem? Check(Scenario scenario) =>
        CheckFrame(scenario)
        ?? CheckMarket(scenario.Market)
        ?? CheckResearch(scenario)
        ?? CheckPortfolio(scenario.Portfolio)
        ?? SignalsValidation.Check(scenario)
        ?? CheckPopulations(scenario)
        ?? CheckEvents(scenario)
        ?? ScenarioSettings.Check(scenario);

    private static ScenarioProblem? CheckFrame(Scenario scenario) =>
        scenario.Name.Length is 0 or > 60
            || scenario.Name.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-')
            ? Problem("name", $"'{scenario.Name}' is not 1 to 60 of a-z, 0-9 and hyphens.")
        : TournamentPlay.All.All(play => play.Number != scenario.Tournament)
            ? Problem("tournament", $"{scenario.Tournament} can't be simulated; {TournamentPlay.Listed} can.")
        : scenario.Rounds is < 2 or > 5000 ? Problem("rounds", $"{scenario.Rounds} is not between 2 and 5000.")
        : scenario.History is < 8 or > 2000 ? Problem("history", $"{scenario.History} is not between 8 and 2000.")
        : scenario.Treasury is < 0 or > 1_000_000_000 ? Problem("treasury", $"{scenario.Treasury} is not between 0 and 1000000000 NMR.")
        : scenario.StakeCap is <= 0 ? Problem("stakeCap", $"{scenario.StakeCap} is not above 0; leave it out for no cap.")
        : null;

    private static ScenarioProblem? CheckMarket(MarketScenario market)
    {
        if (!MarketFactory.Kinds.Contains(market.Kind, StringComparer.Ordinal))
        {
            return Problem("market.kind", $"'{market.Kind}' is not one of {string.Join(", ", MarketFactory.Kinds)}.");
        }

        (string Name, double Value, double Least, double Most)[] ranges =
        [
            ("securities", market.Securities, 50, 30_000), ("features", market.Features, 8, 2000),
            ("informativeShare", market.InformativeShare, 0, 1), ("predictability", market.Predictability, 0, 0.5),
            ("premiumVolatility", market.PremiumVolatility, 0, 0.5), ("yearlyDecay", market.YearlyDecay, 0.001, 1),
            ("decayingShare", market.DecayingShare, 0, 1), ("crowdedShare", market.CrowdedShare, 0, 1),
            ("stressChance", market.StressChance, 0, 1), ("recoveryChance", market.RecoveryChance, 0, 1),
            ("tailDegrees", market.TailDegrees, 2.1, 1000), ("missingShare", market.MissingShare, 0, 0.5),
            ("delistingChance", market.DelistingChance, 0, 0.2), ("leastSecurities", market.LeastSecurities, 20, 30_000),
            ("skipEras", market.SkipEras, 0, 100_000),
        ];
        foreach (var (name, value, least, most) in ranges)
        {
            if (!(value >= least && value <= most))
            {
                return Problem($"market.{name}", $"{value} is not between {least} and {most}.");
            }
        }

        return market.BearRounds is { } bear && (bear.Count != 2 || bear[0] < 1 || bear[1] < bear[0])
            ? Problem("market.bearRounds", "it is a first and a last round, such as [60, 90].")
            : null;
    }

    private static ScenarioProblem? CheckResearch(Scenario scenario)
    {
        var research = scenario.Research;
        for (var place = 0; place < research.Variants.Count; place++)
        {
            if (!MetaModelVariants.Names.Contains(research.Variants[place], StringComparer.Ordinal))
            {
                return Problem(
                    $"research.variants[{place}]",
                    $"'{research.Variants[place]}' is not one of {string.Join(", ", MetaModelVariants.Names)}.");
            }
        }

        return research.Resamples is < 100 or > 100_000 ? Problem(
            "research.resamples", $"{research.Resamples} is not between 100 and 100000.")
            : research.BlockEras is < 1 or > 100 ? Problem("research.blockEras", $"{research.BlockEras} is not between 1 and 100.")
            : null;
    }

    private static ScenarioProblem? CheckPortfolio(PortfolioScenario portfolio) =>
        portfolio.Capital is not (> 0 and <= 1e13) ? Problem("portfolio.capital", $"{portfolio.Capital} is not between 0 and 1e13 dollars.")
        : portfolio.PositionLimit is not (> 0 and <= 1) ? Problem(
            "portfolio.positionLimit", $"{portfolio.PositionLimit} is not above 0 and up to 1.")
        : portfolio.TurnoverLimit is not (> 0 and <= 2) ? Problem(
            "portfolio.turnoverLimit", $"{portfolio.TurnoverLimit} is not above 0 and up to 2.")
        : portfolio.CostBasisPoints is not (>= 0 and <= 1000) ? Problem(
            "portfolio.costBasisPoints", $"{portfolio.CostBasisPoints} is not between 0 and 1000.")
        : portfolio.ImpactCoefficient is not (>= 0 and <= 100) ? Problem(
            "portfolio.impactCoefficient", $"{portfolio.ImpactCoefficient} is not between 0 and 100.")
        : portfolio.Capacities.Any(capital => capital is not (> 0 and <= 1e13)) ? Problem(
            "portfolio.capacities", "each is between 0 and 1e13 dollars.")
        : null;

    private static ScenarioProblem? CheckPopulations(Scenario scenario)
    {
        if (scenario.Populations.Count == 0 || scenario.Populations.Sum(population => (long)population.Accounts) > LargestAccounts)
        {
            return Problem("populations", $"there have to be 1 to {LargestAccounts} accounts.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < scenario.Populations.Count; place++)
        {
            var population = scenario.Populations[place];
            if (!names.Add(population.Name))
            {
                return Problem($"populations[{place}].name", $"'{population.Name}' is the name of two populations.");
            }

            if (CheckPopulation(population, scenario) is { } problem)
            {
                return problem with { Place = $"populations[{place}].{problem.Place}" };
            }
        }

        return null;
    }

    private static ScenarioProblem? CheckPopulation(PopulationScenario population, Scenario scenario) =>
        population.Name.Length is < 1 or > 24
            || population.Name.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-')
            ? Problem("name", $"'{population.Name}' is not 1 to 24 of a-z, 0-9 and hyphens.")
        : !AgentFactory.ArchetypesOf(scenario.Tournament).Contains(population.Archetype, StringComparer.Ordinal)
            ? Problem(
                "archetype", $"'{population.Archetype}' is not one of {string.Join(", ", AgentFactory.ArchetypesOf(scenario.Tournament))}.")
        : population.Accounts < 1 ? Problem("accounts", $"{population.Accounts} is not at least 1.")
        : population.Models is < 1 or > 50 ? Problem("models", $"{population.Models} is not between 1 and 50.")
        : population.Deposit is < 0 or > 10_000_000 ? Problem("deposit", $"{population.Deposit} is not between 0 and 10000000 NMR.")
        : population.DepositSpread is not (>= 0 and <= 5) ? Problem("depositSpread", $"{population.DepositSpread} is not between 0 and 5.")
        : CheckStake(population.Stake) ?? CheckComing(population, scenario.Rounds) ?? CheckAgent(population.Agent);

    private static ScenarioProblem? CheckStake(StakeScenario stake) =>
        !StakePolicies.Names.Contains(stake.Policy, StringComparer.Ordinal)
            ? Problem("stake.policy", $"'{stake.Policy}' is not one of {string.Join(", ", StakePolicies.Names)}.")
        : stake.Share is not (>= 0 and <= 1) ? Problem("stake.share", $"{stake.Share} is not between 0 and 1.")
        : stake.Strength is not (>= 0 and <= 10) ? Problem("stake.strength", $"{stake.Strength} is not between 0 and 10.")
        : stake.Window is < 1 or > 1000 ? Problem("stake.window", $"{stake.Window} is not between 1 and 1000.")
        : stake.Every is < 1 or > 1000 ? Problem("stake.every", $"{stake.Every} is not between 1 and 1000.")
        : stake.Flow is < -1 or > 1_000_000 ? Problem(
            "stake.flow", $"{stake.Flow} is not a share down to -1 or an amount up to 1000000 NMR.")
        : null;

    private static ScenarioProblem? CheckComing(PopulationScenario population, int rounds) =>
        population.Arrival.Process is not ("start" or "uniform" or "poisson")
            ? Problem("arrival.process", $"'{population.Arrival.Process}' is not one of start, uniform, poisson.")
        : population.Arrival.From < 1
            || population.Arrival.From > rounds ? Problem("arrival.from", $"{population.Arrival.From} is not a round of the scenario.")
        : population.Arrival.Process == "uniform" && population.Arrival.To < population.Arrival.From
            ? Problem("arrival.to", $"{population.Arrival.To} lies before arrival.from, {population.Arrival.From}.")
        : population.Arrival.Rate is not (> 0 and <= 10_000) ? Problem(
            "arrival.rate", $"{population.Arrival.Rate} is not above 0 and up to 10000.")
        : population.Exit.Hazard is not (>= 0 and <= 1) ? Problem("exit.hazard", $"{population.Exit.Hazard} is not between 0 and 1.")
        : population.Exit.BelowShare is not (>= 0 and < 1) ? Problem(
            "exit.belowShare", $"{population.Exit.BelowShare} is not between 0 and 1.")
        : null;

    private static ScenarioProblem? CheckAgent(AgentScenario agent) =>
        agent.FeatureShare is not (> 0 and <= 1) ? Problem("agent.featureShare", $"{agent.FeatureShare} is not above 0 and up to 1.")
        : agent.Penalty is not (> 0 and <= 1000) ? Problem("agent.penalty", $"{agent.Penalty} is not above 0 and up to 1000.")
        : agent.TrainEras is < 4 or > 2000 ? Problem("agent.trainEras", $"{agent.TrainEras} is not between 4 and 2000.")
        : agent.RetrainEvery < 1 ? Problem("agent.retrainEvery", $"{agent.RetrainEvery} is not at least 1.")
        : agent.Trees is < 1 or > 5000 ? Problem("agent.trees", $"{agent.Trees} is not between 1 and 5000.")
        : agent.Noise is not (>= 0 and <= 1) ? Problem("agent.noise", $"{agent.Noise} is not between 0 and 1.")
        : agent.Chance is not (>= 0 and <= 1) ? Problem("agent.chance", $"{agent.Chance} is not between 0 and 1.")
        : agent.AbsentChance is not (>= 0 and <= 1) ? Problem("agent.absentChance", $"{agent.AbsentChance} is not between 0 and 1.")
        : agent.Patience is not (>= 0 and <= 0.95) ? Problem("agent.patience", $"{agent.Patience} is not between 0 and 0.95.")
        : agent.Proportion is not (>= 0 and <= 1) ? Problem("agent.proportion", $"{agent.Proportion} is not between 0 and 1.")
        : null;

    private static ScenarioProblem? CheckEvents(Scenario scenario)
    {
        for (var place = 0; place < scenario.Events.Count; place++)
        {
            var happening = scenario.Events[place];
            var problem = happening.Kind != "withdraw" ? Problem("kind", $"'{happening.Kind}' is not withdraw.")
                : happening.Round < 1
                    || happening.Round > scenario.Rounds ? Problem("round", $"{happening.Round} is not a round of the scenario.")
                : happening.Share is not (>= 0 and <= 1) ? Problem("share", $"{happening.Share} is not between 0 and 1.")
                : happening.Populations.FirstOrDefault(
                    name => scenario.Populations.All(population => population.Name != name)) is { } unknown
                    ? Problem("populations", $"there is no population '{unknown}'.")
                : null;
            if (problem is not null)
            {
                return problem with { Place = $"events[{place}].{problem.Place}" };
            }
        }

        return null;
    }

    private static ScenarioProblem Problem(string place, string sentence) => new(place, sentence);
}
