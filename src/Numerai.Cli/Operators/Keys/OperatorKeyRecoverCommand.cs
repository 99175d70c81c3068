using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Cli.Operators.Keys;

/// <summary>A new key for an operator who has none any more, made in the data of a server or cluster that does not run.</summary>
internal sealed class OperatorKeyRecoverCommand : CliCommand
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Data folder of a stopped single-machine server.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _postgres = new("--postgresql")
    {
        Description = "Database of a cluster of which no silo runs.",
        HelpName = "CONNECTION",
    };

    private readonly Option<string?> _secretFile = new("--secret-file")
    {
        Description = "With --postgresql: a file with the secret that the silos share (their setting Silo:Secret).",
        HelpName = "FILE",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "With --postgresql: where the new key is kept.",
        HelpName = "FILE",
        DefaultValueFactory = _ => OperatorKey.FileName,
    };

    public OperatorKeyRecoverCommand()
        : base("recover", "Make a new operator's key in the data of a stopped server and revoke all others of the operator's account.")
    {
        foreach (var option in new Option[] { _data, _postgres, _secretFile, _out })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var url = context.Get(GlobalOptions.Url);
        Task<Outcome<RecoveredKey>> recovering;
        switch (context.Get(_data), context.Get(_postgres), context.Get(_secretFile))
        {
            case ({ } folder, null, null) when !context.Given(_out):
                recovering = OperatorKeyRecovery.InFolderAsync(folder, url);
                break;
            case (null, { } postgres, { } secretFile):
                recovering = OperatorKeyRecovery.InClusterAsync(postgres, ServerSecrets.Read(secretFile), context.Get(_out)!, url);
                break;
            default:
                await SayAsync(
                    "usage", "recover takes either --data FOLDER, or --postgresql CONNECTION with --secret-file FILE (and --out FILE).");
                return ExitCodes.Usage;
        }

        var recovered = await recovering;
        if (!recovered.Accepted)
        {
            await SayAsync(recovered.Refusal.Code, recovered.Refusal.Message);
            return ExitCodes.Refused;
        }

        var key = recovered.Value;
        context.Output.Write(new KeyChange(key.File, key.PublicId, key.Revoked), KeyChange.View);
        return ExitCodes.Done;
    }
}
