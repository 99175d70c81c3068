using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Simulations;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Simulations.Backtests;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Cli.Governance.Backtests;

/// <summary>Plays a scenario under the tournament's settings and under a change of them.</summary>
internal sealed class BacktestCommand : CliCommand
{
    private static readonly TableView<ComparedStatistic> _view = new TableView<ComparedStatistic>("The results have no statistics.")
        .Text("statistic", row => row.Name)
        .Number("before", row => Text(row.First))
        .Number("after", row => Text(row.Second))
        .Number("difference", row => Text(row.Difference));

    private readonly Argument<string> _change = new("CHANGE")
    {
        Description = "File with a JSON merge patch of the settings, or the number of a proposal.",
    };
    private readonly Option<string> _scenario = new("--scenario")
    {
        Description = "A scenario file, or the name of a shipped scenario (`simulate list`).",
        Required = true,
    };
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<string?> _current = new("--current")
    {
        Description = "File with the settings before the change, as `settings show` prints them; without it the server's.",
        HelpName = "FILE",
    };
    private readonly Option<int?> _seed = new("--seed") { Description = "Another seed than the scenario's." };
    private readonly Option<int?> _rounds = new("--rounds") { Description = "Another number of weekly rounds than the scenario's." };
    private readonly Option<string?> _folder = new("--prices", "--release")
    {
        Description = "Folder of prices or release that the scenario's market is read from.",
        HelpName = "FOLDER",
    };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads; they change the time, not the result.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder for the report (JSON) and its page (HTML).",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "backtest",
    };

    public BacktestCommand()
        : base(
            "backtest",
            "Play history under the old and the changed settings, with the same seed, and write the report that goes on the ballot.")
    {
        Arguments.Add(_change);
        foreach (var option in new Option[] { _scenario, _tournament, _current, _seed, _rounds, _folder, _threads, _out })
        {
            Options.Add(option);
        }

        Command[] others = [new BacktestGetCommand(), new BacktestVerifyCommand(), new BacktestCompareCommand()];
        Array.ForEach(others, Subcommands.Add);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var (tournament, patch) = await ChangeAsync(client, context);
        var plan = new BacktestPlan(Scenario(context), await SettingsAsync(client, tournament, context), patch);
        var report = await SettingsBacktest.RunAsync(
            plan, Math.Max(1, context.Get(_threads)), run => new SimulationBar(run, TimeProvider.System), context.Cancellation);
        var folder = Path.GetFullPath(context.Get(_out)!);
        var hash = BacktestFiles.Write(folder, BacktestFiles.Bytes(report));
        if (context.Output.IsJson)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(new { sha256 = hash, report.Simulator, report.Statistics }, SummaryJson.Options));
        }

        context.Output.WriteTable(report.Statistics, _view);
        context.Output.Say($"{BacktestFiles.Json} and {BacktestFiles.Page} are in {folder}.");
        context.Output.Say($"SHA-256 {hash} ({BallotReport.NameOf(report)}).");
        return ExitCodes.Done;
    }

    private async Task<(int Tournament, JsonObject Patch)> ChangeAsync(NumeraiClient client, CommandContext context)
    {
        var change = context.Get(_change);
        if (!File.Exists(change) && int.TryParse(change, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var proposal = await client.Governance.GetProposalAsync(number, context.Cancellation);
            return proposal.Actions.FirstOrDefault(action => action.Settings is not null) is { } settings
                ? (settings.Tournament!.Value, JsonNode.Parse(settings.Settings!.Value.GetRawText())!.AsObject())
                : throw new NumeraiApiException("invalid_proposal", $"Proposal {number} changes no settings; there is nothing to play.");
        }

        return (context.Get(_tournament), JsonFile.Read<JsonObject>(change));
    }

    private async Task<TournamentSettings> SettingsAsync(NumeraiClient client, int tournament, CommandContext context)
    {
        var text = context.Get(_current) is { } file
            ? await File.ReadAllTextAsync(file, context.Cancellation)
            : JsonSerializer.Serialize(await client.Operator.GetSettingsAsync(tournament, context.Cancellation), NumeraiJson.Options);
        var settings = SettingsPatch.Read(text);
        return settings.Accepted ? settings.Value : throw new NumeraiApiException(settings.Refusal.Code, settings.Refusal.Message);
    }

    private Scenario Scenario(CommandContext context)
    {
        var scenario = ScenarioReader.Load(context.Get(_scenario)!);
        return scenario with
        {
            Seed = context.Get(_seed) ?? scenario.Seed,
            Rounds = context.Get(_rounds) ?? scenario.Rounds,
            Market = context.Get(_folder) is { } folder ? scenario.Market with { Folder = Path.GetFullPath(folder) } : scenario.Market,
        };
    }

    private static string? Text(double value) => double.IsNaN(value) ? null : value.ToString("0.######", CultureInfo.InvariantCulture);
}
