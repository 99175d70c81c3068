using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Accounts;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Submissions;
using Numerai.Web.GraphQl.Types;
using Numerai.Web.Http;
using Numerai.Web.Models;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>The own account, its models, and what others see of a model.</summary>
internal static class AccountQueries
{
    private const int MostTransfers = 10_000;
    private const int MostModels = 10_000;

    public static async Task<Answer<AccountNode>> AccountAsync(
        Caller caller, IActors actors, IReadModel readModel, SubmissionNodes submissions) =>
        Answer<AccountNode>.Of(await actors.Participant(caller.Account).GetAsync(), view => new AccountNode(
            view.Id,
            view.Username,
            LedgerAccounts.Wallet(view.Id),
            view.Wallet,
            null,
            false,
            null,
            view.Registered,
            [.. view.Models.Select(model => Node(model, caller, submissions))],
            [.. view.ApiKeys.Select(key => new AccountNode.ApiToken(key.Name, key.PublicId, key.Scopes))],
            new Deferred<IReadOnlyList<WalletTxnNode>>(async () =>
                [
                    .. (await readModel.LedgerAsync($"participant/{view.Id}", MostTransfers, 0))
                        .Where(entry => WalletTxnNode.Moves(entry, view.Id)).Select(WalletTxnNode.Of)])));

    public static async Task<Answer<ModelNode>> ModelAsync(
        string? modelId, Caller caller, OwnModels own, ModelLookup models, IActors actors, SubmissionNodes submissions)
    {
        var found = string.IsNullOrEmpty(modelId) ? await own.FindAsync(null, null, caller) : await models.FindAsync(modelId);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var stake = await ModelEndpoints.StakeAsync(found.Value, actors);
        return new ModelNode(
            found.Value.Id,
            found.Value.Name,
            found.Value.Name,
            found.Value.Name,
            found.Value.Tournament.Number,
            submissions.Of(found.Value.Id, caller),
            StakeOf(stake));
    }

    public static async Task<Answer<AccountProfileNode>> ProfileAsync(
        string username, int? tournament, IActors actors, IReadModel readModel)
    {
        var account = AccountLookup.Read(username);
        var known = await actors.Participant(account).GetAsync();
        var within = tournament is null or 0 ? default(TournamentId) : Tournaments.Read(tournament.Value);
        if ((known.Refusal ?? within.Refusal) is { } refusal)
        {
            return refusal;
        }

        var models = await readModel.ModelsAsync(tournament is null or 0 ? null : within.Value, account, MostModels, 0);
        return new AccountProfileNode(
            [.. models.Select(model => new AccountProfileNode.ProfileModel(model.Id, model.Name, model.Tournament.Number))]);
    }

    /// <summary>Null for a model that does not exist: clients ask for a hundred at once.</summary>
    public static async Task<ProfileNode?> FindAsync(string name, TournamentPreset preset, ModelLookup models, IActors actors)
    {
        var found = await models.FindAsync(name, preset.Id.Number);
        if (!found.Accepted || found.Value.Tournament != preset.Id)
        {
            return null;
        }

        var stake = (await ModelEndpoints.StakeAsync(found.Value, actors))?.Active ?? default;
        return new ProfileNode(found.Value.Id, found.Value.Created, found.Value.Name, null, stake, Numbers.Of(stake));
    }

    private static ModelNode Node(ModelStakeView model, Caller caller, SubmissionNodes submissions) => new(
        model.Id, model.Name, model.Name, model.Name, model.Tournament.Number, submissions.Of(model.Id, caller), StakeOf(model));

    private static ModelNode.Stake? StakeOf(ModelStakeView? stake) => stake switch
    {
        { Pending.IsPositive: true } => new ModelNode.Stake("pending", null),
        { Active.IsPositive: true } => new ModelNode.Stake("active", null),
        _ => null,
    };
}
