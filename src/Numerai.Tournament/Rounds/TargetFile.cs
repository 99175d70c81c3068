using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Targets;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// Reads a published target: CSV or Parquet with the key column of the tournament, target, and the further targets it knows.
/// </summary>
internal static class TargetFile
{
    /// <summary>The share of live ids that a target must cover.</summary>
    public const double SmallestCoverage = 0.8;

    /// <summary>
    /// The targets aligned to the universe, one after the other in the order of the columns, NaN where there is none. Only the first column
    /// has to be there. Refused: invalid_target, target_of_another_day.
    /// </summary>
    /// <param name="wanted">What a file that says what it is of has to say.</param>
    public static Outcome<AlignedTarget> Align(
        byte[] content, LiveIds universe, string keyColumn, TournamentPreset preset, TargetMark wanted)
    {
        var columns = preset.Targets;
        try
        {
            var table = Read(content, keyColumn, columns);
            var mark = TargetMark.In(table.Metadata);
            if (mark is not null && CheckMark(mark, wanted, preset) is { } another)
            {
                return another;
            }

            var rows = Rows(table.Values<string>(keyColumn), keyColumn, universe);
            var aligned = new double[columns.Length * universe.Rows];
            Array.Fill(aligned, double.NaN);
            for (var column = 0; column < columns.Length; column++)
            {
                if (column == 0 || table.Has(columns[column]))
                {
                    Align(table.Doubles(columns[column]), columns[column], rows, aligned.AsSpan(column * universe.Rows, universe.Rows));
                }
            }

            return new AlignedTarget(aligned, mark is not null);
        }
        catch (DataFormatException error) when (error.Code == RefusalCodes.InvalidTarget)
        {
            return new Refusal(RefusalCodes.InvalidTarget, error.Message);
        }
        catch (DataFormatException error)
        {
            return new Refusal(RefusalCodes.InvalidTarget, $"The target can't be read: {error.Message}");
        }
    }

    /// <summary>
    /// Whether a file is of the round and day it is published for. Where ids are new in every round they say which one it is, whatever
    /// number the release gave it; where securities keep their ids, only the day of the universe does.
    /// </summary>
    private static Refusal? CheckMark(TargetMark mark, TargetMark wanted, TournamentPreset preset)
    {
        var sameRound = mark.Round == wanted.Round || !preset.KeepsIds;
        return sameRound && mark.Tournament == wanted.Tournament && mark.Day == wanted.Day
            ? null
            : new Refusal(
                RefusalCodes.TargetOfAnotherDay,
                $"The file says that it is the target of {mark}, but it was published for {wanted}; take the file of that day. "
                    + "Publishing early does not lift this.");
    }

    private static Table Read(byte[] content, string keyColumn, ImmutableArray<string> columns)
    {
        using var stream = new MemoryStream(content, writable: false);
        if (!content.AsSpan().StartsWith("PAR1"u8))
        {
            return CsvTable.Read(stream, "target", columns.ToDictionary(column => column, _ => ColumnType.Float64));
        }

        using var reader = ParquetReader.Open(stream, "target", ParquetLimits.Upload);
        return reader.ReadAll([keyColumn, columns[0], .. columns.Skip(1).Where(name => reader.Columns.Any(column => column.Name == name))]);
    }

    private static int[] Rows(string[] ids, string keyColumn, LiveIds universe)
    {
        var rows = new int[ids.Length];
        var seen = new bool[universe.Rows];
        for (var line = 0; line < ids.Length; line++)
        {
            rows[line] = ids[line] is { } id ? universe.RowOf(id) : -1;
            if (rows[line] < 0 || seen[rows[line]])
            {
                throw Invalid(rows[line] < 0
                    ? $"Row {line + 1} of the target has the {keyColumn} '{ids[line]}', which is not live in this round."
                    : $"Row {line + 1} of the target repeats the {keyColumn} '{ids[line]}'.");
            }

            seen[rows[line]] = true;
        }

        return rows;
    }

    private static void Align(double[] targets, string column, int[] rows, Span<double> aligned)
    {
        var covered = 0;
        for (var line = 0; line < targets.Length; line++)
        {
            if (!double.IsNaN(targets[line]))
            {
                aligned[rows[line]] = targets[line] is >= 0 and <= 1
                    ? targets[line]
                    : throw Invalid($"Row {line + 1} of the column '{column}' has the value {targets[line]}; targets lie in 0..1.");
                covered++;
            }
        }

        if (covered < SmallestCoverage * aligned.Length)
        {
            throw Invalid(
                $"The column '{column}' covers {covered} of the {aligned.Length} live ids; at least {SmallestCoverage:P0} are needed.");
        }
    }

    private static DataFormatException Invalid(string message) => new(RefusalCodes.InvalidTarget, message);
}
