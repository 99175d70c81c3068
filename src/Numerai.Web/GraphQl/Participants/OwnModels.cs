using Numerai.Contracts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Authentication;
using Numerai.Web.Models;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>
/// The model that a participant's client means: the one it names, or, since it may name none (null or an empty text), the only one the
/// account has in the tournament.
/// </summary>
internal sealed class OwnModels(IActors actors, ModelLookup models)
{
    public async Task<Outcome<ModelView>> FindAsync(string? model, int? tournament, Caller caller)
    {
        var found = string.IsNullOrEmpty(model)
            ? await OnlyAsync(tournament, caller)
            : await models.FindOwnAsync(model, caller.Account, tournament);
        return found is { Accepted: true, Value: var view } && tournament is { } number && view.Tournament.Number != number
            ? new Refusal(RefusalCodes.InvalidRequest, $"The model '{view.Name}' is one of tournament {view.Tournament}, not of {number}.")
            : found;
    }

    private async Task<Outcome<ModelView>> OnlyAsync(int? tournament, Caller caller)
    {
        var within = Tournaments.ReadOrDefault(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        var account = await actors.Participant(caller.Account).GetAsync();
        if (!account.Accepted)
        {
            return account.Refusal;
        }

        var own = account.Value.Models.Where(one => one.Tournament == within.Value).ToList();
        return own.Count == 1
            ? await actors.Model(own[0].Id).GetAsync()
            : new Refusal(
                RefusalCodes.InvalidRequest,
                $"The account '{caller.Username}' has {own.Count} models in tournament {within.Value}; say which one is meant with "
                    + "'modelId'.");
    }
}
