namespace Numerai.Client.Datasets;

/// <summary>
/// A data file cannot be read, or what was asked of it is not in it. <see cref="Code"/> is stable; the message is a sentence for
/// people.
/// </summary>
public sealed class DatasetException : Exception
{
    /// <summary>The file is not there, or the disk refuses it.</summary>
    public const string Unreadable = "file_unreadable";

    /// <summary>The file is no Parquet file, or is damaged or cut short.</summary>
    public const string Damaged = "parquet_corrupt";

    /// <summary>The file uses a part of Parquet that this reader does not know, such as an encoding or a codec.</summary>
    public const string Unsupported = "parquet_unsupported";

    /// <summary>The file claims more than <see cref="DatasetReaderOptions"/> allows.</summary>
    public const string TooLarge = "file_too_large";

    /// <summary>One read took longer than <see cref="DatasetReaderOptions.Timeout"/>; the reader cannot be used any more.</summary>
    public const string TimedOut = "read_timed_out";

    public const string ColumnMissing = "column_missing";

    /// <summary>The column holds something else than was asked for, such as text instead of numbers.</summary>
    public const string ColumnWrongType = "column_wrong_type";

    /// <summary>Rows of one era do not stand together.</summary>
    public const string EraScattered = "era_scattered";

    /// <summary><c>features.json</c> cannot be read.</summary>
    public const string FeaturesInvalid = "features_invalid";

    /// <summary><c>features.json</c> has no feature set of that name.</summary>
    public const string FeatureSetNotFound = "feature_set_not_found";

    /// <summary>Predictions that no server would take.</summary>
    public const string PredictionsInvalid = "predictions_invalid";

    public DatasetException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    public string Code { get; }
}
