using System.Security.Cryptography;

namespace Numerai.Data.Keys;

/// <summary>
/// The operator's private key for manifests: ECDSA on curve P-256 with SHA-256, as a PKCS #8 PEM file that only its owner can read. It
/// never goes into a release; its public half is for everyone.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key) => _key = key;

    /// <summary>A new key from the system's cryptographic source.</summary>
    public static SigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a key file.</summary>
    /// <exception cref="DataFormatException"><c>key_file_invalid</c>, or <c>key_file_exposed</c> when others than its owner may read
    /// it.</exception>
    public static SigningKey Load(string path)
    {
        var text = KeyFile.Read(path);
        if (!text.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new DataFormatException(DataErrorCodes.KeyFileInvalid, $"File '{path}' holds no private key in PEM form.");
        }

        return new SigningKey(PublicSigningKey.Import(text, path));
    }

    /// <summary>The half that anyone may have.</summary>
    public PublicSigningKey Public => PublicSigningKey.Parse(_key.ExportSubjectPublicKeyInfoPem(), "public key");

    /// <summary>Writes the key to a new file readable by its owner only; an existing file is never replaced.</summary>
    /// <exception cref="DataFormatException"><c>key_file_exists</c>.</exception>
    public void Save(string path) =>
        KeyFile.Create(path, _key.ExportPkcs8PrivateKeyPem() + "\n", "participants trust releases by it");

    /// <summary>A signature in DER form, as OpenSSL writes and reads it. Each call gives another one; all are valid.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content) =>
        _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();

    /// <summary>Says that it is a key, not which.</summary>
    public override string ToString() => "signing key (secret)";
}
