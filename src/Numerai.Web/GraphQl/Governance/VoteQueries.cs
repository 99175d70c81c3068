using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;
using Numerai.Web.Accounts;
using Numerai.Web.Governance;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Governance;

/// <summary>Lists in order of accounts, whose cursor is the account itself.</summary>
internal static class VoteQueries
{
    public static async Task<Answer<CursorPage<Vote>>> VotesAsync(int number, int? first, string? after, IActors actors)
    {
        var limit = CursorPaging.First(first);
        AccountId? from = after is null ? null : AccountLookup.Read(after);
        var votes = await actors.Proposal(number).VotesAsync(from, limit + 1);
        return votes.Accepted ? PageOf([.. votes.Value.Select(view => view.Answer())], limit, vote => vote.Account) : votes.Refusal;
    }

    public static async Task<Answer<CursorPage<VotingPowerNode>>> PowersAsync(
        int number, int? first, string? after, IActors actors, IObjectStore objects)
    {
        var limit = CursorPaging.First(first);
        AccountId? from = after is null ? null : AccountLookup.Read(after);
        var powers = await ReadAsync(number, actors, objects);
        return powers.Accepted
            ? PageOf(
                [.. powers.Value.Where(pair => from is not { } last || pair.Key.CompareTo(last) > 0)
                    .OrderBy(pair => pair.Key).Take(limit + 1).Select(pair => new VotingPowerNode(pair.Key, pair.Value))],
                limit,
                node => node.Account)
            : powers.Refusal;
    }

    public static async Task<Answer<VotingPowerNode>> PowerAsync(int number, string account, IActors actors, IObjectStore objects)
    {
        var powers = await ReadAsync(number, actors, objects);
        var voter = AccountLookup.Read(account);
        return powers.Accepted ? new VotingPowerNode(voter, powers.Value.GetValueOrDefault(voter, Nmr.Zero)) : powers.Refusal;
    }

    private static async Task<Outcome<Dictionary<AccountId, Nmr>>> ReadAsync(int number, IActors actors, IObjectStore objects)
    {
        var proposal = await actors.Proposal(number).GetAsync();
        return proposal.Accepted ? PowerTable.Read(await objects.GetAsync(proposal.Value.Snapshot)) : proposal.Refusal;
    }

    private static CursorPage<T> PageOf<T>(List<T> rows, int limit, Func<T, AccountId> account)
        where T : class
    {
        var items = rows.Take(limit).ToList();
        return new CursorPage<T>(items, items.Count == 0 ? null : account(items[^1]).ToString(), rows.Count > limit);
    }
}
