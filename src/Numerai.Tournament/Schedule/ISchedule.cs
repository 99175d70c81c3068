using System.Collections.Immutable;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Settings;

namespace Numerai.Tournament.Schedule;

/// <summary>A tournament's calendar and settings. Key: tournament id.</summary>
public interface ISchedule
{
    [Interleaves]
    Task<Outcome<ScheduleView>> GetAsync();

    /// <summary>Opens the next round (or the one with the given number, when it is the next) and returns it.</summary>
    Task<Outcome<RoundView>> OpenRoundAsync(OpenNextRound command);

    /// <summary>Closes rounds whose time has come and goes on with steps that a crash cut short. Returns what it did.</summary>
    Task<Outcome<ImmutableArray<string>>> TickAsync();

    /// <summary>Changes settings as a proposal decided; the same action of the same proposal again changes nothing.</summary>
    Task<Outcome<TournamentSettings>> ApplyPatchAsync(ApplySettingsPatch command);

    /// <summary>Validated settings for rounds that open from now on; their version is the current one plus 1.</summary>
    Task<Outcome<TournamentSettings>> ChangeSettingsAsync(TournamentSettings settings);
}
