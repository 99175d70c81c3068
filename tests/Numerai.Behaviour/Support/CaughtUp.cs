using Numerai.Contracts;
using Numerai.Tournament.Automation;

namespace Numerai.Behaviour;

/// <summary>What automation did after an outage.</summary>
internal static class CaughtUp
{
    /// <summary>
    /// Everything that was due was done once, each round's steps in their order, and all openings, closings and settlements in the order in
    /// which they were due. Scoring goes on beside other rounds, so when it is done does not matter to them.
    /// </summary>
    /// <param name="expected">In the order in which they were due.</param>
    /// <param name="view">What was done.</param>
    public static void InOrder(IReadOnlyList<string> expected, AutomationView view)
    {
        var steps = view.Recent.Select(record => record.Step).ToList();
        Assert.Equal(expected, steps.OrderBy(step => step.Due).ThenBy(step => step.Kind).Select(step => $"{step.Kind} {step.Round}"));
        var others = steps.Where(step => step.Kind != AutomationStepKind.Score).ToList();
        Assert.Equal(others.OrderBy(step => step.Due), others);
        foreach (var round in steps.Where(step => step.Round > 0).GroupBy(step => step.Round))
        {
            Assert.Equal(round.OrderBy(step => step.Due).ThenBy(step => step.Kind), round);
        }
    }
}
