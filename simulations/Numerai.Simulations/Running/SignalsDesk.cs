using Numerai.Contracts;
using Numerai.Simulations.Markets;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Universes;

namespace Numerai.Simulations.Running;

/// <summary>What an operator of Signals does otherwise: a universe is published for each round, and targets have four columns.</summary>
internal sealed class SignalsDesk(SimulationHost host, SimulationWorld world)
{
    /// <summary>Publishes a round's files; done again when a simulation resumes.</summary>
    public async Task PublishAsync(int round, MarketEra era, double[][] examples)
    {
        await host.PublishAsync(SignalsFiles.LiveName(round), SignalsFiles.Live(era));
        await host.PublishAsync(SignalsFiles.NeutralizerName(round), SignalsFiles.Neutralizers(era));
        await host.PublishAsync(SignalsFiles.SampleWeightName(round), SignalsFiles.SampleWeights(era));
        await host.PublishAsync(SignalsFiles.ExampleName(round), SignalsFiles.Examples(era, examples));
    }

    /// <summary>Makes the files the universe of the day, and opens the round on it.</summary>
    public async Task<Outcome<RoundView>> OpenAsync(int round)
    {
        var day = Timeline.UniverseDay(round);
        var files = new PublishUniverse(
            SignalsFiles.LiveName(round),
            SignalsFiles.NeutralizerName(round),
            SignalsFiles.SampleWeightName(round),
            world.Timeline.Settings[round - 1].Submission);
        (await host.Actors.Universe(new UniverseId(world.Tournament, day)).PublishAsync(files)).Require();
        return await host.Actors.OpenRoundAsync(world.Tournament,
            new OpenNextRound(round, null, null, string.Empty, null, null, day));
    }

    public byte[] Targets(MarketEra era, int daysOfReturn) => SignalsFiles.Targets(era, world.Market.TargetNames, daysOfReturn);
}
