namespace Numerai.Scoring.Tests.Rounds;

/// <summary>The scores written the obvious way, row by row, as the oracle of the fast ones.</summary>
internal static class PlainScores
{
    public static double[] Gaussian(double[] values)
    {
        double[] ranks = [.. values.Select(value =>
            ((values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0)) - 0.5) / values.Length)];
        return [.. ranks.Select(Numerai.Scoring.Statistics.NormalQuantile.Of)];
    }

    public static double[] Power(double[] values) => [.. values.Select(value => Math.Sign(value) * Math.Pow(Math.Abs(value), 1.5))];

    public static double[] Center(double[] values)
    {
        double mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }

    public static double Dot(double[] left, double[] right) => left.Zip(right, (x, y) => x * y).Sum();

    public static double Pearson(double[] left, double[] right)
    {
        double[] x = Center(left);
        double[] y = Center(right);
        return Dot(x, y) / Math.Sqrt(Dot(x, x) * Dot(y, y));
    }

    public static double Corr(double[] predictions, double[] target) => Pearson(Power(Gaussian(predictions)), Power(Center(target)));

    public static double Contribution(double[] predictions, double[] metaModel, double[] target)
    {
        double[] p = Gaussian(predictions);
        double[] m = Gaussian(metaModel);
        double share = Dot(p, m) / Dot(m, m);
        double[] rest = [.. p.Zip(m, (x, y) => x - (y * share))];
        double[] t = Center([.. target.Select(value => value * 4)]);
        return Dot(rest, t) / t.Length;
    }

    public static double[] Weights(double[] predictions, double[][] neutralizers, double[] sampleWeights)
    {
        double[] s = Power(Gaussian(predictions));
        double[] weighted = [.. s.Zip(sampleWeights, (x, v) => x * v)];
        double[] rest = [.. s];
        foreach (double[] column in neutralizers)
        {
            double loading = Dot(column, weighted);
            for (int row = 0; row < rest.Length; row++)
            {
                rest[row] -= column[row] * loading;
            }
        }

        return [.. rest.Zip(sampleWeights, (x, v) => x * v)];
    }

    public static double Alpha(double[] weights, double[] target) => Dot(weights, Center(target)) / target.Length;

    public static double[] PortfolioContributions(double[][] weights, double[] shares, double[] target)
    {
        double[][] centered = [.. weights.Select(Center)];
        double[] portfolio = new double[target.Length];
        for (int model = 0; model < shares.Length; model++)
        {
            for (int row = 0; row < portfolio.Length; row++)
            {
                portfolio[row] += shares[model] * centered[model][row];
            }
        }

        portfolio = Center(portfolio);
        double squares = Dot(portfolio, portfolio);
        double[] t = Center(target);
        return [.. centered.Select(column =>
        {
            double share = Dot(column, portfolio) / squares;
            double[] rest = [.. column.Zip(portfolio, (x, y) => x - (y * share))];
            return Dot(rest, t) / Math.Sqrt(squares) / 50;
        })];
    }
}
