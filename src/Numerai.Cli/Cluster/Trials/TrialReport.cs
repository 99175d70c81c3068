using System.Globalization;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>Says what came of a trial, and whether that is right.</summary>
internal static class TrialReport
{
    public static void Disturbances(int silos, SiloKiller killer, TrialServers servers, TrialPlan plan, TrialRun run, Output output)
    {
        var database = killer.DatabaseStopped ? $"PostgreSQL stopped for {plan.DatabaseStop.TotalSeconds} s, " : string.Empty;
        output.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Cluster of {silos}: {killer.Kills} silos killed, {killer.Freezes} frozen, {database}{servers.Repeats} calls repeated, "
            + $"the longest answered after {servers.LongestCall.TotalSeconds:0.0} s; {Times(run)}."));
    }

    public static bool Check(TrialBooks books, TrialPlan plan, Output output)
    {
        var expected = plan.Models * plan.Rounds;
        var right = books.Payouts == expected && books.Conservation.Holds;
        output.Say($"{books.Scores} scores, {books.Payouts} payouts of {expected} submissions, "
            + $"conservation {(books.Conservation.Holds ? "exact" : "BROKEN")}.");
        return right;
    }

    public static bool Compare(TrialBooks undisturbed, TrialBooks disturbed, Output output)
    {
        var different = undisturbed.Lines.Except(disturbed.Lines).ToList();
        var same = undisturbed.Lines.SequenceEqual(disturbed.Lines, StringComparer.Ordinal);
        output.Say(same
            ? $"The same to the bit: {disturbed.Lines.Count} numbers, hash {disturbed.Hash}."
            : $"DIFFERENT: {different.Count} of {undisturbed.Lines.Count} lines, such as '{different.FirstOrDefault()}'.");
        return same;
    }

    public static string Times(TrialRun run) => string.Join(
        ", ", run.Times.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value.TotalSeconds:0.0} s")));
}
