using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>All that is stored of a tournament's calendar.</summary>
/// <param name="Opening">A round whose opening was decided but not yet confirmed; a tick goes on with it after a crash.</param>
/// <param name="InFlight">Rounds that are neither resolved nor cancelled, oldest first.</param>
public sealed record ScheduleState(
    TournamentId Tournament, int LastRound, PendingOpening? Opening, ImmutableArray<RoundId> InFlight, TournamentSettings Settings)
{
    public static ScheduleState Initial(TournamentId tournament) => new(tournament, 0, null, [], TournamentDefaults.Of(tournament));

    public const int RememberedPatches = 256;

    /// <summary>The latest changes by proposals, as PROPOSAL/ACTION, so that a repeated one is recognised.</summary>
    public ImmutableList<string> AppliedPatches { get; init; } = [];

    /// <summary>
    /// Emissions that were due up to then are issued. A new schedule begins when it is set, so that it never issues for the past.
    /// </summary>
    public DateTimeOffset EmittedUntil { get; init; }

    /// <summary>
    /// Whom the lane was given to last. Written before it is given, so that a schedule that comes up elsewhere gives it to nobody else.
    /// </summary>
    public MoneyTurn? Lane { get; init; }

    /// <summary>Steps that stand, as the alerts name them; at most one for each round in flight.</summary>
    public ImmutableArray<string> Standing { get; init; } = [];

    public ScheduleView View() => new(Tournament, LastRound, InFlight, Settings) { EmittedUntil = EmittedUntil };
}

public sealed record PendingOpening(RoundId Round, OpenRound Command);
