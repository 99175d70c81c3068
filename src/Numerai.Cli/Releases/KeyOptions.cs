using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Keys;

namespace Numerai.Cli.Releases;

/// <summary>Options that name key files.</summary>
internal static class KeyOptions
{
    public const string PublicSuffix = ".pub";

    public static Option<string> Obfuscation() => new("--key")
    {
        Description = "The operator's obfuscation key file. Whoever has it can undo the obfuscation.",
        HelpName = "FILE",
        Required = true,
    };

    public static Option<string?> Signing() => new("--signing-key")
    {
        Description = "The operator's signing key file, made by `release key create --signing`; without it the manifest is not signed.",
        HelpName = "FILE",
    };

    public static SigningKey? LoadSigning(this CommandContext context, Option<string?> option) =>
        context.Get(option) is { } path ? SigningKey.Load(path) : null;
}
