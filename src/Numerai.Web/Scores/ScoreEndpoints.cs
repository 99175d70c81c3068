using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.Scores;

internal static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder api) => api.MapGet("/scores", ListAsync)
        .WithSummary("Published scores by round (newest first), day, model and name; ?day=0 for the latest day of each round.");

    private static async Task<Answer<Page<Score>>> ListAsync(
        int? tournament, int? round, string? model, string? name, int? day, Paging paging, IReadModel readModel, ModelLookup models)
    {
        var within = tournament is { } number ? Tournaments.Read(number) : default(TournamentId);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        if (round is not null && tournament is null)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "'round' is the number of a round within a tournament; give 'tournament' too.");
        }

        ModelId? modelId = null;
        if (model is not null)
        {
            var found = await models.FindAsync(model, tournament);
            if (!found.Accepted)
            {
                return found.Refusal;
            }

            modelId = found.Value.Id;
        }

        TournamentId? tournamentId = tournament is null ? null : within.Value;
        RoundId? roundId = round is { } roundNumber ? new RoundId(within.Value, roundNumber) : null;
        return await paging.PageAsync(
            (limit, offset) => readModel.ScoresAsync(new ScoreQuery(tournamentId, roundId, modelId, name, day, limit, offset)),
            ScoreAnswers.Answer);
    }
}
