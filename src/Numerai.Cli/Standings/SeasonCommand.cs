using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Standings;

internal sealed class SeasonCommand : ApiCommand
{
    private static readonly TableView<SeasonStanding> _view = new TableView<SeasonStanding>(
        "Nobody has staked on a resolved round of this season.")
        .Number("rank", row => Format.Number(row.Rank))
        .Text("account", row => row.Username)
        .Text("title", row => row.Title.ToString())
        .Number("score", row => Format.Score(row.Score))
        .Number("qualified rounds", row => Format.Number(row.QualifiedRounds))
        .Number("percentile", row => Format.Share(row.Percentile))
        .Number("earned", row => row.Earned.ToString());

    private readonly Argument<int> _year = new("year") { Description = "The calendar year." };
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<string?> _account = new("--account") { Description = "Only this account.", HelpName = "NAME" };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public SeasonCommand()
        : base("season", "Ranks and titles of a season.")
    {
        Arguments.Add(_year);
        foreach (var option in new Option[] { _tournament, _account, _limit, _offset })
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Standings.GetSeasonAsync(
            context.Get(_year), context.Get(_tournament), context.Get(_account), context.Get(_limit)
                ?? 20, context.Get(_offset), context.Cancellation),
        _view);
}
