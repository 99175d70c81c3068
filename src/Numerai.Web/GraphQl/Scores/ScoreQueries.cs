using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.GraphQl.Rounds;
using Numerai.Web.GraphQl.Types;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.GraphQl.Scores;

/// <summary>Scores of a model, everybody's to read.</summary>
internal static class ScoreQueries
{
    internal const int Most = 10_000;
    private const int LatestDay = 0;

    /// <param name="distinctOnRound">Only the latest day of each round.</param>
    /// <param name="lastNRounds">Only the newest rounds with a score.</param>
    public static async Task<Answer<IReadOnlyList<ScoreNode>>> ListAsync(
        Guid modelId,
        string? displayName,
        string? version,
        int? day,
        bool? resolved,
        int? tournament,
        int? lastNRounds,
        bool? distinctOnRound,
        ModelLookup models,
        IActors actors,
        IReadModel readModel,
        ISubmissionStore submissions)
    {
        if (version is not null)
        {
            return new Refusal(ApiCodes.OperationNotSupported, "Scores have no versions here; leave 'version' out.");
        }

        var model = await models.FindAsync(modelId.ToString("D"));
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var id = model.Value.Id;
        var query = new ScoreQuery(
            model.Value.Tournament, null, id, displayName, distinctOnRound is true && day is null ? LatestDay : day, Most, 0);
        var rows = await readModel.ScoresAsync(query);
        var wanted = rows.Where(
            row =>
                (resolved is null || row.Final == resolved)
                    && (tournament is null or 0 || row.Round.Tournament.Number == tournament)).ToList();
        var rounds = wanted.Select(row => row.Round).Distinct().Take(lastNRounds ?? Most).ToHashSet();
        var known = (await readModel.RoundsAsync(model.Value.Tournament, Most, 0)).ToDictionary(round => round.Id);
        return Answers.List<ScoreNode>(
            [
                .. wanted.Where(row => rounds.Contains(row.Round))
                    .Select(row => Node(row, known.GetValueOrDefault(row.Round), id, actors, submissions))]);
    }

    private static ScoreNode Node(ScoreRow row, RoundRow? round, ModelId model, IActors actors, ISubmissionStore submissions) => new(
        row.Round,
        new Deferred<SubmissionId?>(async () => (await submissions.SelectedAsync(row.Round, model))?.Id),
        row.Round.Number,
        round?.Resolves,
        new Deferred<DateTimeOffset?>(async () => (await new RoundNodes(actors).ReadAsync(row.Round)).Calendar.FirstScore),
        round?.Closes,
        row.Value,
        row.Percentile,
        row.Score,
        null,
        row.Published,
        row.Day,
        round?.Phase == RoundPhase.Resolved ? round.Resolves : null,
        row.Final);
}
