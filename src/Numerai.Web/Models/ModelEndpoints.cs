using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Models;

internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder api)
    {
        api.MapPost("/models", CreateAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Make a model; one of the same name that is already yours is returned.");
        api.MapGet("/models", ListAsync).WithSummary("Models in order of their names.");
        api.MapGet("/models/{model}", GetAsync)
            .WithSummary($"One model, by id or (within ?tournament=, default {Tournaments.Default.Id}) by name.");
    }

    private static async Task<Answer<Model>> CreateAsync(JsonBody<CreateModelRequest> body, Caller caller, IActors actors)
    {
        var tournament = Tournaments.Read(body.Content.Tournament);
        if (!tournament.Accepted)
        {
            return tournament.Refusal;
        }

        var schedule = await actors.Schedule(tournament.Value).GetAsync();
        if (!schedule.Accepted)
        {
            return schedule.Refusal;
        }

        var command = new CreateModel(tournament.Value, body.Content.Name, schedule.Value.Settings.Accounts);
        var created = await actors.Participant(caller.Account).CreateModelAsync(command);
        if (!created.Accepted)
        {
            return created.Refusal;
        }

        var view = await actors.Model(created.Value.Id).GetAsync();
        return Answer<Model>.Of(view, model => model.Answer(created.Value)).After(created.Position);
    }

    private static async Task<Answer<Model>> GetAsync(string model, int? tournament, ModelLookup models, IActors actors)
    {
        var found = await models.FindAsync(model, tournament);
        return found.Accepted ? found.Value.Answer(await StakeAsync(found.Value, actors)) : found.Refusal;
    }

    private static async Task<Answer<Page<Model>>> ListAsync(
        string? owner, int? tournament, Paging paging, IReadModel readModel)
    {
        var within = tournament is { } number ? Tournaments.Read(number) : default(TournamentId);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        AccountId? account = owner is null ? null : AccountLookup.Read(owner);
        TournamentId? of = tournament is null ? null : within.Value;
        return await paging.PageAsync((limit, offset) => readModel.ModelsAsync(of, account, limit, offset), ModelAnswers.Answer);
    }

    internal static async Task<ModelStakeView?> StakeAsync(ModelView model, IActors actors)
    {
        var owner = await actors.Participant(model.Owner).GetAsync();
        return owner.Value?.Models.FirstOrDefault(stake => stake.Id == model.Id);
    }
}
