using System.CommandLine;

namespace Numerai.Cli.CommandLine;

/// <summary>Options that every command understands.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Url { get; } = new("--url")
    {
        Description = "The server's address. [NUMERAI_API_URL, else the configuration file, else http://127.0.0.1:8080]",
        HelpName = "URL",
        Recursive = true,
    };

    public static Option<string?> PublicId { get; } = new("--public-id")
    {
        Description = "Public half of the API key. [NUMERAI_PUBLIC_ID, else the configuration file]",
        HelpName = "ID",
        Recursive = true,
    };

    public static Option<string?> SecretKey { get; } = new("--secret-key")
    {
        Description = "Secret half of the API key; the environment hides it better. [NUMERAI_SECRET_KEY, else the configuration file]",
        HelpName = "SECRET",
        Recursive = true,
    };

    public static Option<string?> Configuration { get; } = new("--config")
    {
        Description = "The configuration file. [NUMERAI_CONFIG, else ~/.config/numerai/config.json]",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the answer as JSON, in the form of the REST interface.",
        Recursive = true,
    };

    public static IEnumerable<Option> All => [Url, PublicId, SecretKey, Configuration, Json];
}
