using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Governance;

/// <summary>
/// Asks every account, agreement and escrow what it holds, a page of keys at a time. What was read is kept as stored objects, so that a
/// snapshot cut short goes on where it was, and no row grows with the crowd.
/// </summary>
internal sealed class PowerSnapshots(ActorServices services)
{
    private const int KeysAtOnce = 2048;
    private const int ActorsAtOnce = 64;

    private static readonly string[] _kinds = [ActorKinds.Participant, ActorKinds.Agreement, ActorKinds.Escrow];

    public static bool IsComplete(ProposalDraft draft) => draft.Kind >= _kinds.Length;

    /// <summary>Reads the next page.</summary>
    public async Task<ProposalDraft> ReadAsync(ProposalDraft draft)
    {
        var kind = _kinds[draft.Kind];
        var keys = await services.Directory.KeysAsync(kind, draft.After, KeysAtOnce);
        var powers = ImmutableArray.CreateBuilder<AccountPower>();
        foreach (var batch in keys.Chunk(ActorsAtOnce))
        {
            foreach (var parts in await Task.WhenAll(batch.Select(key => AskAsync(kind, key, draft.Instant))))
            {
                powers.AddRange(parts.Where(part => part.Power.IsPositive));
            }
        }

        var part = await services.Objects.PutByContentAsync(
            $"governance/snapshots/{draft.Number}/part", ".json", StoredJson.Write(powers.ToImmutable()));
        var all = draft.Parts.Add(part);
        return keys.Count < KeysAtOnce
            ? draft with { Kind = draft.Kind + 1, After = null, Parts = all }
            : draft with { After = keys[^1], Parts = all };
    }

    /// <summary>All powers after delegation.</summary>
    public async Task<IReadOnlyDictionary<AccountId, Nmr>> MergeAsync(ProposalDraft draft)
    {
        var held = new List<AccountPower>();
        foreach (var part in draft.Parts)
        {
            held.AddRange(StoredJson.Read<ImmutableArray<AccountPower>>(await services.Objects.GetAsync(part)));
        }

        return PowerTable.Delegated(held);
    }

    private async Task<ImmutableArray<AccountPower>> AskAsync(string kind, string key, DateTimeOffset instant)
    {
        var from = instant - services.ClockTolerance;
        var id = Guid.ParseExact(key, "D");
        return kind switch
        {
            ActorKinds.Participant => [(await services.Actors.Participant(new AccountId(id)).PowerAsync(from, instant)).Require()],
            ActorKinds.Agreement => [(await services.Actors.Agreement(new AgreementId(id)).PowerAsync(from, instant)).Require()],
            _ => (await services.Actors.Escrow(new AgreementId(id)).PowerAsync(from, instant)).Require(),
        };
    }
}
