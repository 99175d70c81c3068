using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

internal sealed class RoundSettlementCommand : ApiCommand
{
    private static readonly DetailView<Settlement> _view = new DetailView<Settlement>()
        .Field("round", settlement => settlement.Round.ToString())
        .Field("paid", settlement => $"{settlement.Paid} NMR")
        .Field("burned", settlement => $"{settlement.Burned} NMR")
        .Field("merkle root", settlement => settlement.MerkleRoot);

    private static readonly TableView<SettlementEntry> _entries = new TableView<SettlementEntry>("Nobody had anything at risk.")
        .Text("model", entry => entry.Model.ToString())
        .Number("at risk", entry => entry.AtRisk.ToString())
        .Number("multiplier", entry => Format.Factor(entry.Multiplier))
        .Number("payout", entry => entry.Payout.ToString())
        .Number("burn", entry => entry.Burn.ToString())
        .Text("scores", entry => string.Join(", ", entry.Scores.Select(score => $"{score.Key} {Format.Score((double)score.Value)}")));

    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public RoundSettlementCommand()
        : base("settlement", "Everything a resolved round paid and burned.")
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var settlement = await client.Rounds.GetSettlementAsync(context.Get(_tournament), context.Get(_number), context.Cancellation);
        context.Output.Write(settlement, _view);
        context.Output.WriteTable(settlement.Entries, _entries);
    }
}
