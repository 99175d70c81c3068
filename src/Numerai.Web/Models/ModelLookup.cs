using Numerai.Contracts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Web.Models;

/// <summary>Finds a model by its id or, within a tournament, by its name.</summary>
internal sealed class ModelLookup(IActors actors)
{
    public async Task<Outcome<ModelView>> FindAsync(string idOrName, int? tournament = null)
    {
        if (Guid.TryParseExact(idOrName, "D", out var id))
        {
            return await actors.Model(new ModelId(id)).GetAsync();
        }

        var within = Tournaments.ReadOrDefault(tournament);
        if (!within.Accepted)
        {
            return within.Refusal;
        }

        var found = await actors.Model(NamedUuid.Model(within.Value, idOrName)).GetAsync();
        return found.Accepted
            ? found
            : new Refusal(RefusalCodes.ModelNotFound, $"There is no model '{idOrName}' in tournament {within.Value}.");
    }

    /// <summary>As <see cref="FindAsync"/>, and refused unless the model is the account's own.</summary>
    public async Task<Outcome<ModelView>> FindOwnAsync(string idOrName, AccountId owner, int? tournament = null)
    {
        var found = await FindAsync(idOrName, tournament);
        return !found.Accepted || found.Value.Owner == owner
            ? found
            : new Refusal(RefusalCodes.ModelNotOwned, $"The model '{found.Value.Name}' belongs to another account.");
    }
}
