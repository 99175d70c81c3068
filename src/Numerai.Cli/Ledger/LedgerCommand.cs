using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Ledger;

namespace Numerai.Cli.Ledger;

internal sealed class LedgerCommand : ApiCommand
{
    private static readonly TableView<LedgerEntry> _view = new TableView<LedgerEntry>("There are no such entries.")
        .Text("chain", entry => entry.Chain)
        .Number("entry", entry => entry.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .Text("time", entry => entry.Time[..16].Replace('T', ' ') + "Z")
        .Text("reason", entry => entry.Reason.Replace('_', ' '))
        .Text("from", entry => entry.Debit)
        .Text("to", entry => entry.Credit)
        .Number("amount", entry => entry.Amount.ToString())
        .Text("round", entry => entry.Round);

    private readonly Option<string?> _chain = new("--chain")
    {
        Description = "One chain: `treasury`, or `participant/ACCOUNT-ID`; without it your own, or all without a key.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _all = new("--all") { Description = "All chains." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public LedgerCommand()
        : base("ledger", "Every transfer of NMR, oldest first.")
    {
        Options.Add(_chain);
        Options.Add(_all);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var chain = context.Get(_chain);
        if (chain is null && !context.Get(_all) && client.Options.Credentials is not null)
        {
            chain = $"participant/{(await client.Accounts.GetAsync(context.Cancellation)).Id}";
        }

        context.Output.Write(
            await client.Ledger.ListAsync(chain, context.Get(_limit), context.Get(_offset), context.Cancellation), _view);
    }
}
