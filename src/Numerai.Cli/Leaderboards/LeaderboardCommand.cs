using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Leaderboards;
using Numerai.Contracts;

namespace Numerai.Cli.Leaderboards;

internal sealed class LeaderboardCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public LeaderboardCommand()
        : base("leaderboard", "Models by their mean of the paying scores over the last year, best first.")
    {
        Options.Add(_tournament);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var page = await client.Leaderboard.ListAsync(
            context.Get(_tournament), context.Get(_limit) ?? 20, context.Get(_offset), context.Cancellation);
        context.Output.Write(page, View(page));
    }

    /// <summary>A column for each score that anybody on the page has.</summary>
    private static TableView<LeaderboardRow> View(Page<LeaderboardRow> page)
    {
        var view = new TableView<LeaderboardRow>("No model has final scores yet.")
            .Number("rank", row => Format.Number(row.Rank))
            .Text("model", row => row.ModelName)
            .Text("owner", row => row.Username);
        foreach (var score in page.Items.SelectMany(row => row.Reputation.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            view.Number(score, row => Format.Score(row.Reputation.TryGetValue(score, out var value) ? value : null));
        }

        return view
            .Number("rounds", row => Format.Number(row.Rounds))
            .Number("stake", row => row.Stake.ToString())
            .Number("earned", row => row.Earned.ToString());
    }
}
