using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Rounds;

internal sealed class RoundMetaModelCommand : ApiCommand
{
    private static readonly TableView<(string Id, double Value)> _view = new TableView<(string Id, double Value)>(
        "The round has no live ids.")
        .Text("id", row => row.Id)
        .Number("meta model", row => Format.Score(row.Value));

    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    private readonly Option<bool> _naive = new("--naive")
    {
        Description = "The one that weights models alike, where the tournament has it, instead of the stake-weighted one.",
    };

    public RoundMetaModelCommand()
        : base("meta-model", "A resolved round's stake-weighted meta model.")
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
        Options.Add(_naive);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var metaModel = await client.Rounds.GetMetaModelAsync(
            context.Get(_tournament), context.Get(_number), context.Get(_naive), context.Cancellation);
        if (context.Output.IsJson)
        {
            Output.WriteJson(metaModel);
            return;
        }

        context.Output.WriteTable([.. metaModel.Ids.Zip(metaModel.Values)], _view);
    }
}
