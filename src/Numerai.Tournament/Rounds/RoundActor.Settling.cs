using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Rounds;

/// <content>
/// Settling: entries and their Merkle root are frozen, the treasury reserves, every participant is settled once, the reserve is closed.
/// Cancelling frees the snapshots instead.
/// </content>
public partial class RoundActor
{
    private List<IGrouping<AccountId, SettlementEntry>>? _stakers;

    public async Task<Outcome<SettlementProof>> ProveAsync(ModelId model)
    {
        if (State is not { Settlement: { } settlement } state)
        {
            return State is null ? RoundDecisions.NotFound(Key) : RoundDecisions.WrongPhase(State, ToBeProven(State));
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

    private static string ToBeProven(RoundState state) =>
        state.Phase == RoundPhase.Cancelled ? "proven: it pays nobody" : "proven before it resolves";

    /// <summary>Freezes what everybody gets, before anybody gets it.</summary>
    private async Task FreezeEntriesAsync(RoundState state, RoundWork work)
    {
        var manifest = StoredJson.Read<RoundManifest>(await Services.Objects.GetAsync(state.Manifest!));
        var table = StoredJson.Read<ScoreTable>(await Services.Objects.GetAsync(state.ScoreTables[state.Settings.Scoring.Days]));
        var entries = SettlementEntries.Of(state.Settings.Payout, state.PayoutFactor!.Value, manifest, table);
        var stored = await Services.Objects.PutAsync(ObjectName("settlement.json"), StoredJson.Write(entries));
        var payable = entries.Aggregate(Nmr.Zero, (sum, entry) => sum + entry.Payout);
        var root = MerkleTree.Root([.. entries.Select(SettlementLeaf.Of)]);
        await DecideKnownAsync((current, now) => RoundDecisions.BeginSettling(
            current, new RoundSettlement(stored, root, payable, Reserved: false, 0, Nmr.Zero, Nmr.Zero), work, now, Place));
    }

    private async Task ReserveAsync(RoundWork work)
    {
        // Nobody is paid before all can see what the round has bound itself to pay.
        await PublishedAsync();
        var settlement = Known.Settlement!;
        if (!settlement.Reserved && await Services.Actors.Treasury().ReserveAsync(Known.Id, settlement.Payable) is { Accepted: false } no)
        {
            await DecideKnownAsync((state, now) => RoundDecisions.Refuse(state, work, no.Refusal, now, Place));
            return;
        }

        var owners = await StakersAsync(settlement);
        await DecideKnownAsync((state, now) => RoundDecisions.Reserved(state, owners.Count, work, now, Place));
    }

    /// <summary>Settles some owners, then moves the cursor: what a crash repeats is answered with the receipts of the first time.</summary>
    private async Task PayAsync(RoundWork work)
    {
        var settlement = Known.Settlement!;
        var owners = await StakersAsync(settlement);
        var batch = owners.Skip(settlement.Participants).Take(ParticipantsAtOnce).ToList();
        if (batch.Count == 0)
        {
            await EnterAsync(work, RoundStage.Books);
            return;
        }

        var receipts = await Task.WhenAll(batch.Select(owner =>
            Services.Actors.Participant(owner.Key).SettleAsync(Known.Id, [.. owner])));
        var paid = receipts.Aggregate(Nmr.Zero, (sum, receipt) => sum + receipt.Require().Paid);
        var burned = receipts.Aggregate(Nmr.Zero, (sum, receipt) => sum + receipt.Require().Burned);
        await DecideKnownAsync((state, now) => RoundDecisions.SettledSome(state, batch.Count, paid, burned, work, now, Place));
    }

    private async Task CloseBooksAsync(RoundWork work)
    {
        var done = Known.Settlement!;
        (await Services.Actors.Treasury().CloseAsync(Known.Id, done.Paid, done.Burned)).Require();
        await EndAsync((state, now) => RoundDecisions.EndSettling(state, work, now, Place));
    }

    private async Task FreeAsync(RoundWork work)
    {
        var owners = Owners(await SelectedAsync()).Skip(work.Done).Take(ParticipantsAtOnce).ToList();
        var freed = await Task.WhenAll(owners.Select(account => Services.Actors.Participant(account).UnpinStakesAsync(Known.Id)));
        _ = freed.Sum(outcome => outcome.Require());
        work = work with { Done = work.Done + owners.Count };
        await (work.Done < work.Total
            ? MoveAsync(work)
            : EndAsync((state, now) => RoundDecisions.EndCancelling(state, work, now, Place)));
    }

    /// <summary>Who is settled, in the order of their ids.</summary>
    private async Task<List<IGrouping<AccountId, SettlementEntry>>> StakersAsync(RoundSettlement settlement) => _stakers ??=
        [.. (await ReadEntriesAsync(settlement)).GroupBy(entry => entry.Staker).OrderBy(owner => owner.Key)];

    private async Task<ImmutableArray<SettlementEntry>> ReadEntriesAsync(RoundSettlement settlement) =>
        StoredJson.Read<ImmutableArray<SettlementEntry>>(await Services.Objects.GetAsync(settlement.Entries));
}
