namespace Numerai.Simulations.Economy;

/// <summary>How unequally something is spread.</summary>
public static class Inequality
{
    /// <summary>
    /// Gini coefficient of amounts that are not negative: 0 when all are alike, near 1 when one has all; 0 for none or nothing.
    /// </summary>
    public static double Gini(IEnumerable<double> amounts)
    {
        var sorted = amounts.Order().ToArray();
        var total = sorted.Sum();
        if (sorted.Length == 0 || !(total > 0))
        {
            return 0;
        }

        double weighted = 0;
        for (var place = 0; place < sorted.Length; place++)
        {
            weighted += (place + 1) * sorted[place];
        }

        return (2 * weighted / (sorted.Length * total)) - ((sorted.Length + 1.0) / sorted.Length);
    }
}
