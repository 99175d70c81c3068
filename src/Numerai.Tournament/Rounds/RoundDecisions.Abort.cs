using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <content>Giving a step up: only where nobody was pinned or paid, and nothing that was said has to be unsaid.</content>
internal static partial class RoundDecisions
{
    private const int LongestReason = 500;

    /// <param name="state">The round.</param>
    /// <param name="reason">Everybody can read it.</param>
    /// <param name="isSealed">Whether what arrives is late already.</param>
    /// <param name="now">Now.</param>
    public static Decision<RoundState, RoundView> Abort(RoundState state, string reason, bool isSealed, DateTimeOffset now)
    {
        if (CheckReason(reason) is { } refusal)
        {
            return refusal;
        }

        if (state.Step == RoundStep.None)
        {
            return RoundProjection.View(state).NothingUnderWay();
        }

        if (WhyNot(state, isSealed, now) is { } why)
        {
            return new Refusal(RefusalCodes.StepNotAbortable, $"Round {state.Id} is {RoundProjection.Working(state.Step)}: {why}");
        }

        var phase = state.Step == RoundStep.Closing ? RoundPhase.Open : state.Phase;
        return Changed(
            state with { Phase = phase, Step = RoundStep.None, Work = null }, Stepped(state, RoundStepPoint.Aborted, reason));
    }

    /// <summary>Null for a reason that can be published.</summary>
    private static Refusal? CheckReason(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
        ? new Refusal(RefusalCodes.InvalidRequest, $"Give the reason, in at most {LongestReason} characters; everybody can read it.")
        : null;

    /// <summary>Null where the step can be given up.</summary>
    private static string? WhyNot(RoundState state, bool isSealed, DateTimeOffset now) => (state.Step, WorkOf(state, now).Stage) switch
    {
        (RoundStep.CarryingOver, RoundStage.Queue) => null,
        (RoundStep.Closing, RoundStage.Seal) when now >= state.Calendar.Closes =>
            "its closing time has come, so it can't be open again. Retry the step, or cancel the round.",
        (RoundStep.Closing, RoundStage.Seal) when !isSealed => null,
        (RoundStep.Closing, _) => "it is sealed, and what has arrived since is late. Retry the step, or cancel the round.",
        (RoundStep.Scoring, _) => "it has bound itself to the day's target. Retry the step, or cancel the round.",
        (RoundStep.Settling, RoundStage.Entries) => null,
        (RoundStep.Settling, _) when state.Settlement is { Reserved: true } =>
            "some may be paid already, and all have to be. Retry the step.",
        (RoundStep.Settling, RoundStage.Reserve) when state.Work is { State: RoundStepState.Refused or RoundStepState.AwaitsMoney } => null,
        (RoundStep.Settling, RoundStage.Reserve) => "the treasury may have set aside what is paid. Retry the step.",
        (RoundStep.Settling, _) => "some may be paid already, and all have to be. Retry the step.",
        _ => "its participants were told, and their stakes are being freed. Retry the step.",
    };
}
