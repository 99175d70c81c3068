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
        catch (Exception error) when (error is ParquetException or OverflowException or ArgumentException or InvalidCastException or NotSupportedException
            or IndexOutOfRangeException or NullReferenceException or EndOfStreamException or OutOfMemoryException)
        {
            // The library reports damage through many types, each with text of its own; the first line says enough.
            var reason = error.Message.Split('\n', 2)[0];
            throw new DataFormatException(DataErrorCodes.ParquetCorrupt, $"File '{name}' is not a readable Parquet file, or is damaged or cut short: {reason}", error);
        }
        catch (IOException error)
        {
            throw new DataFormatException(DataErrorCodes.FileUnreadable, $"File '{name}' cannot be read: {error.Message}", error);
        }
    }
}
