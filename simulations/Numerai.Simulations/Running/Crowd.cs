using System.Globalization;
using MathNet.Numerics.Distributions;
using Numerai.Contracts;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Scenarios;
using Numerai.Simulations.Staking;

namespace Numerai.Simulations.Running;

/// <summary>Everyone who will ever take part, made from the scenario and its seed before anything runs.</summary>
internal sealed class Crowd
{
    public Crowd(Scenario scenario)
    {
        var accounts = new List<SimulatedAccount>();
        var models = new List<SimulatedModel>();
        foreach (var population in scenario.Populations)
        {
            var arrivals = Arrivals(scenario, population);
            for (var place = 0; place < population.Accounts; place++)
            {
                accounts.Add(Make(scenario, population, place, arrivals[place], accounts.Count, models));
            }
        }

        Accounts = accounts;
        Models = models;
        ById = models.ToDictionary(model => model.Id);
        OwnerOf = accounts.SelectMany(account => account.Models.Select(model => (model.Id, account)))
            .ToDictionary(pair => pair.Id, pair => pair.account);
    }

    public IReadOnlyList<SimulatedAccount> Accounts { get; }

    public IReadOnlyList<SimulatedModel> Models { get; }

    public IReadOnlyDictionary<ModelId, SimulatedModel> ById { get; }

    public IReadOnlyDictionary<ModelId, SimulatedAccount> OwnerOf { get; }

    private static SimulatedAccount Make(
        Scenario scenario, PopulationScenario population, int place, int arrival, int number, List<SimulatedModel> models)
    {
        var named = Seeds.Of(population.Name);
        var seed = Seeds.Mix(scenario.Seed, 30, named, place);
        var ring = Seeds.Mix(scenario.Seed, 31, population.Agent.Ring.Length == 0 ? named : Seeds.Of(population.Agent.Ring));
        var name = string.Create(CultureInfo.InvariantCulture, $"{population.Name}_{place + 1:0000}");
        var own = new List<SimulatedModel>();
        for (var model = 0; model < population.Models; model++)
        {
            var modelName = string.Create(CultureInfo.InvariantCulture, $"{name}_{model + 1}");
            var seat = new AgentSeat(Seeds.Mix(seed, model), ring, place, model, population.Agent);
            own.Add(new SimulatedModel(
                models.Count, modelName, NamedUuid.Model(new TournamentId(scenario.Tournament), modelName),
                AgentFactory.Create(scenario.Tournament, population.Archetype, seat)));
            models.Add(own[^1]);
        }

        var spread = Math.Exp(population.DepositSpread * Normal.Sample(Seeds.Stream(seed, 32), 0, 1));
        var deposit = Shares.Of(Shares.Of(population.Deposit), spread);
        return new SimulatedAccount(number, population, name, NamedUuid.Account(name), seed, arrival, deposit, own);
    }

    private static int[] Arrivals(Scenario scenario, PopulationScenario population)
    {
        var random = Seeds.Stream(scenario.Seed, 33, Seeds.Of(population.Name));
        var arrival = population.Arrival;
        if (arrival.Process == "start")
        {
            return [.. Enumerable.Repeat(1, population.Accounts)];
        }

        if (arrival.Process == "uniform")
        {
            return [.. Enumerable.Range(0, population.Accounts).Select(_ => random.Next(arrival.From, arrival.To + 1))];
        }

        // Waiting times of a Poisson process are exponential.
        var arrivals = new int[population.Accounts];
        double time = arrival.From;
        for (var place = 0; place < arrivals.Length; place++)
        {
            time += Exponential.Sample(random, arrival.Rate);
            arrivals[place] = (int)Math.Min(time, int.MaxValue);
        }

        return arrivals;
    }
}
