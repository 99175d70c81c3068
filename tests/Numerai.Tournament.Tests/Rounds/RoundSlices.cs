using Numerai.Contracts;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Tests.Rounds;

/// <summary>What the slices of a round's steps decide, for two owners who are asked one at a time.</summary>
internal sealed class RoundSlices(RoundRows rows)
{
    private const int Owners = 2;
    private const string Place = "here";

    /// <summary>The round after its next turn; itself where it has none to take.</summary>
    public RoundState Next(RoundState state, DateTimeOffset now)
    {
        if (state is not { Step: not RoundStep.None, Work: { State: RoundStepState.Running } work })
        {
            return state;
        }

        return work.Stage switch
        {
            RoundStage.Queue or RoundStage.Publish => RoundDecisions.EndStep(state).Next!,
            RoundStage.Seal => Enter(state.Step == RoundStep.Cancelling ? RoundStage.Free : RoundStage.Pin, Owners),
            RoundStage.Pin => Done(RoundStage.Freeze),
            RoundStage.Freeze => RoundDecisions.FreezeManifest(
                state, work, rows.Object("manifest"), rows.Manifest, now, Place).Next!,
            RoundStage.MetaModel => Enter(RoundStage.NaiveMetaModel),
            RoundStage.NaiveMetaModel => RoundDecisions.EndClosing(state, rows.Object("meta-model"), null, work, now, Place).Next!,
            RoundStage.Portfolio => Enter(RoundDecisions.AfterPortfolio(state)),
            RoundStage.Compare => Enter(RoundStage.Scores),
            RoundStage.Scores => Enter(RoundStage.LateScores),
            RoundStage.LateScores => Enter(RoundStage.Table),
            RoundStage.Table => RoundDecisions.EndScoring(state, null, rows.Object("scores"), work, now, Place).Next!,
            RoundStage.Entries => RoundDecisions.BeginSettling(state, rows.Settlement, work, now, Place).Next!,
            RoundStage.Reserve => RoundDecisions.Reserved(state, Owners, work, now, Place).Next!,
            RoundStage.Pay => state.Settlement!.Participants < Owners
                ? RoundDecisions.SettledSome(state, 1, new Nmr(1), Nmr.Zero, work, now, Place).Next!
                : Enter(RoundStage.Books),
            RoundStage.Books => RoundDecisions.EndSettling(state, work, now, Place).Next!,
            RoundStage.Free => work.Done < work.Total
                ? RoundDecisions.Moved(state, work with { Done = work.Done + 1 }, now, Place).Next!
                : RoundDecisions.EndCancelling(state, work, now, Place).Next!,
            _ => throw new InvalidOperationException($"A slice of {work.Stage} is not known here."),
        };

        RoundState Enter(RoundStage stage, int total = 0) => RoundDecisions.Enter(state, work, stage, now, Place, total);

        RoundState Done(RoundStage next) => work.Done < work.Total
            ? RoundDecisions.Moved(state, work with { Done = work.Done + 1 }, now, Place).Next!
            : Enter(next);
    }
}
