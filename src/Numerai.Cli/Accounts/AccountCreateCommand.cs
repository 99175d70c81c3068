using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Accounts;

/// <summary>Makes an account and keeps its key in a file; the secret is printed only where that is asked for.</summary>
internal sealed class AccountCreateCommand : ApiCommand
{
    private static readonly DetailView<Registration> _withSecret = new DetailView<Registration>()
        .Field("account", registration => registration.Account.Username)
        .Field("id", registration => registration.Account.Id.ToString())
        .Field("public id", registration => registration.Key.PublicId)
        .Field("secret key", registration => registration.Key.Secret);

    private static readonly DetailView<KeptRegistration> _kept = new DetailView<KeptRegistration>()
        .Field("account", kept => kept.Account.Username)
        .Field("id", kept => kept.Account.Id.ToString())
        .Field("public id", kept => kept.Key.PublicId);

    private readonly Argument<string> _username = new("username") { Description = "3 to 40 of a-z, 0-9, '_' and '-'." };

    private readonly Option<bool> _save = new("--save")
    {
        Description = "Keep the key in the configuration file even where it replaces another one.",
    };

    private readonly Option<bool> _noSave = new("--no-save") { Description = "Print the key with its secret and keep it nowhere." };

    public AccountCreateCommand()
        : base("create", "Make an account; its key is kept in the configuration file, or in NAME.key.json beside it where that holds one.")
    {
        Arguments.Add(_username);
        Options.Add(_save);
        Options.Add(_noSave);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var file = context.Get(_noSave) ? null : Place(context);
        var registration = await client.Accounts.RegisterAsync(context.Get(_username), context.Cancellation);
        var (account, key) = (registration.Account, registration.Key);
        if (file is null)
        {
            context.Output.Write(registration, _withSecret);
            context.Output.Say(
                $"The key was not kept in a file; set {NumeraiConfiguration.PublicIdVariable} and "
                    + $"{NumeraiConfiguration.SecretKeyVariable} to use it.");
            return;
        }

        new NumeraiConfiguration(client.Options.Url.ToString().TrimEnd('/'), key.PublicId, key.Secret).Write(file);
        context.Output.Write(new KeptRegistration(account, new ApiKey(key.PublicId, key.Name, key.Scopes), file), _kept);
        context.Output.Say(file == context.ConfigurationPath
            ? $"The key is kept in {file}."
            : $"The key is kept in {file}, since {context.ConfigurationPath} holds another; use it with --config {file}.");
    }

    /// <summary>Looked for before the account is made: its secret is told only once.</summary>
    private string Place(CommandContext context)
    {
        var path = context.ConfigurationPath;
        if (context.Get(_save) || NumeraiConfiguration.Read(path)?.SecretKey is null)
        {
            return path;
        }

        // A name that is no file's name is refused by the server.
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(context.Get(_username)) + ".key.json");
        return File.Exists(beside)
            ? throw new NumeraiApiException(
                "file_exists", $"{path} and {beside} hold keys already; name another file with --config, or choose --save or --no-save.")
            : beside;
    }

    /// <summary>A registration without the secret, which is in the file.</summary>
    private sealed record KeptRegistration(Account Account, ApiKey Key, string File);
}
