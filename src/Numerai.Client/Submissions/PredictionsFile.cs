using System.Globalization;
using Numerai.Client.Datasets;

namespace Numerai.Client.Submissions;

/// <summary>Predictions as the Parquet file that a server takes: ids, a day where there are several, and a number for each.</summary>
public static class PredictionsFile
{
    /// <summary>Writes a file; it appears under its name once it is whole.</summary>
    /// <param name="ids">One a row, each once (in a day).</param>
    /// <param name="predictions">From 0 to 1, not all alike, in the order of the ids; only their order among each other counts.</param>
    /// <param name="format">Null for <see cref="PredictionsFormat.OfIds"/>.</param>
    /// <param name="dates">A day for each row, where the file has several; else null.</param>
    /// <exception cref="DatasetException">predictions_invalid: what every server would refuse, before anything is written.</exception>
    public static Task WriteAsync(
        string path,
        IReadOnlyList<string> ids,
        IReadOnlyList<double> predictions,
        PredictionsFormat? format = null,
        IReadOnlyList<DateOnly>? dates = null,
        CancellationToken cancellation = default) => Table(ids, predictions, format, dates).WriteAsync(path, cancellation);

    /// <inheritdoc cref="WriteAsync(string, IReadOnlyList{string}, IReadOnlyList{double}, PredictionsFormat?, IReadOnlyList{DateOnly}?,
    /// CancellationToken)"/>
    /// <summary>Writes the file to a stream, which stays open.</summary>
    public static Task WriteAsync(
        Stream stream,
        IReadOnlyList<string> ids,
        IReadOnlyList<double> predictions,
        PredictionsFormat? format = null,
        IReadOnlyList<DateOnly>? dates = null,
        CancellationToken cancellation = default) => Table(ids, predictions, format, dates).WriteAsync(stream, cancellation);

    private static ParquetTable Table(
        IReadOnlyList<string> ids, IReadOnlyList<double> predictions, PredictionsFormat? format, IReadOnlyList<DateOnly>? dates)
    {
        format ??= PredictionsFormat.OfIds;
        if (ids.Count == 0 || ids.Count != predictions.Count || (dates is not null && dates.Count != ids.Count))
        {
            var days = dates is null ? string.Empty : $" and {dates.Count} days";
            throw Invalid($"There are {ids.Count} ids, {predictions.Count} predictions{days}; there must be as many of each.");
        }

        var known = new HashSet<(string Id, DateOnly Date)>(ids.Count);
        for (var row = 0; row < ids.Count; row++)
        {
            if (string.IsNullOrEmpty(ids[row]))
            {
                throw Invalid($"Row {row + 1} has no id.");
            }

            if (!known.Add((ids[row], dates?[row] ?? default)))
            {
                throw Invalid($"Id '{ids[row]}' comes twice, the second time in row {row + 1}.");
            }

            if (predictions[row] is not (>= 0 and <= 1))
            {
                var value = predictions[row].ToString("R", CultureInfo.InvariantCulture);
                throw Invalid($"The prediction of '{ids[row]}' in row {row + 1} is {value}; predictions lie between 0 and 1.");
            }
        }

        if (predictions.All(prediction => prediction == predictions[0]))
        {
            throw Invalid("All predictions are the same; they must differ.");
        }

        var table = new ParquetTable().Add(format.IdColumn, [.. ids]);
        if (dates is not null)
        {
            table.Add<DateOnly>(format.DateColumn, [.. dates]);
        }

        return table.Add<double>(format.ValueColumn, [.. predictions]);
    }

    private static DatasetException Invalid(string sentence) => new(DatasetException.PredictionsInvalid, sentence);
}
