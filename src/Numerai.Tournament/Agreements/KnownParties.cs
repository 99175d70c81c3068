using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements;

/// <summary>Whether there are such accounts, asked before they are bound to anything.</summary>
internal static class KnownParties
{
    public static async Task<Refusal?> CheckAsync(IActors actors, params IReadOnlyList<AccountId> accounts)
    {
        foreach (var account in accounts)
        {
            if ((await actors.Participant(account).GetAsync()).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
