namespace Numerai.Storage.Files;

/// <summary>A data folder lives on another kind of clock than the one it was opened with.</summary>
public sealed class DataFolderClockException : Exception
{
    private DataFolderClockException(string code, string message)
        : base(message) => Code = code;

    public string Code { get; }

    /// <param name="time">What its clock has come to.</param>
    public static DataFolderClockException OfVirtual(string folder, DateTimeOffset time) => new(
        "data_folder_virtual_clock",
        $"The data folder '{folder}' lives on a virtual clock, which stands at {Text(time)}; on real time its rounds would jump to today. "
        + $"Start it with --virtual-clock {Text(time)}, or choose another folder.");

    /// <param name="mark">The file that would say otherwise.</param>
    public static DataFolderClockException OfReal(string folder, string mark) => new(
        "data_folder_real_clock",
        $"The data folder '{folder}' lives on real time and can't be moved to a virtual clock; start it without --virtual-clock, or "
            + "choose another folder. "
        + $"If an earlier version made it with --virtual-clock and never moved the clock, write the clock's time into {mark} first.");

    private static string Text(DateTimeOffset time) => $"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
