using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

/// <summary>One action on an escrow; each has its own word.</summary>
internal sealed class EscrowActCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("escrow") { Description = "Its id." };
    private readonly Option<string?> _delivery = new("--delivery")
    {
        Description = "File that was delivered (its SHA-256 is noted), or the hash.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly EscrowAction _action;

    public EscrowActCommand(string name, EscrowAction action, string description)
        : base(name, description)
    {
        _action = action;
        Arguments.Add(_id);
        if (action == EscrowAction.Finalise)
        {
            Options.Add(_delivery);
        }

        Options.Add(_commandId);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var delivery = _action == EscrowAction.Finalise && context.Get(_delivery) is { } file ? Metadata.Hash(file) : null;
        context.Output.Write(
            await client.Agreements.ActOnEscrowAsync(
                new AgreementId(context.Get(_id)), _action, delivery, context.Get(_commandId), context.Cancellation),
            AgreementView.Escrow);
    }
}
