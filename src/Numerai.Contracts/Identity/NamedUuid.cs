using System.Security.Cryptography;
using System.Text;

namespace Numerai.Contracts;

/// <summary>
/// Derives UUIDs (version 8) from names. The actor that a unique name leads to is then itself the claim on that name: registering
/// twice meets the first registration, without a directory that all registrations would queue behind.
/// </summary>
public static class NamedUuid
{
    /// <summary>First 16 bytes of SHA-256 over the UTF-8 name, with the version and variant bits of RFC 9562.</summary>
    public static Guid Create(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public static AccountId Account(string username) => new(Create("account/" + Names.Normalise(username)));

    public static ModelId Model(TournamentId tournament, string name) => new(Create($"model/{tournament.Number}/{Names.Normalise(name)}"));

    public static SubmissionId Submission(ModelId model, string upload) => new(Create($"submission/{model}/{upload}"));

    /// <summary>
    /// A griefing agreement; <paramref name="command"/> is the id its creator gave, so that creating it again meets the first one.
    /// </summary>
    public static AgreementId Agreement(AccountId creator, string command) => new(Create($"agreement/{creator}/{command}"));

    /// <inheritdoc cref="Agreement"/>
    public static AgreementId Escrow(AccountId creator, string command) => new(Create($"escrow/{creator}/{command}"));

    /// <summary>The agreement that a finalised escrow turns into.</summary>
    public static AgreementId AgreementOf(AgreementId escrow) => new(Create($"agreement-of-escrow/{escrow}"));

    public static AgreementId Feed(AccountId author, string name) => new(Create($"feed/{author}/{Names.Normalise(name)}"));
}
