using FsCheck.Xunit;
using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Tests.Ranking;

public sealed class RankCodesTests
{
    private readonly RankWorkspace workspace = new();

    [Property(MaxTest = 300)]
    public void Codes_are_those_of_counting_smaller_and_equal_values(double[] values)
    {
        double[] numbers = [.. values.Where(value => !double.IsNaN(value))];
        Assert.Equal(CountedCodes(numbers), Codes(numbers));
    }

    [Property(MaxTest = 300)]
    public void Codes_of_heavily_tied_values_are_those_of_counting(sbyte[] values)
    {
        double[] numbers = [.. values.Select(value => Math.Round(value / 10.0))];
        Assert.Equal(CountedCodes(numbers), Codes(numbers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Codes_of_a_whole_universe_are_those_of_counting(int shape)
    {
        double[] values = Shaped(shape, 3_000);
        Assert.Equal(CountedCodes(values), Codes(values));
    }

    [Property(MaxTest = 200)]
    public void Codes_of_a_subset_are_codes_of_its_values(sbyte[] values, int seed)
    {
        double[] numbers = [.. values.Select(value => (double)value)];
        Random random = new(seed);
        int[] rows = [.. Enumerable.Range(0, numbers.Length).Where(_ => random.Next(3) > 0)];
        random.Shuffle(rows);
        ushort[] subset = new ushort[rows.Length];
        RankCodes.Subset(Codes(numbers), rows, subset, workspace);
        Assert.Equal(CountedCodes([.. rows.Select(row => numbers[row])]), subset);
    }

    [Property(MaxTest = 200)]
    public void Filling_missing_rows_ranks_them_as_one_half(sbyte[] values, byte missing, int seed)
    {
        double[] given = [.. values.Select(value => (double)value)];
        int[] rows = [.. Enumerable.Range(0, given.Length + missing)];
        new Random(seed).Shuffle(rows);
        double[] ranks = new double[given.Length];
        Ranks.TieKept(given, ranks);
        double[] filled = new double[rows.Length];
        Array.Fill(filled, 0.5);
        for (int place = 0; place < given.Length; place++)
        {
            filled[rows[place]] = ranks[place];
        }

        ushort[] codes = new ushort[rows.Length];
        RankCodes.FillMissing(Codes(given), rows.AsSpan(0, given.Length), codes, workspace);
        Assert.Equal(CountedCodes(filled), codes);
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_refused_with_its_row()
    {
        ScoringException refusal = Assert.Throws<ScoringException>(() => Codes([0.1, double.NaN]));
        Assert.Equal(ScoringErrorCodes.ContainsNaNs, refusal.Code);
        Assert.Contains("Row 1", refusal.Message);
    }

    [Fact]
    public void A_code_over_twice_the_rows_is_the_tie_kept_rank_to_the_last_bit()
    {
        double[] values = Shaped(2, 1_777);
        double[] ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        ushort[] codes = Codes(values);
        Assert.All(Enumerable.Range(0, values.Length), row => Assert.Equal(ranks[row], (double)codes[row] / (2 * values.Length)));
    }

    /// <summary>Columns that take each path of the sort: even, bunched, tied, wild, infinite, constant.</summary>
    internal static double[] Shaped(int shape, int rows)
    {
        Random random = new(1_000 + shape);
        return [.. Enumerable.Range(0, rows).Select(row => shape switch
        {
            0 => random.NextDouble(),
            1 => Math.Pow(random.NextDouble(), 40),
            2 => Math.Round(random.NextDouble(), 2),
            3 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)),
            4 => row % 5 == 0 ? double.PositiveInfinity : row % 7 == 0 ? double.NegativeInfinity : random.NextDouble(),
            5 => row % 2 == 0 ? 0.0 : -0.0,
            _ => 0.5 + (random.Next(40) * 1e-16),
        })];
    }

    private static ushort[] CountedCodes(double[] values) =>
        [.. values.Select(value => (ushort)((2 * values.Count(other => other < value)) + values.Count(other => other == value)))];

    private ushort[] Codes(double[] values)
    {
        ushort[] codes = new ushort[values.Length];
        RankCodes.TieKept(values, codes, workspace);
        return codes;
    }
}
