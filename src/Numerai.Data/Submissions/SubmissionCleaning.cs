using Numerai.Scoring.Ranking;

namespace Numerai.Data.Submissions;

/// <summary>Turns predictions per live id into what scoring reads: values or rank codes aligned to the sorted universe.</summary>
public static class SubmissionCleaning
{
    /// <summary>
    /// Cleans a submission that was not checked: ids that are not live are dropped, of a repeated id the first row is kept, predictions are
    /// aligned to the sorted universe and, if asked, ranked with 0.5 for rows without one.
    /// </summary>
    /// <exception cref="DataFormatException"><c>empty_submission</c>, or <c>column_missing</c> when the universe lacks this kind of
    /// id.</exception>
    public static double[] Clean(ParsedSubmission parsed, SubmissionUniverse universe, bool rankAndFill)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(universe);
        if (parsed.Rows == 0)
        {
            throw new DataFormatException(DataErrorCodes.SubmissionEmpty, "The submission has no rows; there is nothing to clean.");
        }

        KeyMap keys = universe.KeyMap(parsed.Header.KeyColumn) ?? throw new DataFormatException(
            DataErrorCodes.ColumnMissing, $"The universe has no ids of kind '{parsed.Header.KeyColumn}'.");
        double[] aligned = Align(universe, keys, new LiveRows(parsed, keys).ValuesByEntry);
        return rankAndFill ? RankAndFill(aligned) : aligned;
    }

    /// <summary>
    /// Aligns predictions to the universe. When several live ids stand for one row, the first in the universe's order does, even when it
    /// has no prediction. Rows without a prediction are NaN.
    /// </summary>
    /// <param name="universe">The universe.</param>
    /// <param name="keys">The kind of id the values are listed by.</param>
    /// <param name="valuesByEntry">One value per entry of <paramref name="keys"/>, NaN for none.</param>
    public static double[] Align(SubmissionUniverse universe, KeyMap keys, ReadOnlySpan<double> valuesByEntry)
    {
        ArgumentNullException.ThrowIfNull(universe);
        ArgumentNullException.ThrowIfNull(keys);
        double[] values = new double[universe.Ids.Count];
        Array.Fill(values, double.NaN);
        bool[] taken = new bool[values.Length];
        for (int entry = 0; entry < valuesByEntry.Length; entry++)
        {
            int row = keys.UniverseRow(entry);
            if (row >= 0 && !taken[row])
            {
                taken[row] = true;
                values[row] = valuesByEntry[entry];
            }
        }

        return values;
    }

    /// <summary>
    /// Ranks aligned values with ties kept, the number of ranks being the number of values that are not NaN, and gives the rest 0.5.
    /// </summary>
    public static double[] RankAndFill(ReadOnlySpan<double> alignedValues)
    {
        double[] ranks = new double[alignedValues.Length];
        Ranks.TieKept(alignedValues, ranks);
        foreach (ref double rank in ranks.AsSpan())
        {
            rank = double.IsNaN(rank) ? 0.5 : rank;
        }

        return ranks;
    }

    /// <summary>The rank codes of a submission: those of its aligned, ranked and filled values.</summary>
    /// <exception cref="ArgumentException">The universe has more rows than <see cref="RankCodes.MaximumRows"/>.</exception>
    public static ushort[] RankCodesOf(
        SubmissionUniverse universe, KeyMap keys, ReadOnlySpan<double> valuesByEntry, RankWorkspace workspace)
    {
        double[] aligned = Align(universe, keys, valuesByEntry);
        int[] rows = new int[aligned.Length];
        int given = 0;
        for (int row = 0; row < aligned.Length; row++)
        {
            if (!double.IsNaN(aligned[row]))
            {
                aligned[given] = aligned[row];
                rows[given++] = row;
            }
        }

        ushort[] codes = new ushort[aligned.Length];
        ushort[] givenCodes = given == codes.Length ? codes : new ushort[given];
        RankCodes.TieKept(aligned.AsSpan(0, given), givenCodes, workspace);
        if (given < codes.Length)
        {
            RankCodes.FillMissing(givenCodes, rows.AsSpan(0, given), codes, workspace);
        }

        return codes;
    }
}
