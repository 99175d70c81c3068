using System.Text.Json;

namespace Numerai.Client;

/// <summary>
/// Where a client finds its server and key when it is not told: the environment (NUMERAI_API_URL, NUMERAI_PUBLIC_ID,
/// NUMERAI_SECRET_KEY), then the configuration file. Explicit arguments win over both.
/// </summary>
public sealed record NumeraiConfiguration(string? Url, string? PublicId, string? SecretKey)
{
    public const string UrlVariable = "NUMERAI_API_URL";
    public const string PublicIdVariable = "NUMERAI_PUBLIC_ID";
    public const string SecretKeyVariable = "NUMERAI_SECRET_KEY";

    /// <summary>Names another configuration file.</summary>
    public const string FileVariable = "NUMERAI_CONFIG";

    /// <summary>~/.config/numerai/config.json, or what NUMERAI_CONFIG or XDG_CONFIG_HOME say.</summary>
    public static string DefaultPath(Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        if (environment(FileVariable) is { Length: > 0 } file)
        {
            return file;
        }

        var home = environment("XDG_CONFIG_HOME") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        return Path.Combine(home, "numerai", "config.json");
    }

    /// <summary>
    /// Options from explicit values, else the environment, else the file. A key is taken whole from one of the three, so that halves of
    /// different keys never meet.
    /// </summary>
    /// <exception cref="NumeraiApiException">Half a key, an address that is none, or a configuration file that cannot be read.</exception>
    public static NumeraiClientOptions Load(
        string? url = null,
        string? publicId = null,
        string? secretKey = null,
        Func<string, string?>? environment = null,
        string? path = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        var file = Read(path ?? DefaultPath(environment));
        var address = url ?? Present(environment(UrlVariable)) ?? file?.Url;
        var credentials = Pair(publicId, secretKey, "the arguments")
            ?? Pair(Present(environment(PublicIdVariable)), Present(environment(SecretKeyVariable)), "the environment")
            ?? Pair(file?.PublicId, file?.SecretKey, "the configuration file");
        return new NumeraiClientOptions
        {
            Url = address is null ? NumeraiClientOptions.DefaultUrl : ParseUrl(address),
            Credentials = credentials,
        };
    }

    /// <summary>The file's content, or null when there is none.</summary>
    public static NumeraiConfiguration? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<NumeraiConfiguration>(File.ReadAllBytes(path), NumeraiJson.Options);
        }
        catch (JsonException fault)
        {
            throw new NumeraiApiException(
                "configuration_invalid", $"The configuration file {path} is not valid JSON: {fault.Message}", inner: fault);
        }
    }

    /// <summary>Writes the file, readable by its owner only; a crash leaves the old one or the new one whole.</summary>
    public void Write(string path)
    {
        var target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } led
            ? led.FullName
            : Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var pending = target + ".new";
        File.Delete(pending);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(pending, options))
        {
            JsonSerializer.Serialize(stream, this, NumeraiJson.Indented);
            stream.Flush(flushToDisk: true);
        }

        File.Move(pending, target, overwrite: true);
    }

    /// <summary>Does not show the secret.</summary>
    public override string ToString() => $"{nameof(NumeraiConfiguration)} {{ Url = {Url}, PublicId = {PublicId} }}";

    private static string? Present(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static NumeraiCredentials? Pair(string? publicId, string? secretKey, string source) => (publicId, secretKey) switch
    {
        (null, null) => null,
        ({ } id, { } secret) => new NumeraiCredentials(id, secret),
        _ => throw new NumeraiApiException(
            "credentials_incomplete", $"Only one half of an API key comes from {source}; give both the public id and the secret key."),
    };

    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new NumeraiApiException(
                "configuration_invalid", $"'{text}' is not the address of a server; it looks like http://127.0.0.1:8080.");
}
