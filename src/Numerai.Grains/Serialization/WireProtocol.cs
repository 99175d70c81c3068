namespace Numerai.Grains.Serialization;

/// <summary>
/// The number of what silos say to each other. They tell it before anything else, and one that speaks another number is refused: raise it
/// with whatever silos of the version before would misread, such as a name of <c>Wire/names.txt</c> that goes, and say so in the changelog.
/// </summary>
public static class WireProtocol
{
    /// <summary>
    /// 1: calls and contracts were called by their namespaces. 2: by names of their own
    /// (docs/decisions/0147-wire-names-without-namespaces.md).
    /// </summary>
    public const byte Number = 2;
}
