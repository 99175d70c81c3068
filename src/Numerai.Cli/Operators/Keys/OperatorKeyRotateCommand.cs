using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Operators.Keys;

/// <summary>
/// Replaces the operator's key on a running server. The new key is made first, kept in the file, and only then are others revoked, with the
/// new one: cut off anywhere, the file holds a key that works.
/// </summary>
internal sealed class OperatorKeyRotateCommand : CliCommand
{
    private const string Scope = "operator";
    private const string LimitReached = "api_key_limit_reached";

    private readonly Option<bool> _keepOthers = new("--keep-others")
    {
        Description = "Revoke only the key that is replaced. Not after a theft: the thief may have made more keys.",
    };

    public OperatorKeyRotateCommand()
        : base(
            "rotate", "Replace the operator's key in the configuration file; at once no other key of the operator's account is valid.") =>
        Options.Add(_keepOthers);

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var path = context.ConfigurationPath;
        var file = RequireInFile(NumeraiConfiguration.Read(path), context, path);
        using var client = context.Connect();
        var present = await PresentAsync(client, file.PublicId!, context.Cancellation);
        var made = await MakeAsync(client, present, context);
        (file with { PublicId = made.PublicId, SecretKey = made.Secret }).Write(path);
        var revoked = await RevokeAsync(client, present, made, context);
        context.Output.Write(new KeyChange(Path.GetFullPath(path), made.PublicId, [.. revoked.Select(key => key.Name)]), KeyChange.View);
        return ExitCodes.Done;
    }

    /// <summary>A key from elsewhere would win over the new one in the file, and would be the revoked one.</summary>
    private static NumeraiConfiguration RequireInFile(NumeraiConfiguration? file, CommandContext context, string path) =>
        file is { PublicId: not null, SecretKey: not null } && context.ClientOptions().Credentials?.PublicId == file.PublicId
            ? file
            : throw new NumeraiApiException(
                "key_not_in_file",
                $"The key in use is not the one in {path}, where the new one would be kept; name the operator's file with --config, "
                    + "without "
                + $"--public-id, {NumeraiConfiguration.PublicIdVariable} and the like.");

    private static async Task<ApiKey> PresentAsync(NumeraiClient client, string publicId, CancellationToken cancellation)
    {
        var account = await client.Accounts.GetAsync(cancellation);
        var present = account.ApiKeys.First(key => key.PublicId == publicId);
        return present.Scopes.Contains(Scope)
            ? present
            : throw new NumeraiApiException(
                "not_authorised", $"The key in use is {account.Username}'s and not an operator's; name the operator's file with --config.");
    }

    /// <summary>A thief who fills the account up with keys does not keep the operator from replacing them.</summary>
    private async Task<NewApiKey> MakeAsync(NumeraiClient client, ApiKey present, CommandContext context)
    {
        try
        {
            return await client.Accounts.CreateKeyAsync(present.Name, present.Scopes, context.Cancellation);
        }
        catch (NumeraiApiException refusal) when (refusal.Code == LimitReached && !context.Get(_keepOthers))
        {
            await client.Accounts.RevokeOtherKeysAsync(context.Cancellation);
            return await client.Accounts.CreateKeyAsync(present.Name, present.Scopes, context.Cancellation);
        }
    }

    private async Task<IReadOnlyList<ApiKey>> RevokeAsync(NumeraiClient client, ApiKey present, NewApiKey made, CommandContext context)
    {
        using var renewed = new NumeraiClient(client.Options with { Credentials = new NumeraiCredentials(made.PublicId, made.Secret) });
        try
        {
            return context.Get(_keepOthers)
                ? [await renewed.Accounts.RevokeKeyAsync(present.PublicId, context.Cancellation)]
                : await renewed.Accounts.RevokeOtherKeysAsync(context.Cancellation);
        }
        catch (NumeraiApiException refusal)
        {
            throw new NumeraiApiException(
                refusal.Code,
                $"The new key is kept, but the old one {present.PublicId} may still be valid: {refusal.Message} Run this again without "
                    + "--keep-others.",
                refusal.Status,
                refusal);
        }
    }
}
