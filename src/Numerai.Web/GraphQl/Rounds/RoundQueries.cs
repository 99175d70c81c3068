using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Rounds;

/// <summary>Tournaments and rounds.</summary>
internal static class RoundQueries
{
    private const int Most = 10_000;

    public static async Task<Answer<IReadOnlyList<TournamentNode>>> TournamentsAsync(IActors actors) => Answers.List<TournamentNode>(
        [.. (await Task.WhenAll(Tournaments.Ids.Select(id => actors.Schedule(id).GetAsync()))).Select(schedule => schedule.Require())
            .Select(schedule => new TournamentNode(schedule.Settings.Name, schedule.Tournament.Number))]);

    /// <param name="number">0 for the round that takes submissions now: a list with one null when there is none.</param>
    public static async Task<Answer<IReadOnlyList<RoundNode?>>> ListAsync(
        int? tournament,
        int? number,
        string? target,
        RoundStatus? status,
        int? limit,
        IActors actors,
        IReadModel readModel,
        TournamentTime time)
    {
        var nodes = new RoundNodes(actors);
        var within = tournament is null or 0 ? default(TournamentId) : Tournaments.Read(tournament.Value);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        if (target is not null)
        {
            return new Refusal(ApiCodes.OperationNotSupported, "Targets have no names here; leave 'target' out.");
        }

        if (limit is < 1 or > Most)
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"'limit' is {limit}; it is a whole number from 1 to {Most}.");
        }

        if (number == 0)
        {
            var current = await CurrentAsync(tournament is null or 0 ? Tournaments.Default.Id : within.Value, actors, time);
            return Answers.List<RoundNode?>([current is { } view ? RoundNodes.Of(view) : null]);
        }

        var rows = await readModel.RoundsAsync(tournament is null or 0 ? null : within.Value, Most, 0);
        return Answers.List<RoundNode?>([.. rows
            .Where(row => (number is null || row.Id.Number == number) && (status is null || RoundNodes.StatusOf(row.Phase) == status))
            .Take(limit ?? Most).Select(nodes.Of)]);
    }

    /// <summary>The round that takes submissions now; the newest may still wait for its opening.</summary>
    internal static async Task<RoundView?> CurrentAsync(TournamentId tournament, IActors actors, TournamentTime time)
    {
        var last = (await actors.Schedule(tournament).GetAsync()).Require().LastRound;
        for (var number = last; number > Math.Max(0, last - 2); number--)
        {
            if (await actors.Round(new RoundId(tournament, number)).GetAsync() is { Accepted: true, Value: { Phase: RoundPhase.Open } open }
                && time.GetUtcNow() < open.Calendar.Closes)
            {
                return open;
            }
        }

        return null;
    }
}
