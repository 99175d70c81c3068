using System.Net;

namespace Numerai.Client;

/// <summary>
/// The server said no, or could not be reached. <see cref="Code"/> is stable; the message is the server's sentence. Codes of the client
/// itself: <see cref="Unreachable"/>, <see cref="NotUnderstood"/>, <see cref="TransferDamaged"/>, <see cref="NoCredentials"/>.
/// </summary>
public sealed class NumeraiApiException : Exception
{
    /// <summary>No answer after all retries, or only that of a proxy with no server behind it.</summary>
    public const string Unreachable = "server_unreachable";

    /// <summary>An answer that is not of this interface, for instance from a proxy.</summary>
    public const string NotUnderstood = "answer_not_understood";

    /// <summary>A download whose hash is not the published one, or an upload that arrived changed.</summary>
    public const string TransferDamaged = "transfer_damaged";

    /// <summary>The call needs an API key and the client has none.</summary>
    public const string NoCredentials = "credentials_missing";

    public NumeraiApiException(string code, string message, HttpStatusCode? status = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Status = status;
    }

    public string Code { get; }

    /// <summary>Null when there was no HTTP answer.</summary>
    public HttpStatusCode? Status { get; }
}
