namespace Numerai.Data;

/// <summary>
/// Input that cannot be used: a corrupt, truncated or hostile file, a table of the wrong shape, a panel that breaks a documented rule.
/// <see cref="Code"/> is stable and meant for programs; the message says what was wrong, where, and what to do.
/// </summary>
public sealed class DataFormatException : Exception
{
    public DataFormatException(string code, string message)
        : base(message) => Code = code;

    public DataFormatException(string code, string message, Exception cause)
        : base(message, cause) => Code = code;

    /// <summary>Stable code in snake_case, one of <see cref="DataErrorCodes"/>.</summary>
    public string Code { get; }
}
