using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Commitments;

namespace Numerai.Tournament.Rounds;

/// <content>Settling: what everybody gets is frozen, the treasury reserves, owners are settled, the books are closed.</content>
internal static partial class RoundDecisions
{
    /// <summary>Whether the round may be settled now; null when it may.</summary>
    public static Refusal? CheckResolvable(RoundState state) => state.Phase switch
    {
        RoundPhase.Scoring when state.ScoredDay >= state.Settings.Scoring.Days => null,
        RoundPhase.Scoring or RoundPhase.Closed => new Refusal(
            RefusalCodes.RoundNotFullyScored,
            $"Round {state.Id} has scores of {state.ScoredDay} of {state.Settings.Scoring.Days} days; publish the remaining "
            + "targets first."),
        _ => WrongPhase(state, "resolved"),
    };

    /// <summary>
    /// Asked for and allowed; what everybody gets is worked out next. Asked for again, a step that failed or was refused is tried again.
    /// </summary>
    public static Decision<RoundState, RoundView> BeginResolving(RoundState state, DateTimeOffset now) => state switch
    {
        { Step: RoundStep.Settling } => Wake(state),
        { Phase: RoundPhase.Resolved } => Unchanged(state),
        { Step: not RoundStep.None } when !IsOver(state) => AtWork(state),
        _ => CheckResolvable(state) is { } refusal
            ? refusal
            : Begun(state with { Step = RoundStep.Settling, Work = Resolving(state, now) }, now, []),
    };

    public static Decision<RoundState, RoundView> BeginSettling(
        RoundState state, RoundSettlement settlement, RoundWork work, DateTimeOffset now, string place) => Committed(
        Enter(state with { Settlement = settlement }, work, RoundStage.Reserve, now, place),
        now,
        [
            CommittedDocument.Of(CommitmentKinds.Settlement, settlement.Entries),
            CommittedDocument.OfHash(CommitmentKinds.SettlementRoot, settlement.MerkleRoot),
        ]);

    /// <param name="state">The round.</param>
    /// <param name="owners">How many are paid next.</param>
    /// <param name="work">The step.</param>
    /// <param name="now">Now.</param>
    /// <param name="place">Where.</param>
    public static Decision<RoundState, RoundView> Reserved(
        RoundState state, int owners, RoundWork work, DateTimeOffset now, string place)
    {
        var settlement = state.Settlement! with { Reserved = true };
        var next = Enter(state with { Settlement = settlement }, work, RoundStage.Pay, now, place, owners);
        return Changed(next with { Work = next.Work! with { Done = settlement.Participants } });
    }

    public static Decision<RoundState, RoundView> SettledSome(
        RoundState state, int participants, Nmr paid, Nmr burned, RoundWork work, DateTimeOffset now, string place)
    {
        var settlement = state.Settlement!;
        return Changed(state with
        {
            Work = Went(work, now, place) with { Done = settlement.Participants + participants },
            Settlement = settlement with
            {
                Participants = settlement.Participants + participants,
                Paid = settlement.Paid + paid,
                Burned = settlement.Burned + burned,
            },
        });
    }

    public static Decision<RoundState, RoundView> EndSettling(RoundState state, RoundWork work, DateTimeOffset now, string place)
    {
        var settlement = state.Settlement!;
        var next = Enter(state with { Phase = RoundPhase.Resolved, Resolved = now }, work, RoundStage.Publish, now, place);
        return Committed(
            next,
            now,
            [CommittedDocument.OfText(CommitmentKinds.Resolved, $"{settlement.Paid.Wei}|{settlement.Burned.Wei}")],
            new RoundResolved(next.Id, settlement.MerkleRoot, settlement.Paid, settlement.Burned, settlement.Entries));
    }
}
