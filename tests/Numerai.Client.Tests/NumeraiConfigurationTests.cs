namespace Numerai.Client.Tests;

public sealed class NumeraiConfigurationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-configuration-").FullName;

    private string FilePath => Path.Combine(_folder, "numerai", "config.json");

    [Fact]
    public void Explicit_values_win_over_the_environment_and_the_environment_over_the_file()
    {
        new NumeraiConfiguration("http://file:1", "FILE", "file-secret").Write(FilePath);
        var environment = Environment(
            (NumeraiConfiguration.PublicIdVariable, "ENV"),
            (NumeraiConfiguration.SecretKeyVariable, "env-secret"),
            (NumeraiConfiguration.UrlVariable, "http://environment:2"));

        var fromFile = NumeraiConfiguration.Load(environment: Environment(), path: FilePath);
        var fromEnvironment = NumeraiConfiguration.Load(environment: environment, path: FilePath);
        var given = NumeraiConfiguration.Load("http://given:3", "GIVEN", "given-secret", environment, FilePath);

        Assert.Equal((new Uri("http://file:1"), new NumeraiCredentials("FILE", "file-secret")), (fromFile.Url, fromFile.Credentials));
        Assert.Equal(
            (new Uri("http://environment:2"), new NumeraiCredentials("ENV", "env-secret")),
            (fromEnvironment.Url, fromEnvironment.Credentials));
        Assert.Equal((new Uri("http://given:3"), new NumeraiCredentials("GIVEN", "given-secret")), (given.Url, given.Credentials));
    }

    [Fact]
    public void Halves_of_different_keys_never_meet()
    {
        new NumeraiConfiguration(null, "FILE", "file-secret").Write(FilePath);

        var refusal = Assert.Throws<NumeraiApiException>(
            () => NumeraiConfiguration.Load(environment: Environment((NumeraiConfiguration.PublicIdVariable, "ENV")), path: FilePath));

        Assert.Equal("credentials_incomplete", refusal.Code);
    }

    [Fact]
    public void The_file_is_readable_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, "{}");

        new NumeraiConfiguration(null, "P", "S").Write(FilePath);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_secret_is_not_shown_by_accident()
    {
        Assert.DoesNotContain("hush", new NumeraiCredentials("P", "hush").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", new NumeraiConfiguration(null, "P", "hush").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://somewhere")]
    public void An_address_that_is_none_is_refused(string url)
    {
        var refusal = Assert.Throws<NumeraiApiException>(() => NumeraiConfiguration.Load(url, environment: Environment(), path: FilePath));

        Assert.Equal("configuration_invalid", refusal.Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
