using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>Turns whatever the library throws on a damaged file into one kind of error.</summary>
internal static class ParquetFault
{
    public static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ParquetException or OverflowException or ArgumentException or InvalidCastException
            or NotSupportedException or IndexOutOfRangeException or NullReferenceException or EndOfStreamException or OutOfMemoryException)
        {
            throw new DataFormatException(
                DataErrorCodes.ParquetCorrupt,
                $"File '{name}' is not a readable Parquet file, or is damaged or cut short: {Reason(error)}", error);
        }
        catch (IOException error)
        {
            throw new DataFormatException(DataErrorCodes.FileUnreadable, $"File '{name}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>
    /// The library reports damage through many types, each with text of its own, of which the first line says enough; errors of its native
    /// part wrap the sentence in the mangled name of a type.
    /// </summary>
    private static string Reason(Exception error)
    {
        const string Opening = "(message: '";
        var line = error.Message.Split('\n', 2)[0];
        var wrapped = line.IndexOf(Opening, StringComparison.Ordinal);
        var sentence = wrapped < 0 ? line : line[(wrapped + Opening.Length)..];
        return (sentence.EndsWith("')", StringComparison.Ordinal) ? sentence[..^2] : sentence).TrimEnd('.', ' ') + ".";
    }
}
