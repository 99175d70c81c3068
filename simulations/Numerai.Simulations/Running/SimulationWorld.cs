using Numerai.Contracts;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Research;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Running;

/// <summary>Everything a running simulation holds beside the host's stores.</summary>
internal sealed class SimulationWorld
{
    /// <summary>Beyond those in flight, whose benchmarks are made again when a simulation resumes.</summary>
    private const int SpareEras = 3;

    private readonly int _earlierWeeks;

    public SimulationWorld(Scenario scenario, IMarket market, Timeline timeline)
    {
        Scenario = scenario;
        Market = market;
        Timeline = timeline;
        Play = TournamentPlay.Of(scenario.Tournament);
        Tournament = new TournamentId(scenario.Tournament);
        Crowd = new Crowd(scenario);
        History = new ModelHistory(Crowd.Models.Count);
        Benchmarks = new BenchmarkModels(scenario.Tournament, scenario.Seed);
        var agents = scenario.Populations.Select(population => population.Agent).Append(new AgentScenario()).ToList();
        _earlierWeeks = agents.Max(agent => PatientAgent.Weeks(agent.Patience));
        LiveWeeks = new LiveWeeks(_earlierWeeks + Play.WeeksToTarget + 1);
        KeptEras = agents
            .Max(agent => agent.TrainEras + Math.Min(agent.RetrainEvery, scenario.Rounds)) + Play.WeeksToTarget + SpareEras;
    }

    public Scenario Scenario { get; }

    public IMarket Market { get; }

    public Timeline Timeline { get; }

    public TournamentPlay Play { get; }

    public TournamentId Tournament { get; }

    public Crowd Crowd { get; }

    public PublicData Data { get; } = new();

    /// <summary>Universes that were published, with or without their targets.</summary>
    public LiveWeeks LiveWeeks { get; }

    public BenchmarkModels Benchmarks { get; }

    public ModelHistory History { get; }

    /// <summary>Rounds in flight by number.</summary>
    public SortedDictionary<int, OpenEra> InFlight { get; } = [];

    /// <summary>Eras read from the market that are not published yet.</summary>
    public Queue<MarketEra> Unpublished { get; } = new();

    public List<RoundRow> Rounds { get; } = [];

    public List<ModelRoundRow> ModelRounds { get; } = [];

    /// <summary>Meta model of every resolved round, null when nobody staked.</summary>
    public SortedDictionary<int, double[]?> MetaModels { get; } = [];

    public List<PortfolioEra> PortfolioEras { get; } = [];

    public Nmr Shortfall { get; set; }

    /// <summary>Published eras that anyone may still learn from: a training reaches back its eras from the round it is due in.</summary>
    public int KeptEras { get; }

    /// <summary>Reads an era from the market as its live data become public.</summary>
    public MarketEra Read(int era)
    {
        var read = Market.Read(era);
        LiveWeeks.Add(read);
        return read;
    }

    /// <summary>What agents see of a round.</summary>
    public AgentView View(int round, MarketEra era, double[][] benchmarks) =>
        new(round, Data, era.Features, benchmarks) { Signals = LiveWeeks.Of(era.Number, _earlierWeeks - 1) };

    public RoundId Id(int round) => new(Tournament, round);

    /// <summary>Era that a round is played on.</summary>
    public int EraOf(int round) => Scenario.History + round;
}
