namespace Numerai.Storage;

/// <summary>A database that can't be used as it is, with a code and a sentence for whoever runs it.</summary>
public sealed class DatabaseRefusedException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It did not answer for as long as one was willing to wait.</summary>
    public const string Unavailable = "database_unavailable";

    /// <summary>It answers, but not to this user, password or database name.</summary>
    public const string AccessDenied = "database_access_denied";

    /// <summary>It answers, but was made in a way that does not fit.</summary>
    public const string Unfit = "database_unfit";

    public string Code { get; } = code;
}
