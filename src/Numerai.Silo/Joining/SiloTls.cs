using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Numerai.Silo.Hosting;
using Orleans.Connections.Security;

namespace Numerai.Silo.Joining;

/// <summary>
/// TLS between silos: this silo's certificate, and the authority whose certificates are silos'. Names in certificates do not matter, since
/// silos come and go under changing addresses: the authority issues to nobody else.
/// </summary>
internal sealed class SiloTls(X509Certificate2 own, X509Certificate2Collection authority, TimeProvider time)
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>For connections that other silos open; they have to show a certificate too.</summary>
    public TlsOptions Inbound => Options(ClientUse);

    /// <summary>For connections that this silo opens.</summary>
    public TlsOptions Outbound => Options(ServerUse);

    /// <summary>What the settings name; null without TLS, or when something is wrong with it.</summary>
    /// <param name="settings">The silo's settings.</param>
    /// <param name="time">Tells whether a certificate has run out.</param>
    /// <param name="wrong">Gets a sentence for each thing that is wrong.</param>
    public static SiloTls? Load(SiloSettings settings, TimeProvider time, List<string> wrong)
    {
        if (settings.TlsCertificate is null)
        {
            if (settings.TlsKey is not null || settings.TlsPassword is not null || settings.TlsAuthority is not null)
            {
                wrong.Add("Silo:TlsCertificate is missing, though other settings of TLS are there; "
                    + "name the silo's certificate, or take the others away.");
            }

            return null;
        }

        if (settings.TlsAuthority is null)
        {
            wrong.Add("Silo:TlsAuthority is missing; it is a PEM file with the authority that issues certificates to the silos of this "
                + "cluster and to nobody else.");
            return null;
        }

        var own = Read("TlsCertificate", settings.TlsCertificate, wrong, () => ReadOwn(settings));
        var authority = Read("TlsAuthority", settings.TlsAuthority, wrong, () => ReadAuthority(settings.TlsAuthority));
        if (own is null || authority is null)
        {
            return null;
        }

        var tls = new SiloTls(own, authority, time);
        return tls.Check(settings, wrong) ? tls : null;
    }

    /// <summary>Whether the authority issued a certificate for a use, and it has not run out.</summary>
    public bool Trusts(X509Certificate2 certificate, string use)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.GetLocalNow().DateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(use));
        return chain.Build(certificate);
    }

    private TlsOptions Options(string use) => new()
    {
        LocalCertificate = own,
        RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
        ClientCertificateMode = RemoteCertificateMode.RequireCertificate,
        RemoteCertificateValidation = (certificate, _, _) => Trusts(certificate, use),
    };

    private bool Check(SiloSettings settings, List<string> wrong)
    {
        var sentence = !own.HasPrivateKey
            ? $"Silo:TlsCertificate '{settings.TlsCertificate}' has no private key; "
                + "name the key's file in Silo:TlsKey, or give a PKCS #12 file that holds it."
            : !Trusts(own, ServerUse) || !Trusts(own, ClientUse)
                ? $"Silo:TlsCertificate '{settings.TlsCertificate}' (valid {own.NotBefore:yyyy-MM-dd} to {own.NotAfter:yyyy-MM-dd}) "
                    + $"is not one that other silos would trust today; it is issued by Silo:TlsAuthority '{settings.TlsAuthority}', has "
                        + "not run out, and is for servers and clients alike."
                : null;
        if (sentence is not null)
        {
            wrong.Add(sentence);
        }

        return sentence is null;
    }

    private static X509Certificate2 ReadOwn(SiloSettings settings) => (settings.TlsKey, settings.TlsPassword) switch
    {
        (null, var password) => X509CertificateLoader.LoadPkcs12FromFile(settings.TlsCertificate!, password),
        ({ } key, null) => X509Certificate2.CreateFromPemFile(settings.TlsCertificate!, key),
        ({ } key, { } password) => X509Certificate2.CreateFromEncryptedPemFile(settings.TlsCertificate!, password, key),
    };

    private static X509Certificate2Collection ReadAuthority(string path)
    {
        var authority = new X509Certificate2Collection();
        authority.ImportFromPemFile(path);
        return authority.Count > 0 ? authority : throw new CryptographicException("there is no certificate in it");
    }

    private static T? Read<T>(string name, string path, List<string> wrong, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            wrong.Add($"Silo:{name} '{path}' can't be read: {fault.Message.TrimEnd('.')}. "
                + "A certificate is a PEM file with its key's PEM file in Silo:TlsKey, or a PKCS #12 file; Silo:TlsPassword "
                + "opens the key.");
            return null;
        }
    }
}
