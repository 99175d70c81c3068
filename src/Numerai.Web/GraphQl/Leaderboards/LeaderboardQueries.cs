using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.Http;
using Numerai.Web.Leaderboards;
using Numerai.Web.Standings;

namespace Numerai.Web.GraphQl.Leaderboards;

/// <summary>Leaderboards under the names that participants' clients have for them; the same tables as over REST.</summary>
internal static class LeaderboardQueries
{
    public static async Task<Answer<IReadOnlyList<LeaderboardNode>>> ListAsync(
        TournamentPreset preset, int? limit, int? offset, IReadModel readModel, TournamentTime time, StandingsCache standings) =>
        Answers.List<LeaderboardNode>([.. (await RowsAsync(preset.Id, limit, offset, readModel, time, standings)).Select(Node)]);

    /// <summary>With scores of portfolios.</summary>
    public static async Task<Answer<IReadOnlyList<SignalsLeaderboardNode>>> ListPortfoliosAsync(
        TournamentPreset preset, int? limit, int? offset, IReadModel readModel, TournamentTime time, StandingsCache standings) =>
        Answers.List<SignalsLeaderboardNode>(
            [.. (await RowsAsync(preset.Id, limit, offset, readModel, time, standings)).Select(PortfolioNode)]);

    public static async Task<Answer<IReadOnlyList<AccountLeaderboardNode>>> AccountsAsync(
        int? limit, int? offset, int? tournament, StandingsCache standings)
    {
        var within = Tournaments.ReadOrDefault(tournament is 0 ? null : tournament);
        return within.Accepted
            ? Answers.List<AccountLeaderboardNode>(
                [.. PagingOf(limit, offset).PageOf(await standings.AccountsAsync(within.Value), Node).Items])
            : within.Refusal;
    }

    private static async Task<List<(LeaderboardRow Row, Returns? Returns)>> RowsAsync(
        TournamentId tournament, int? limit, int? offset, IReadModel readModel, TournamentTime time, StandingsCache standings)
    {
        var page = (await LeaderboardEndpoints.ListAsync(tournament.Number, PagingOf(limit, offset), readModel, time)).Value();
        var returns = (await standings.ModelsAsync(tournament)).ToDictionary(row => row.Model!.Value, row => row.Returns);
        return [.. page.Items.Select(row => (row, returns.GetValueOrDefault(row.Model)))];
    }

    private static LeaderboardNode Node((LeaderboardRow Row, Returns? Returns) place)
    {
        var scores = place.Row.Reputation;
        var corr = Score(scores, "corr");
        return new LeaderboardNode(
            place.Row.Rank,
            place.Row.ModelName,
            place.Row.Stake,
            corr,
            corr,
            null,
            Score(scores, "fnc"),
            Score(scores, "fnc"),
            null,
            corr,
            Score(scores, "mmc"),
            Score(scores, "bmc"),
            false,
            place.Returns?.Day.Percent,
            place.Returns?.Year.Percent,
            place.Returns?.ThreeMonths.Percent);
    }

    private static SignalsLeaderboardNode PortfolioNode((LeaderboardRow Row, Returns? Returns) place) => new(
        null,
        place.Row.Rank,
        null,
        place.Returns?.Day.Percent,
        place.Row.ModelName,
        Score(place.Row.Reputation, "mmc"),
        null,
        Numbers.Of(place.Row.Stake),
        null,
        Score(place.Row.Reputation, "ic_v2"),
        null,
        null,
        Score(place.Row.Reputation, "alpha"),
        Score(place.Row.Reputation, "mpc"));

    private static AccountLeaderboardNode Node(Standing row) => new(
        row.Username,
        row.AtRisk,
        row.Rank,
        row.Username,
        Score(row.Reputation, "corr"),
        null,
        null,
        Score(row.Reputation, "corr_v4"),
        Score(row.Reputation, "fnc_v4"),
        Score(row.Reputation, "ic_v2"),
        Score(row.Reputation, "mmc"),
        Score(row.Reputation, "ric"),
        row.Returns.Year.Percent,
        row.Returns.ThreeMonths.Percent,
        row.Returns.All.Percent,
        row.Returns.Year.Earned,
        row.Returns.ThreeMonths.Earned,
        row.Returns.All.Earned);

    private static double? Score(IReadOnlyDictionary<string, double> scores, string name) =>
        scores.TryGetValue(name, out var value) ? value : null;

    private static Paging PagingOf(int? limit, int? offset) =>
        limit is < 1 or > Paging.MaximumLimit || offset is < 0 or > int.MaxValue - Paging.MaximumLimit - 1
            ? throw new RefusedException(new Refusal(
                RefusalCodes.InvalidRequest, $"'limit' is {limit} and 'offset' {offset}; the limit is a whole number from 1 to "
                    + $"{Paging.MaximumLimit}, the offset at least 0."))
            : new Paging(limit ?? Paging.DefaultLimit, offset ?? 0);
}
