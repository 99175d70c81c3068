using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Proofs;

namespace Numerai.Cli.Rounds;

internal sealed class RoundCommitmentsCommand : ApiCommand
{
    private static readonly TableView<Commitment> _view = new TableView<Commitment>("The round has not committed to anything yet.")
        .Number("link", commitment => Format.Number(commitment.Sequence))
        .Text("time", commitment => commitment.Time[..19].Replace('T', ' ') + "Z")
        .Text("kind", commitment => commitment.Day is { } day ? $"{commitment.Kind} (day {Format.Number(day)})" : commitment.Kind)
        .Text("sha256", commitment => commitment.Sha256)
        .Text("link's hash", commitment => commitment.Hash);

    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public RoundCommitmentsCommand()
        : base("commitments", "What the round has bound itself to so far.")
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var chain = await client.Proofs.GetCommitmentsAsync(context.Get(_tournament), context.Get(_number), context.Cancellation);
        if (context.Output.IsJson)
        {
            Output.WriteJson(chain);
            return;
        }

        context.Output.WriteTable(chain, _view);
    }
}
