using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Keys;
using Numerai.Data.Obfuscation;

namespace Numerai.Cli.Releases;

internal sealed class ReleaseKeyCreateCommand : CliCommand
{
    private static readonly DetailView<Summary> _view = new DetailView<Summary>()
        .Field("kind", summary => summary.Kind)
        .Field("secret, yours only", summary => summary.Secret)
        .Field("public, for everyone", summary => summary.Public)
        .Field("fingerprint", summary => summary.Fingerprint);

    private readonly Argument<string> _file = new("file") { Description = "Where the key goes; must not exist. Only you can read it." };

    private readonly Option<bool> _signing = new("--signing")
    {
        Description = "A signing key for manifests, with its public half beside it as FILE.pub; without this an obfuscation key.",
    };

    public ReleaseKeyCreateCommand()
        : base("create", "Make an obfuscation key, or a signing key.")
    {
        Arguments.Add(_file);
        Options.Add(_signing);
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var path = context.Get(_file);
        context.Output.Write(context.Get(_signing) ? Signing(path) : Obfuscation(path), _view);
        return Task.FromResult(ExitCodes.Done);
    }

    private static Summary Obfuscation(string path)
    {
        ObfuscationKey.Generate().Save(path);
        return new Summary("obfuscation", path, null, null);
    }

    private static Summary Signing(string path)
    {
        using var key = SigningKey.Generate();
        key.Save(path);
        key.Public.Save(path + KeyOptions.PublicSuffix);
        return new Summary("signing", path, path + KeyOptions.PublicSuffix, key.Public.Fingerprint);
    }

    private sealed record Summary(string Kind, string Secret, string? Public, string? Fingerprint);
}
