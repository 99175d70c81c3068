using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Agreements;

namespace Numerai.Cli.Agreements;

internal sealed class EscrowCreateCommand : ApiCommand
{
    private readonly Option<string> _seller = new("--seller")
    {
        Description = "Username or id; you or the buyer is you.",
        HelpName = "NAME",
        Required = true,
    };
    private readonly Option<string> _buyer = new("--buyer") { Description = "Username or id.", HelpName = "NAME", Required = true };
    private readonly Option<string> _stake = new("--stake")
    {
        Description = "NMR the seller stakes on the quality.",
        HelpName = "NMR",
        Required = true,
    };
    private readonly Option<string> _payment = new("--payment") { Description = "NMR the buyer pays.", HelpName = "NMR", Required = true };
    private readonly Option<string> _metadata = new("--metadata")
    {
        Description = "File that says what is sold (its SHA-256 goes into the escrow), or the hash.",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<string> _countdown = new("--countdown")
    {
        Description = "How long the buyer may punish after the delivery.",
        HelpName = "TIME",
        DefaultValueFactory = _ => "30d",
    };
    private readonly Option<string> _deliver = new("--deliver-within")
    {
        Description = "How long the seller may take to deliver.",
        HelpName = "TIME",
        DefaultValueFactory = _ => "2d",
    };
    private readonly Option<string> _ratio = RatioOption.Make();
    private readonly Option<string?> _commandId = CommonOptions.CommandId();

    public EscrowCreateCommand()
        : base("create", "Make an escrow for a sale.")
    {
        foreach (var option in (Option[])[_seller, _buyer, _stake, _payment, _metadata, _countdown, _deliver, _ratio, _commandId])
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var (type, ratio) = RatioOption.Read(context.Get(_ratio)!);
        var terms = new NewEscrow(
            context.Get(_seller)!,
            context.Get(_buyer)!,
            CommandContext.Amount(context.Get(_stake)!),
            CommandContext.Amount(context.Get(_payment)!),
            type,
            Durations.Parse(context.Get(_countdown)!),
            Durations.Parse(context.Get(_deliver)!),
            Metadata.Hash(context.Get(_metadata)!),
            ratio);
        context.Output.Write(
            await client.Agreements.CreateEscrowAsync(terms, context.Get(_commandId), context.Cancellation), AgreementView.Escrow);
    }
}
