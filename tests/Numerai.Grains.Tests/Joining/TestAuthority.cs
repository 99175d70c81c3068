using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests.Joining;

/// <summary>An authority of a test's own, with the files that a silo's settings name.</summary>
internal sealed class TestAuthority : IDisposable
{
    public const string Password = "open sesame";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-tls-");
    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=silos of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(_now.AddDays(-10), _now.AddDays(10));
        File.WriteAllText(PathOf("authority.pem"), _root.ExportCertificatePem());
    }

    /// <summary>Settings with a new certificate: key and certificate in PEM files.</summary>
    public SiloSettings Settings(string name, int validDays = 5)
    {
        var (certificate, key) = Issue(name, validDays);
        using (certificate)
        using (key)
        {
            File.WriteAllText(PathOf(name + ".pem"), certificate.ExportCertificatePem());
            File.WriteAllText(PathOf(name + ".key"), key.ExportPkcs8PrivateKeyPem());
        }

        var (own, keyFile) = (PathOf(name + ".pem"), PathOf(name + ".key"));
        return new SiloSettings { TlsCertificate = own, TlsKey = keyFile, TlsAuthority = PathOf("authority.pem") };
    }

    /// <summary>Settings with a new certificate in one locked PKCS #12 file.</summary>
    public SiloSettings LockedSettings(string name)
    {
        var (certificate, key) = Issue(name, 5);
        using (certificate)
        using (key)
        using (var both = certificate.CopyWithPrivateKey(key))
        {
            File.WriteAllBytes(PathOf(name + ".pfx"), both.Export(X509ContentType.Pkcs12, Password));
        }

        return new SiloSettings { TlsCertificate = PathOf(name + ".pfx"), TlsPassword = Password, TlsAuthority = PathOf("authority.pem") };
    }

    public void Dispose()
    {
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    private (X509Certificate2 Certificate, ECDsa Key) Issue(string name, int validDays)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        return (request.Create(_root, _now.AddDays(-9), _now.AddDays(validDays), RandomNumberGenerator.GetBytes(8)), key);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
