using Numerai.Scoring.Ranking;

namespace Numerai.Simulations.Agents;

/// <summary>
/// A Signals agent that lets its signal move slowly, since churn and turnover take the stake out of the round: its submission is the mean
/// of what another agent says of this week's public data and of the weeks' before, each week back counting <c>patience</c> as much.
/// </summary>
public sealed class PatientAgent(IAgent inner, double patience) : IAgent
{
    private const double LeastWeight = 0.03;

    /// <summary>Weeks that count at all.</summary>
    public static int Weeks(double patience) => patience <= 0 ? 1 : 1 + (int)Math.Ceiling(Math.Log(LeastWeight) / Math.Log(patience));

    public void Train(AgentView view) => inner.Train(view);

    public AgentSubmission Predict(AgentView view)
    {
        var now = inner.Predict(view);
        if (now.Values is null || view.Signals is not { } signals)
        {
            return now;
        }

        var sum = Centred(now.Values);
        var total = new double[sum.Length];
        Array.Fill(total, 1);
        var weight = 1.0;
        foreach (var earlier in signals.Earlier.Take(Weeks(patience) - 1))
        {
            weight *= patience;
            if (inner.Predict(view.At(earlier)).Values is { } values)
            {
                Add(Centred(values), earlier.Rows, weight, sum, total);
            }
        }

        return now with { Values = [.. sum.Select((value, row) => value / total[row])] };
    }

    private static void Add(double[] then, int[] rows, double weight, double[] sum, double[] total)
    {
        for (var row = 0; row < sum.Length; row++)
        {
            if (rows[row] >= 0)
            {
                sum[row] += weight * then[rows[row]];
                total[row] += weight;
            }
        }
    }

    private static double[] Centred(double[] values)
    {
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        return Array.ConvertAll(ranks, rank => rank - 0.5);
    }
}
