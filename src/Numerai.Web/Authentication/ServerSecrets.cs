using System.Security.Cryptography;

namespace Numerai.Web.Authentication;

/// <summary>
/// The server's own secret, kept in a file of its data folder. Keys for different purposes are derived from it, so that what is signed
/// for one means nothing to another. Without the file no API key is recognised any more: it belongs into every backup.
/// </summary>
public sealed class ServerSecrets
{
    public const string FileName = "server.secret";
    private const int SecretBytes = 32;

    private readonly byte[] _master;

    public ServerSecrets(byte[] master) => _master = master.Length == SecretBytes
        ? master
        : throw new ArgumentException($"The server's secret has {master.Length} bytes; expected {SecretBytes}.", nameof(master));

    /// <summary>A secret that nothing keeps.</summary>
    public static ServerSecrets New() => new(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Reads the file in <paramref name="folder"/>, or makes it, readable by its owner only.</summary>
    /// <exception cref="InvalidDataException">The file is not one of ours.</exception>
    public static ServerSecrets LoadOrCreate(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            PrivateFile.Create(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
        }

        return Read(path);
    }

    /// <summary>Reads a file that holds the secret: a data folder's, or one with what a cluster's silos share.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not one of ours.</exception>
    public static ServerSecrets Read(string path)
    {
        try
        {
            return new ServerSecrets(Convert.FromHexString(File.ReadAllText(path).Trim()));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{path} does not hold a server secret of {SecretBytes} bytes in hexadecimal; restore it from a backup.", fault);
        }
    }

    /// <summary>A key for one purpose (HKDF with SHA-256).</summary>
    public byte[] Derive(string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _master, SecretBytes, System.Text.Encoding.UTF8.GetBytes(purpose));
}
