namespace Numerai.Tournament.Automation;

/// <summary>The most bytes that files of a feed may have.</summary>
internal static class FeedLimits
{
    /// <summary>Live files and those published beside them; they go to disk.</summary>
    public const long Published = 4L << 30;

    /// <summary>Targets, maps of ids and the calendar, which are read whole.</summary>
    public const long Read = 64L << 20;
}
