using System.Globalization;
using Numerai.Storage.Sqlite;

namespace Numerai.Storage.Files;

/// <summary>
/// A file in a data folder whose tournament lives on a virtual clock, with the time it has come to. On real time such a folder would jump,
/// and close and resolve whatever came due in between; a folder that lives on real time would stand still on a virtual one. A folder
/// without a mark lives on real time.
/// </summary>
public static class ClockMark
{
    private const string FileName = "virtual-clock";

    /// <summary>Where the mark of a folder is.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>
    /// The time that a folder's virtual clock has come to; null when the folder lives on real time, or holds nothing yet.
    /// </summary>
    /// <exception cref="InvalidDataException">The mark holds no time.</exception>
    public static DateTimeOffset? Read(string folder)
    {
        var path = PathIn(folder);
        return !File.Exists(path)
            ? null
            : DateTimeOffset.TryParse(
                File.ReadAllText(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time)
                ? time
                : throw new InvalidDataException(
                    $"{path} does not hold a time; write the one that the virtual clock had come to, such as 2026-01-02T03:04:05Z.");
    }

    public static void Write(string folder, DateTimeOffset time)
    {
        var next = PathIn(folder) + ".next";
        File.WriteAllText(next, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        File.Move(next, PathIn(folder), overwrite: true);
    }

    /// <summary>Refuses a folder that lives on the other kind of clock.</summary>
    /// <exception cref="DataFolderClockException">It does.</exception>
    public static void Require(string folder, bool virtualTime)
    {
        var mark = Read(folder);
        if (!SqliteStores.IsIn(folder))
        {
            // What a start that came to nothing left behind says nothing of the folder.
            File.Delete(PathIn(folder));
        }
        else if (mark is { } time && !virtualTime)
        {
            throw DataFolderClockException.OfVirtual(folder, time);
        }
        else if (mark is null && virtualTime)
        {
            throw DataFolderClockException.OfReal(folder, PathIn(folder));
        }
    }
}
