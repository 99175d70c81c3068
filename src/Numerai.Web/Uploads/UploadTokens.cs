using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;

namespace Numerai.Web.Uploads;

/// <summary>
/// Signs and checks upload addresses. The token is FILENAME.EXPIRY.SIGNATURE in the alphabet of URLs: who holds it may PUT that one file
/// until then, without a key.
/// </summary>
internal sealed class UploadTokens(ServerSecrets secrets)
{
    private readonly byte[] _key = secrets.Derive("upload-url");

    public string Sign(string filename, DateTimeOffset expires)
    {
        var payload = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(filename))}.{expires.ToUnixTimeSeconds()}";
        return $"{payload}.{Base64Url.EncodeToString(Signature(payload))}";
    }

    /// <summary>The filename that the token speaks for.</summary>
    public Outcome<string> Read(string token, DateTimeOffset now)
    {
        var parts = token.Split('.');
        if (parts.Length != 3
            || !Base64Url.IsValid(parts[0])
            || !Base64Url.IsValid(parts[2])
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var expiry)
            || !CryptographicOperations.FixedTimeEquals(Signature($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2])))
        {
            return new Refusal(
                RefusalCodes.UploadNotFound, "This upload address was not made by this server, or it was cut short; ask for a new one.");
        }

        return now.ToUnixTimeSeconds() < expiry
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]))
            : new Refusal(
                RefusalCodes.UploadExpired,
                $"This upload address expired at {UtcTimeJsonConverter.Text(DateTimeOffset.FromUnixTimeSeconds(expiry))}; ask for a "
                    + "new one.");
    }

    private byte[] Signature(string payload) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(payload));
}
