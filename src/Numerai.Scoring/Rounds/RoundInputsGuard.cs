using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>Refuses shared inputs that are not aligned to the universe or hold a NaN.</summary>
internal static class RoundInputsGuard
{
    public static void Check(RoundInputs inputs)
    {
        CheckVector(nameof(inputs.MetaModel), inputs.MetaModel.Span, inputs.Rows);
        CheckVector(nameof(inputs.BenchmarkMetaModel), inputs.BenchmarkMetaModel.Span, inputs.Rows);
        CheckVector(nameof(inputs.SampleWeights), inputs.SampleWeights.Span, inputs.Rows);
        CheckRows(nameof(inputs.Features), inputs.Features?.Rows, inputs.Rows);
        CheckRows(nameof(inputs.Neutralizers), inputs.Neutralizers?.Rows, inputs.Rows);
    }

    private static void CheckVector(string name, ReadOnlySpan<double> values, int rows)
    {
        CheckRows(name, values.IsEmpty ? null : values.Length, rows);
        int row = Moments.FirstNaN(values);
        if (row >= 0)
        {
            throw new ScoringException(
                ScoringErrorCodes.ContainsNaNs, $"{name} is NaN at row {row}; every row of the universe needs a number.");
        }
    }

    private static void CheckRows(string name, int? given, int rows)
    {
        if (given is int length && length != rows)
        {
            throw new ScoringException(
                ScoringErrorCodes.NotAligned, $"{name} has {length} rows, the universe {rows}; align it to the universe.");
        }
    }
}
