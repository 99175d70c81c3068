using System.Security.Cryptography;

namespace Numerai.Data.Keys;

/// <summary>The public half of a <see cref="SigningKey"/>: checks manifests offline.</summary>
public sealed class PublicSigningKey
{
    private readonly ECDsa _key;

    private PublicSigningKey(ECDsa key, string pem)
    {
        _key = key;
        Pem = pem;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>The key as it is written to a file (SubjectPublicKeyInfo in PEM form).</summary>
    public string Pem { get; }

    /// <summary>SHA-256 of the key's DER form, 64 lowercase hexadecimal digits: what an operator announces, so that a key can be told from
    /// a forged one.</summary>
    public string Fingerprint { get; }

    /// <exception cref="DataFormatException"><c>key_file_invalid</c>.</exception>
    public static PublicSigningKey Load(string path) => File.Exists(path)
        ? Parse(File.ReadAllText(path), path)
        : throw new DataFormatException(DataErrorCodes.KeyFileInvalid, $"There is no key file '{path}'.");

    /// <summary>Writes the key; an existing file is never replaced.</summary>
    public void Save(string path)
    {
        using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
        file.Write(Pem + "\n");
    }

    /// <summary>Whether the signature of the content was made with the private half.</summary>
    public bool Verifies(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    internal static PublicSigningKey Parse(string pem, string name)
    {
        var key = Import(pem, name);
        return new PublicSigningKey(key, key.ExportSubjectPublicKeyInfoPem());
    }

    internal static ECDsa Import(string pem, string name)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.KeySize == 256
                ? key
                : throw new DataFormatException(DataErrorCodes.KeyFileInvalid, $"The key in '{name}' is not on curve P-256.");
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw new DataFormatException(
                DataErrorCodes.KeyFileInvalid, $"File '{name}' is not a signing key in PEM form: {error.Message}", error);
        }
    }
}
