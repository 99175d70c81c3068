namespace Numerai.Data.Panels;

/// <summary>What files of prices hold, before it is checked.</summary>
/// <param name="Close">Security by security, NaN where a day is missing.</param>
/// <param name="DollarVolume">The same, in units.</param>
/// <param name="Sectors">Null when they stand in a file of their own.</param>
/// <param name="Source">Where it was read from, and as what.</param>
internal sealed record PanelSeries(
    DateOnly[] Dates, string[] Securities, double[] Close, double[] DollarVolume, string[]? Sectors, PanelSource Source)
{
    /// <summary>Cells of one field that are read at most: 20,000 securities over 49 years.</summary>
    private const long MostCells = 250_000_000;

    /// <summary>The cells of one field.</summary>
    /// <exception cref="DataFormatException"><c>file_too_large</c>.</exception>
    public static int Cells(string file, int days, int securities) => (long)days * securities is <= MostCells and var cells
        ? (int)cells
        : throw new DataFormatException(DataErrorCodes.FileTooLarge,
            $"File '{file}' has {days:N0} days x {securities:N0} securities; at most {MostCells:N0} cells are read. If the column of "
                + "tickers is another one, say --columns ticker=NAME.");

    /// <summary>The series without some days.</summary>
    public PanelSeries Without(IReadOnlySet<int> days)
    {
        int[] kept = [.. Enumerable.Range(0, Dates.Length).Where(day => !days.Contains(day))];
        return this with
        {
            Dates = [.. kept.Select(day => Dates[day])],
            Close = Kept(Close, kept),
            DollarVolume = Kept(DollarVolume, kept),
        };
    }

    private double[] Kept(double[] values, int[] days)
    {
        var left = new double[days.Length * Securities.Length];
        for (var security = 0; security < Securities.Length; security++)
        {
            for (var day = 0; day < days.Length; day++)
            {
                left[(security * days.Length) + day] = values[(security * Dates.Length) + days[day]];
            }
        }

        return left;
    }
}
