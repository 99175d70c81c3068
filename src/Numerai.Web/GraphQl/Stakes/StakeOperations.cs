using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.Http;
using Numerai.Web.Models;
using Numerai.Web.Stakes;

namespace Numerai.Web.GraphQl.Stakes;

/// <summary>
/// Stake changes as participants' clients ask for them: without an id of the command, so each request is a new one. Who wants to repeat
/// a request safely gives a commandId.
/// </summary>
internal static class StakeOperations
{
    public static Task<Answer<StakeChangeNode>> ChangeAsync(
        string value, string type, string? modelId, int tournamentNumber, Caller caller, OwnModels own, ModelLookup models, IActors actors,
        string? commandId = null) =>
        type switch
        {
            "increase" => ApplyAsync(StakeChangeType.Increase, value, modelId, tournamentNumber, commandId, caller, own, models, actors),
            "decrease" => ApplyAsync(StakeChangeType.Decrease, value, modelId, tournamentNumber, commandId, caller, own, models, actors),
            _ => Task.FromResult<Answer<StakeChangeNode>>(
                new Refusal(RefusalCodes.InvalidRequest, $"'type' is '{type}'; it is 'increase' or 'decrease'.")),
        };

    /// <param name="amount">Not used in a drain, which takes everything.</param>
    public static Task<Answer<StakeChangeNode>> ReleaseAsync(
        bool drain, string? modelId, string? amount, Caller caller, OwnModels own, ModelLookup models, IActors actors,
        string? commandId = null) =>
        drain
            ? ApplyAsync(StakeChangeType.Drain, null, modelId, null, commandId, caller, own, models, actors)
            : ApplyAsync(StakeChangeType.Decrease, amount, modelId, null, commandId, caller, own, models, actors);

    private static async Task<Answer<StakeChangeNode>> ApplyAsync(
        StakeChangeType type, string? amount, string? modelId, int? tournament, string? commandId, Caller caller, OwnModels own,
        ModelLookup models, IActors actors)
    {
        var model = await own.FindAsync(modelId, tournament, caller);
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var command = commandId ?? $"graphql-{Guid.CreateVersion7():D}";
        var body = new JsonBody<StakeRequest>(new StakeRequest(type, command, amount));
        var answer = await StakeEndpoints.ChangeAsync(model.Value.Id.ToString(), body, caller, models, actors);
        var changed = answer.Value();
        DateTimeOffset? due = null;
        foreach (var id in changed.WaitsFor)
        {
            var resolves = (await actors.Round(id).GetAsync()).Require().Calendar.Resolves;
            due = due is { } latest && latest > resolves ? latest : resolves;
        }

        return Answer<StakeChangeNode>.With(new StakeChangeNode(
            command,
            due,
            changed.Amount,
            changed.Status,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString()),
            type == StakeChangeType.Drain)).After(answer.Position);
    }
}
