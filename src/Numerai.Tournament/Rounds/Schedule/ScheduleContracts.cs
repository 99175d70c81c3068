using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Rounds.Schedule;

/// <param name="Number">Null for the next number.</param>
/// <param name="Opens">Null for now.</param>
/// <param name="Closes">Null for what the settings say.</param>
/// <param name="LiveDataset">Published file with the live ids and features, such as "v5.2/live_1.parquet".</param>
/// <param name="BenchmarkDataset">Published file with the benchmark models' live predictions, or null.</param>
/// <param name="IdMap">CSV text "previous_id,id" that carries queued and delayed submissions over, or null. Never published.</param>
/// <param name="Universe">
/// Day of a published universe, for tournaments whose rounds stand on one; the live file is then the universe's and
/// <paramref name="LiveDataset"/> is empty.
/// </param>
public sealed record OpenNextRound(
    int? Number,
    DateTimeOffset? Opens,
    DateTimeOffset? Closes,
    string LiveDataset,
    string? BenchmarkDataset,
    string? IdMap,
    DateOnly? Universe = null);

/// <param name="LastRound">Number of the newest round, 0 when there is none.</param>
/// <param name="InFlight">Rounds that are neither resolved nor cancelled, oldest first.</param>
public sealed record ScheduleView(TournamentId Tournament, int LastRound, ImmutableArray<RoundId> InFlight, TournamentSettings Settings)
{
    /// <summary>Emissions that were due up to then are issued.</summary>
    public DateTimeOffset EmittedUntil { get; init; }
}

/// <param name="Proposal">The proposal that is executed.</param>
/// <param name="Index">Which of its actions.</param>
/// <param name="Patch">See <see cref="SettingsPatch"/>.</param>
public sealed record ApplySettingsPatch(int Proposal, int Index, string Patch);

/// <summary>Who has the lane in which one step at a time moves money.</summary>
/// <param name="Holder">Who has it, or is on its way to it and is to have it; null when nobody wants it.</param>
/// <param name="Failing">Whether its last attempt failed; it keeps the lane, since some may be paid and others not.</param>
public sealed record LaneView(RoundId? Holder, bool Failing);
