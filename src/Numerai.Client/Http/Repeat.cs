namespace Numerai.Client.Http;

/// <summary>Whether a call may be sent again when it is unknown if the server carried it out.</summary>
internal enum Repeat
{
    /// <summary>Reads, and commands that the server recognises when they come twice.</summary>
    Safe,

    /// <summary>Only when the server cannot have seen it, or said that it did nothing.</summary>
    OnlyUnsent,
}
