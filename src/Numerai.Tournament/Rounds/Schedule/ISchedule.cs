using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>A tournament's calendar and settings. Key: tournament id.</summary>
public interface ISchedule
{
    [Interleaves]
    Task<Outcome<ScheduleView>> GetAsync();

    /// <summary>Opens the next round (or the one with the given number, when it is the next) and returns it.</summary>
    Task<Outcome<RoundView>> OpenRoundAsync(OpenNextRound command);

    /// <summary>
    /// Opens rounds whose time has come, and closes them where no automation does; wakes steps that sleep, and gives the lane to whose turn
    /// it is. Returns what it set going.
    /// </summary>
    Task<Outcome<ImmutableArray<string>>> TickAsync();

    /// <summary>
    /// Gives the lane, in which one step at a time moves money, to the step that is due first, when it is free.
    /// </summary>
    Task<Outcome<LaneView>> ArrangeAsync();

    /// <summary>Changes settings as a proposal decided; the same action of the same proposal again changes nothing.</summary>
    Task<Outcome<TournamentSettings>> ApplyPatchAsync(ApplySettingsPatch command);

    /// <summary>Validated settings for rounds that open from now on; their version is the current one plus 1.</summary>
    Task<Outcome<TournamentSettings>> ChangeSettingsAsync(TournamentSettings settings);
}
