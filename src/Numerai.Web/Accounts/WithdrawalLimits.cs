using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Web.Accounts;

/// <summary>
/// A wallet is shared by all tournaments: the strictest limits of those the account has models in hold, else the default's.
/// </summary>
internal static class WithdrawalLimits
{
    public static async Task<Outcome<AccountSettings>> OfAsync(AccountId account, IActors actors)
    {
        var view = await actors.Participant(account).GetAsync();
        if (!view.Accepted)
        {
            return view.Refusal;
        }

        var tournaments = view.Value.Models.Select(model => model.Tournament).Distinct().DefaultIfEmpty(Tournaments.Default.Id);
        var schedules = await Task.WhenAll(tournaments.Select(tournament => actors.Schedule(tournament).GetAsync()));
        return AccountSettings.Strictest([.. schedules.Select(schedule => schedule.Require().Settings.Accounts)]);
    }
}
