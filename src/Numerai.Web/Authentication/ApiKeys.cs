using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;

namespace Numerai.Web.Authentication;

/// <summary>
/// Makes API keys and hashes their secrets. A secret is 256 random bits, so one keyed hash protects it as well as a slow one would. The
/// random part of a public id is derived from the secret: who repeats a request with the same secret asks for the same key.
/// </summary>
internal sealed class ApiKeys(ServerSecrets secrets)
{
    public const int MinimumSecretLength = 43;
    public const int MaximumSecretLength = 128;

    private readonly byte[] _hashKey = secrets.Derive("api-key-secret");
    private readonly byte[] _idKey = secrets.Derive("api-key-public-id");

    public string Hash(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(secret)));

    /// <param name="secret">Made by the caller, or null to have one made.</param>
    public Outcome<(AddApiKey Command, string Secret)> Make(AccountId account, string? secret, string name, ImmutableArray<string> scopes)
    {
        secret ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (secret.Length is < MinimumSecretLength or > MaximumSecretLength || !secret.All(IsPlain))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The field 'secret' has {MinimumSecretLength} to {MaximumSecretLength} letters, digits, '-' and '_' that hold at least "
                    + "256 random bits; "
                + "leave it out to have one made.");
        }

        if (name.Length is 0 or > 100 || name.Any(char.IsControl))
        {
            return new Refusal(RefusalCodes.InvalidRequest, "The name of a key is 1 to 100 characters without control characters.");
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_idKey, Encoding.UTF8.GetBytes($"{account}/{secret}"), hash);
        var publicId = PublicKeyId.Create(account, BinaryPrimitives.ReadUInt32BigEndian(hash));
        return (new AddApiKey(publicId, Hash(secret), name, scopes), secret);
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
