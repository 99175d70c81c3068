using System.Collections.Immutable;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Behaviour;

/// <summary>All that a tournament has come to, as text: what actors hold and what people see.</summary>
internal static class Fingerprint
{
    public static Task<string> OfAsync(ITournamentHost host) => OfAsync(host, TournamentId.Classic, TinyTournament.Models);

    public static async Task<string> OfAsync(ITournamentHost host, TournamentId tournament, ImmutableArray<TinyModel> models)
    {
        await host.SettleAsync();
        var text = new StringBuilder();
        Add(text, (await host.Actors.Treasury().GetAsync()).Require());
        foreach (var model in models)
        {
            Add(text, (await host.Actors.Participant(model.Account).GetAsync()).Require());
            Add(text, (await host.Actors.Model(model.Id).GetAsync()).Require());
        }

        var rounds = await host.ReadModel.RoundsAsync(null, 100, 0);
        foreach (var round in rounds)
        {
            Add(text, (await host.Actors.Round(round.Id).GetAsync()).Require());
        }

        Add(text, (await host.Actors.Schedule(tournament).GetAsync()).Require());
        Add(text, rounds);
        Add(text, await host.ReadModel.ModelsAsync(null, null, 1000, 0));
        Add(text, await host.ReadModel.ScoresAsync(new ScoreQuery(null, null, null, null, null, 10_000, 0)));
        Add(text, await host.ReadModel.PayoutsAsync(null, null));
        Add(text, await host.ReadModel.LeaderboardAsync(tournament, host.Time.GetUtcNow(), 100, 0));
        Add(
            text,
            (await host.ReadModel.LedgerAsync(null, 10_000, 0)).OrderBy(entry => entry.Chain, StringComparer.Ordinal)
                .ThenBy(entry => entry.Sequence));
        Add(text, (await host.ReadModel.LedgerBalancesAsync()).OrderBy(balance => balance.Key, StringComparer.Ordinal));
        return text.ToString();
    }

    private static void Add<T>(StringBuilder text, T value) => text.AppendLine(Encoding.UTF8.GetString(StoredJson.Write(value)));
}
