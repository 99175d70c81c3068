using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

internal sealed class AgreementShowCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("agreement") { Description = "Its id." };

    public AgreementShowCommand()
        : base("show", "One griefing agreement.") => Arguments.Add(_id);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(
            await client.Agreements.GetAsync(new AgreementId(context.Get(_id)), context.Cancellation), AgreementView.Detail);
}
