using System.Text;
using Numerai.Data.Submissions;

namespace Numerai.Data.Diagnostics;

/// <summary>A participant's predictions, one a row of the validation data; NaN where there is none.</summary>
/// <param name="Values">By row of the validation data.</param>
/// <param name="Rows">Rows of the file whose id is in the validation data.</param>
/// <param name="Dropped">Rows of the file whose id is not.</param>
internal sealed record UploadedPredictions(double[] Values, int Rows, int Dropped)
{
    /// <summary>What the reference compares with: a prediction of exactly 0 or 1 is tolerated, and a rounding error beside it.</summary>
    private const double Tolerance = 1.001e-5;

    private static readonly SubmissionFormat _format = SubmissionFormat.OfIds with { IgnoredColumns = ["era", "data_type"] };

    /// <exception cref="DiagnosticsRefusedException">Ids are missing, repeated or all unknown; a value is missing or outside 0 to
    /// 1.</exception>
    public static UploadedPredictions Read(string path, ValidationRows validation)
    {
        var values = new double[validation.Count];
        values.AsSpan().Fill(double.NaN);
        var (rows, dropped, last) = (0, 0, -1);
        UploadReader.Read(path, _format, _ => { }, (row, id, _, value) =>
        {
            if (id.IsEmpty)
            {
                throw Refuse(SubmissionErrorCodes.Ids, $"Column 'id' has no id in row {row + 1}; every row needs one.");
            }

            var at = validation.Find(id, last + 1);
            if (at < 0)
            {
                dropped++;
                return;
            }

            if (!double.IsNaN(values[at]))
            {
                throw Refuse(SubmissionErrorCodes.Ids,
                    $"Column 'id' has the id '{SubmissionText.Shorten(Encoding.UTF8.GetString(id))}' again in row {row + 1}; each id may "
                        + "stand once.");
            }

            values[at] = value switch
            {
                double.NaN => throw Refuse(SubmissionErrorCodes.Values, $"The prediction is missing in row {row + 1}; every id needs one."),
                < -Tolerance or > 1 + Tolerance => throw Refuse(SubmissionErrorCodes.Values,
                    $"The prediction is {value:R} in row {row + 1}; predictions must lie between 0 and 1."),
                _ => value,
            };
            last = at;
            rows++;
        });
        return rows > 0
            ? new UploadedPredictions(values, rows, dropped)
            : throw Refuse(SubmissionErrorCodes.Ids,
                $"None of the file's {dropped} ids is in the validation data; predict the rows of validation.parquet of this release.");
    }

    private static DiagnosticsRefusedException Refuse(string code, string message) => new(new SubmissionRefusal(code, message));
}
