using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Accounts;

namespace Numerai.Cli.Accounts;

/// <summary>Makes an account and, where no key is kept yet, keeps the new one.</summary>
internal sealed class AccountCreateCommand : ApiCommand
{
    private static readonly DetailView<Registration> _view = new DetailView<Registration>()
        .Field("account", registration => registration.Account.Username)
        .Field("id", registration => registration.Account.Id.ToString())
        .Field("public id", registration => registration.Key.PublicId)
        .Field("secret key", registration => registration.Key.Secret);

    private readonly Argument<string> _username = new("username") { Description = "3 to 40 of a-z, 0-9, '_' and '-'." };

    private readonly Option<bool> _save = new("--save")
    {
        Description = "Keep the key in the configuration file even where it replaces another one.",
    };

    private readonly Option<bool> _noSave = new("--no-save") { Description = "Only print the key." };

    public AccountCreateCommand()
        : base("create", "Make an account; its key is shown once and kept in the configuration file unless that holds one.")
    {
        Arguments.Add(_username);
        Options.Add(_save);
        Options.Add(_noSave);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var registration = await client.Accounts.RegisterAsync(context.Get(_username), context.Cancellation);
        context.Output.Write(registration, _view);
        var path = context.ConfigurationPath;
        var kept = NumeraiConfiguration.Read(path);
        if (context.Get(_noSave) || (kept?.SecretKey is not null && !context.Get(_save)))
        {
            context.Output.Say(
                $"The key was not kept in a file; set {NumeraiConfiguration.PublicIdVariable} and {NumeraiConfiguration.SecretKeyVariable} to use it.");
            return;
        }

        new NumeraiConfiguration(client.Options.Url.ToString().TrimEnd('/'), registration.Key.PublicId, registration.Key.Secret).Write(path);
        context.Output.Say($"The key is kept in {path}.");
    }
}
