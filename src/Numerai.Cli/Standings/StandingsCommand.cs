using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Standings;
using Numerai.Contracts;

namespace Numerai.Cli.Standings;

internal sealed class StandingsCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<bool> _models = new("--models") { Description = "Models instead of accounts." };
    private readonly Option<string?> _account = new("--account") { Description = "Only of this account.", HelpName = "NAME" };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public StandingsCommand()
        : base("standings", "Accounts (or models) by reputation, with returns over a day, three months, a year and all time.")
    {
        foreach (var option in new Option[] { _tournament, _models, _account, _limit, _offset })
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var (tournament, account, limit, offset) =
            (context.Get(_tournament), context.Get(_account), context.Get(_limit) ?? 20, context.Get(_offset));
        var page = context.Get(_models)
            ? await client.Standings.ListModelsAsync(tournament, account, limit, offset, context.Cancellation)
            : await client.Standings.ListAccountsAsync(tournament, account, limit, offset, context.Cancellation);
        context.Output.Write(page, View(page));
    }

    /// <summary>A column for each score that anybody on the page has.</summary>
    private static TableView<Standing> View(Page<Standing> page)
    {
        var view = new TableView<Standing>("Nobody has staked on a resolved round in the last year.")
            .Number("rank", row => Format.Number(row.Rank))
            .Number("percentile", row => Format.Share(row.Percentile))
            .Text("account", row => row.Username)
            .Text("model", row => row.ModelName);
        foreach (var score in page.Items.SelectMany(row => row.Reputation.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            view.Number(score, row => Format.Score(row.Reputation.TryGetValue(score, out var value) ? value : null));
        }

        return view.Number("rounds", row => Format.Number(row.Rounds))
            .Number("at risk", row => row.AtRisk.ToString())
            .Number("1d", row => Text(row.Returns.Day))
            .Number("3m", row => Text(row.Returns.ThreeMonths))
            .Number("1y", row => Text(row.Returns.Year))
            .Number("all", row => Text(row.Returns.All));
    }

    private static string Text(ReturnWindow window) => window.Percent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{window.Earned} ({percent:+0.0;-0.0;0.0}%)")
        : window.Earned.ToString();
}
