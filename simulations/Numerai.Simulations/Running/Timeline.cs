using Numerai.Contracts;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Simulations.Running;

/// <summary>The calendar of a simulation: a round opens every Tuesday at noon; closes and scoring days follow from the settings.</summary>
internal sealed class Timeline
{
    private static readonly DateTimeOffset _firstRound = new(2025, 1, 7, 12, 0, 0, TimeSpan.Zero);

    public Timeline(Scenario scenario)
    {
        var settings = ScenarioSettings.Initial(scenario);
        var all = new List<TournamentSettings>();
        var steps = new List<SimulationStep>();
        for (var round = 1; round <= scenario.Rounds; round++)
        {
            foreach (var change in scenario.Changes.Where(change => change.Round == round))
            {
                settings = ScenarioSettings.Change(settings, change.Settings);
            }

            all.Add(settings);
            steps.AddRange(StepsOf(round, settings));
        }

        Settings = all;
        Steps = [.. steps.OrderBy(step => step.Time).ThenBy(step => step.Kind).ThenBy(step => step.Round).ThenBy(step => step.Day)];
    }

    /// <summary>The clock before anything has happened.</summary>
    public static DateTimeOffset Start => _firstRound.AddDays(-1);

    /// <summary>The settings each round opens under, round 1 first.</summary>
    public IReadOnlyList<TournamentSettings> Settings { get; }

    public IReadOnlyList<SimulationStep> Steps { get; }

    public static DateTimeOffset Opens(int round) => _firstRound.AddDays(7 * (round - 1));

    /// <summary>Day of the universe that a Signals round stands on: the Friday before it opens.</summary>
    public static DateOnly UniverseDay(int round) => DateOnly.FromDateTime(Opens(round).UtcDateTime).AddDays(-4);

    /// <summary>The last round whose scores were final when another one closed; 0 for none.</summary>
    public int KnownAtClose(int round)
    {
        var closes = RoundCalendar.StartingAt(Settings[round - 1], Opens(round)).Closes;
        var known = round;
        while (known > 0 && RoundCalendar.StartingAt(Settings[known - 1], Opens(known)).Resolves >= closes)
        {
            known--;
        }

        return known;
    }

    private static IEnumerable<SimulationStep> StepsOf(int round, TournamentSettings settings)
    {
        var calendar = RoundCalendar.StartingAt(settings, Opens(round));
        yield return new SimulationStep(calendar.Opens, SimulationStepKind.Open, round, 0);
        yield return new SimulationStep(calendar.Closes, SimulationStepKind.Close, round, 0);
        for (var day = 1; day <= calendar.ScoringTimes.Length; day++)
        {
            yield return new SimulationStep(calendar.ScoringTimes[day - 1], SimulationStepKind.Score, round, day);
        }
    }
}
