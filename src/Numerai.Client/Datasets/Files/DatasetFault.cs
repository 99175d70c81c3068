using Parquet;

namespace Numerai.Client.Datasets.Files;

/// <summary>Makes one exception of the many that the Parquet library throws on damaged files.</summary>
internal static class DatasetFault
{
    public static DatasetException Of(string name, Exception fault) => fault switch
    {
        DatasetException known => known,
        FileNotFoundException or DirectoryNotFoundException => Unreadable($"There is no file '{name}'.", fault),
        UnauthorizedAccessException => Unreadable($"File '{name}' may not be read: {fault.Message}", fault),
        IOException and not EndOfStreamException => Unreadable($"File '{name}' could not be read: {fault.Message}", fault),
        NotSupportedException => new DatasetException(
            DatasetException.Unsupported,
            $"File '{name}' uses a part of Parquet that is not read here: {fault.Message.TrimEnd('.')}.",
            fault),
        _ => Damaged(name, Reason(fault), fault),
    };

    public static DatasetException Damaged(string name, string reason, Exception? fault = null) => new(
        DatasetException.Damaged,
        $"File '{name}' is not a readable Parquet file, or is damaged or cut short{reason}; download it again.",
        fault);

    private static DatasetException Unreadable(string sentence, Exception fault) => new(DatasetException.Unreadable, sentence, fault);

    /// <summary>What the library says of itself (a null reference, an index) tells a reader of the sentence nothing.</summary>
    private static string Reason(Exception fault) => fault is InvalidDataException or EndOfStreamException or ParquetException
        ? ": " + fault.Message.Split('\n', 2)[0].TrimEnd('.', ' ')
        : string.Empty;
}
