using System.Text.Json;
using Numerai.Client;

namespace Numerai.Web.Tests.Support;

/// <summary>Everything a refused request of a participant could have changed, as text to compare.</summary>
internal static class PlatformState
{
    public static async Task<string> ReadAsync(TestServer server, params TestParticipant[] participants)
    {
        var state = new List<object>
        {
            await server.Operator.Ledger.GetTreasuryAsync(),
            await server.Operator.Datasets.ListAsync(),
            (await server.Operator.Rounds.ListAsync()).Items,
            (await server.Operator.Models.ListAsync()).Items,
            (await server.Operator.Ledger.ListAsync(limit: 10_000)).Items,
        };
        foreach (var participant in participants)
        {
            var account = await participant.Client.Accounts.GetAsync();
            state.Add(account);
            foreach (var model in account.Models)
            {
                state.Add(await participant.Client.Models.GetAsync(model.Id.ToString()));
                state.Add((await participant.Client.Submissions.ListAsync(model.Id.ToString())).Items);
            }
        }

        return JsonSerializer.Serialize(state, NumeraiJson.Indented);
    }

    /// <summary>Runs a step after which the platform must be as before, and must still answer.</summary>
    public static async Task UnchangedAsync(TestServer server, Func<Task> step, params TestParticipant[] participants)
    {
        var before = await ReadAsync(server, participants);
        await step();
        Assert.True(await server.Operator.IsReadyAsync());
        Assert.Equal(before, await ReadAsync(server, participants));
    }
}
