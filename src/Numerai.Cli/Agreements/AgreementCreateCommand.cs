using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Agreements;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal sealed class AgreementCreateCommand : ApiCommand
{
    private readonly Option<string> _staker = new("--staker")
    {
        Description = "Username or id of who stakes; you or the counterparty is you.",
        HelpName = "NAME",
        Required = true,
    };
    private readonly Option<string> _counterparty = new("--counterparty")
    {
        Description = "Username or id of who may reward and punish.",
        HelpName = "NAME",
        Required = true,
    };
    private readonly Option<string> _metadata = new("--metadata")
    {
        Description = "File that says what is agreed on (its SHA-256 goes into the agreement), or the hash.",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<string?> _countdown = new("--countdown")
    {
        Description = "Makes it a countdown agreement, such as 7d; without it a simple one.",
        HelpName = "TIME",
    };
    private readonly Option<string> _ratio = RatioOption.Make();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();

    public AgreementCreateCommand()
        : base("create", "Make a griefing agreement with another account.")
    {
        Options.Add(_staker);
        Options.Add(_counterparty);
        Options.Add(_metadata);
        Options.Add(_countdown);
        Options.Add(_ratio);
        Options.Add(_commandId);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var (type, ratio) = RatioOption.Read(context.Get(_ratio)!);
        var countdown = context.Get(_countdown) is { } text ? Durations.Parse(text) : (TimeSpan?)null;
        var terms = new NewAgreement(
            countdown is null ? AgreementType.Simple : AgreementType.Countdown,
            context.Get(_staker)!,
            context.Get(_counterparty)!,
            type,
            Metadata.Hash(context.Get(_metadata)!),
            ratio,
            countdown);
        context.Output.Write(
            await client.Agreements.CreateAsync(terms, context.Get(_commandId), context.Cancellation), AgreementView.Detail);
    }
}
