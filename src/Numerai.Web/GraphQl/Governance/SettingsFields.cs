using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Http;
using Numerai.Web.Operators;
using Numerai.Web.Rounds;

namespace Numerai.Web.GraphQl.Governance;

/// <summary>Settings of a round, and new ones as JSON of the form that REST takes.</summary>
internal static class SettingsFields
{
    public static async Task<Answer<TournamentSettings>> OfRoundAsync(int tournament, int number, IActors actors)
    {
        var round = await RoundEndpoints.FindAsync(tournament, number, actors);
        return round.Accepted ? round.Value.Settings : round.Refusal;
    }

    public static Task<Answer<TournamentSettings>> ChangeAsync(int tournament, JsonElement settings, IActors actors) =>
        OperatorEndpoints.ChangeSettingsAsync(
            tournament, new JsonBody<TournamentSettings>((TournamentSettings)JsonBodyReader.Read(settings, typeof(TournamentSettings))),
            actors);
}
