using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Simulations.Backtests;

namespace Numerai.Cli.Governance.Backtests;

internal sealed class BacktestGetCommand : ApiCommand
{
    private readonly Argument<int> _number = ProposalArgument.Make();
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder for the file and its page.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "backtest",
    };

    public BacktestGetCommand()
        : base("get", "Download the report on the ballot and write its page.")
    {
        Arguments.Add(_number);
        Options.Add(_out);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var proposal = await client.Governance.GetProposalAsync(context.Get(_number), context.Cancellation);
        var bytes = await BallotReport.GetAsync(client, proposal, context.Cancellation);
        var folder = Path.GetFullPath(context.Get(_out)!);
        BacktestFiles.Write(folder, bytes);
        context.Output.Say($"{BacktestFiles.Json} and {BacktestFiles.Page} are in {folder}.");
    }
}
