using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Simulations.Scenarios;

/// <summary>
/// The tournament's settings under a scenario: the defaults with what the scenario changes. Simulated rounds are weekly. A round of eras
/// has by default one scoring day, 30 days after its close, when its 20-day target is known; five rounds are then in flight. A round of
/// portfolios has its 60 scoring days, and thirteen are in flight; with fewer days they come when the 60-day target is known.
/// </summary>
internal static class ScenarioSettings
{
    private const int DaysToTarget = 30;
    private const int DaysToLongTarget = 87;

    /// <summary>The settings of rounds from 1 on; version 2, since the default is version 1.</summary>
    public static TournamentSettings Initial(Scenario scenario)
    {
        var settings = TournamentDefaults.Of(new TournamentId(scenario.Tournament)) with { Version = 2 };
        var signals = TournamentPlay.Of(scenario.Tournament).HoldsPortfolios;
        if (!signals || AsksForFewerDays(scenario.Settings, settings))
        {
            settings = settings with
            {
                Scoring = settings.Scoring with { Days = 1 },
                Calendar = settings.Calendar with { FirstScoreAfterClose = TimeSpan.FromDays(signals ? DaysToLongTarget : DaysToTarget) },
            };
        }

        return scenario.Settings is { } changes ? Merge(settings, changes) : settings;
    }

    private static bool AsksForFewerDays(JsonObject? changes, TournamentSettings settings) =>
        changes?["scoring"] is JsonObject scoring && scoring["days"] is JsonValue days && days.TryGetValue<int>(out var count)
            && count < settings.Scoring.Days;

    /// <summary>Settings with some members replaced, as their next version.</summary>
    public static TournamentSettings Change(TournamentSettings settings, JsonObject changes) =>
        Merge(settings, changes) with { Version = settings.Version + 1 };

    /// <summary>The first thing wrong with the scenario's settings, or null.</summary>
    public static ScenarioProblem? Check(Scenario scenario)
    {
        var place = "settings";
        try
        {
            var settings = Initial(scenario);
            var problem = Check(settings, place);
            foreach (var (change, index) in scenario.Changes.Select((change, index) => (change, index)).OrderBy(pair => pair.change.Round))
            {
                place = $"changes[{index}].settings";
                if (problem is null && (change.Round < 2 || change.Round > scenario.Rounds))
                {
                    return new ScenarioProblem($"changes[{index}].round", $"{change.Round} is not between 2 and {scenario.Rounds}.");
                }

                settings = Change(settings, change.Settings);
                problem ??= Check(settings, place);
            }

            return problem;
        }
        catch (JsonException fault)
        {
            return new ScenarioProblem(place, fault.Message);
        }
    }

    private static ScenarioProblem? Check(TournamentSettings settings, string place) =>
        SettingsValidation.Check(settings) is { } refusal ? new ScenarioProblem(place, refusal.Message) : CheckTimes(settings, place);

    /// <summary>No target may be published before its last trading day has ended: agents would learn from the future.</summary>
    private static ScenarioProblem? CheckTimes(TournamentSettings settings, string place)
    {
        var play = TournamentPlay.Of(settings.Tournament.Number);
        var opens = Running.Timeline.Opens(1);
        var calendar = RoundCalendar.StartingAt(settings, opens);
        for (var day = 1; day <= settings.Scoring.Days; day++)
        {
            var returns = play.DaysOfReturn(day, settings.Scoring.Days);
            var early = TournamentPlay.KnownAt(opens, returns) - calendar.ScoringTimes[day - 1];
            if (early > TimeSpan.Zero)
            {
                return new ScenarioProblem(
                    $"{place}.calendar.firstScoreAfterClose",
                    $"scoring day {day} of {settings.Scoring.Days} needs {returns} trading days of returns and comes "
                        + $"{Math.Ceiling(early.TotalDays)} days before they are known.");
            }
        }

        return null;
    }

    private static TournamentSettings Merge(TournamentSettings settings, JsonObject changes)
    {
        var whole = JsonSerializer.SerializeToNode(settings, StoredJson.Options)!.AsObject();
        Merge(whole, changes, string.Empty);
        return whole.Deserialize<TournamentSettings>(StoredJson.Options)!;
    }

    private static void Merge(JsonObject whole, JsonObject changes, string place)
    {
        foreach (var (name, value) in changes)
        {
            var path = place + name;
            if (!whole.ContainsKey(name))
            {
                throw new JsonException($"there is no setting '{path}'; here are {string.Join(", ", whole.Select(member => member.Key))}.");
            }

            if (value is JsonObject inner && whole[name] is JsonObject old && name != "multipliers")
            {
                Merge(old, inner, path + ".");
            }
            else
            {
                whole[name] = value?.DeepClone();
            }
        }
    }
}
