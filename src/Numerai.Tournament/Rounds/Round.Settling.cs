using System.Collections.Immutable;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Settlement;

namespace Numerai.Tournament.Rounds;

/// <content>
/// Settling: entries and their Merkle root are frozen, the treasury reserves, every participant is settled once, the reserve is closed.
/// Cancelling frees the snapshots instead.
/// </content>
public partial class Round
{
    public async Task<Outcome<SettlementProof>> ProveAsync(ModelId model)
    {
        if (State is not { Settlement: { } settlement } state)
        {
            return State is null ? RoundDecisions.NotFound(Key) : RoundDecisions.WrongPhase(State, "proven before it resolves");
        }

        var entries = await ReadEntriesAsync(settlement);
        var index = entries.ToList().FindIndex(entry => entry.Model == model);
        if (index < 0)
        {
            return new Refusal(
                RefusalCodes.ModelNotFound, $"Model {model} had nothing at risk in round {state.Id}, so there is nothing to prove.");
        }

        var leaves = entries.Select(SettlementLeaf.Of).ToList();
        return new SettlementProof(
            entries[index], leaves[index], index, leaves.Count, MerkleTree.Path(leaves, index), settlement.MerkleRoot);
    }

    private async Task BeginSettlingAsync()
    {
        var state = Known;
        var manifest = StoredJson.Read<RoundManifest>(await Services.Objects.GetAsync(state.Manifest!));
        var table = StoredJson.Read<ScoreTable>(await Services.Objects.GetAsync(state.ScoreTables[state.Settings.Scoring.Days]));
        var entries = SettlementEntries.Of(state.Settings.Payout, state.PayoutFactor!.Value, manifest, table);
        var stored = await Services.Objects.PutAsync(ObjectName("settlement.json"), StoredJson.Write(entries));
        var payable = entries.Aggregate(Nmr.Zero, (sum, entry) => sum + entry.Payout);
        var root = MerkleTree.Root([.. entries.Select(SettlementLeaf.Of)]);
        await DecideKnownAsync((current, now) => RoundDecisions.BeginSettling(
            current, new RoundSettlement(stored, root, payable, Reserved: false, 0, Nmr.Zero, Nmr.Zero), now));
    }

    private async Task<Refusal?> FinishSettlingAsync()
    {
        // Nobody is paid before all can see what the round has bound itself to pay.
        await PublishedAsync();
        var settlement = Known.Settlement!;
        if (!settlement.Reserved)
        {
            var reserved = await Services.Actors.Treasury().ReserveAsync(Known.Id, settlement.Payable);
            if (!reserved.Accepted)
            {
                return reserved.Refusal;
            }

            await DecideKnownAsync((state, _) => RoundDecisions.Reserved(state));
        }

        var entries = await ReadEntriesAsync(settlement);
        var owners = entries.GroupBy(entry => entry.Staker).OrderBy(owner => owner.Key).Skip(settlement.Participants).ToList();
        foreach (var batch in owners.Chunk(ParticipantsAtOnce))
        {
            await SettleAsync(batch);
        }

        var done = Known.Settlement!;
        (await Services.Actors.Treasury().CloseAsync(Known.Id, done.Paid, done.Burned)).Require();
        await DecideKnownAsync(RoundDecisions.EndSettling);
        return null;
    }

    /// <summary>Settles one batch, then moves the cursor: what a crash repeats is answered with the receipts of the first time.</summary>
    private async Task SettleAsync(IGrouping<AccountId, SettlementEntry>[] batch)
    {
        var receipts = await Task.WhenAll(batch.Select(owner =>
            Services.Actors.Participant(owner.Key).SettleAsync(Known.Id, [.. owner])));
        var paid = receipts.Aggregate(Nmr.Zero, (sum, receipt) => sum + receipt.Require().Paid);
        var burned = receipts.Aggregate(Nmr.Zero, (sum, receipt) => sum + receipt.Require().Burned);
        await DecideKnownAsync((state, _) => RoundDecisions.SettledSome(state, batch.Length, paid, burned));
    }

    private async Task FinishCancellingAsync()
    {
        // Sealing first: whatever arrives from now on is late, so the list of owners is complete.
        await Services.Submissions.SealAsync(Known.Id);
        var selected = await Services.Submissions.SelectedAsync(Known.Id);
        foreach (var batch in selected.Select(submission => submission.Account).Distinct().Order().Chunk(ParticipantsAtOnce))
        {
            var freed = await Task.WhenAll(batch.Select(account => Services.Actors.Participant(account).UnpinStakesAsync(Known.Id)));
            _ = freed.Sum(outcome => outcome.Require());
        }

        await DecideKnownAsync((state, _) => RoundDecisions.EndCancelling(state));
    }

    private async Task<ImmutableArray<SettlementEntry>> ReadEntriesAsync(RoundSettlement settlement) =>
        StoredJson.Read<ImmutableArray<SettlementEntry>>(await Services.Objects.GetAsync(settlement.Entries));
}
