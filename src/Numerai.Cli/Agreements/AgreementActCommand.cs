using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

/// <summary>One action on a griefing agreement; each has its own word.</summary>
internal sealed class AgreementActCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("agreement") { Description = "Its id." };
    private readonly Argument<string>? _amount;
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly AgreementAction _action;

    public AgreementActCommand(string name, AgreementAction action, string description)
        : base(name, description)
    {
        _action = action;
        Arguments.Add(_id);
        if (action is not (AgreementAction.StartCountdown or AgreementAction.Retrieve))
        {
            _amount = CommonOptions.Amount();
            Arguments.Add(_amount);
        }

        Options.Add(_commandId);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Agreements.ActAsync(
            new AgreementId(context.Get(_id)), _action,
            _amount is null ? null : context.Amount(_amount), context.Get(_commandId), context.Cancellation),
        AgreementView.Detail);
}
