using System.Diagnostics;

namespace Numerai.Grains.Calls;

/// <summary>Where spans of actor calls come from.</summary>
public static class ActorTracing
{
    public const string SourceName = "Numerai.Actors";

    internal static ActivitySource Source { get; } = new(SourceName);
}
