using System.Runtime.InteropServices;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Schedule;

/// <summary>
/// Whose turn it is to move money. One step of a tournament at a time pins, settles or frees, in the order in which the steps are due, and
/// then by number: pinning takes active stake, settling adds to it and caps burns by it, so the order is part of the result.
/// </summary>
internal static class MoneyLane
{
    /// <param name="given">Whom the lane was given to last.</param>
    /// <param name="steps">Steps under way of the rounds in flight.</param>
    /// <returns>
    /// The step that has the lane, or is to have it: it may still be on its way there, and others that are due later wait for it. Null when
    /// nobody wants it.
    /// </returns>
    public static RoundStepView? Holder(MoneyTurn? given, IReadOnlyCollection<RoundStepView> steps) =>
        steps.FirstOrDefault(step => step.HoldsLane)
        ?? steps.FirstOrDefault(step => step.State == RoundStepState.AwaitsMoney && given?.IsFor(step) == true)
        ?? steps.Where(WillMoveMoney).OrderBy(Place).FirstOrDefault();

    /// <summary>One that fails before it has the lane holds up nobody.</summary>
    private static bool WillMoveMoney(RoundStepView step) => step.State switch
    {
        RoundStepState.AwaitsMoney => true,
        RoundStepState.Running => step.Stage is RoundStage.Seal or RoundStage.Entries || step.Stage.MovesMoney(),
        _ => false,
    };

    private static MoneyPlace Place(RoundStepView step) => new(step.Due, step.Round.Number);
}

/// <summary>The lane as it was given to a step; a step is named by its round and by when it began.</summary>
/// <param name="Number">Counts the givings, so that one that comes late is known as such.</param>
public sealed record MoneyTurn(RoundId Round, DateTimeOffset Started, long Number)
{
    /// <summary>Whether it was given to this step, which has not taken it yet.</summary>
    internal bool IsFor(RoundStepView step) => step.Round == Round && step.Started == Started && step.LaneNumber < Number;
}

/// <summary>Where a step stands in the order in which money moves.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MoneyPlace(DateTimeOffset Due, int Number) : IComparable<MoneyPlace>
{
    public int CompareTo(MoneyPlace other) => (Due, Number).CompareTo((other.Due, other.Number));
}
