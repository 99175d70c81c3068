using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests.Joining;

/// <summary>Settings of TLS are looked at before anything is started.</summary>
public sealed class SiloTlsSettingsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    [Fact]
    public void A_certificate_with_its_key_in_PEM_files_is_taken() => Assert.Empty(SiloSettingsCheck.Check(_authority.Settings("silo")));

    [Fact]
    public void A_locked_PKCS_12_file_is_taken_with_its_password_and_not_without()
    {
        var settings = _authority.LockedSettings("silo");
        Assert.Empty(SiloSettingsCheck.Check(settings));

        settings.TlsPassword = "guessed";
        Says("can't be read", settings);
    }

    [Fact]
    public void A_certificate_that_has_run_out_is_refused() => Says("has not run out", _authority.Settings("silo", validDays: -1));

    [Fact]
    public void A_certificate_of_another_authority_is_refused()
    {
        using var other = new TestAuthority();
        var settings = _authority.Settings("silo");
        settings.TlsAuthority = other.Settings("any").TlsAuthority;

        Says("is not one that other silos would trust today", settings);
    }

    [Fact]
    public void Half_of_the_settings_are_refused()
    {
        var settings = _authority.Settings("silo");
        Says("Silo:TlsCertificate is missing", new SiloSettings { TlsKey = settings.TlsKey });
        Says("Silo:TlsAuthority is missing", new SiloSettings { TlsCertificate = settings.TlsCertificate, TlsKey = settings.TlsKey });
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var settings = _authority.Settings("silo");
        settings.TlsAuthority += ".old";
        Says("authority.pem.old' can't be read", settings);

        settings = _authority.Settings("silo");
        settings.TlsKey += ".old";
        Says("silo.pem' can't be read", settings);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        var settings = _authority.Settings("silo");
        settings.TlsKey = null;

        Says("Silo:TlsKey", settings);
    }

    public void Dispose() => _authority.Dispose();

    private static void Says(string words, SiloSettings settings) =>
        Assert.Contains(words, Assert.Single(SiloSettingsCheck.Check(settings)), StringComparison.Ordinal);
}
