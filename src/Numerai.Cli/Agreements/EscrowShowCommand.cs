using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal sealed class EscrowShowCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("escrow") { Description = "Its id." };

    public EscrowShowCommand()
        : base("show", "One escrow.") => Arguments.Add(_id);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(
            await client.Agreements.GetEscrowAsync(new AgreementId(context.Get(_id)), context.Cancellation), AgreementView.Escrow);
}
