using System.CommandLine;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Governance.Backtests;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Simulations;
using Numerai.Simulations.Backtests;

namespace Numerai.Cli.Governance;

/// <summary>
/// Makes a proposal. Each option that does something is an action; they are carried out in the order settings, grants, roles, rules.
/// </summary>
internal sealed class ProposeCommand : ApiCommand
{
    private readonly Argument<string> _title = new("title") { Description = "One line." };
    private readonly Option<string> _text = new("--text") { Description = "File with the reasons.", HelpName = "FILE", Required = true };
    private readonly Option<string[]> _settings = new("--settings")
    {
        Description = "File with a JSON merge patch of a tournament's settings, such as {\"payout\":{\"clip\":\"0.04\"}}.",
        HelpName = "FILE",
    };
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<string[]> _grant = new("--grant") { Description = "Treasury funds: ACCOUNT:AMOUNT.", HelpName = "GRANT" };
    private readonly Option<string[]> _give = new("--give-role")
    {
        Description = "ROLE:ACCOUNT, or ROLE:ACCOUNT:90d to expire; roles are guardian, publish_data, resolve_rounds, pause_uploads, "
            + "change_settings.",
        HelpName = "ROLE",
    };
    private readonly Option<string[]> _take = new("--take-role") { Description = "ROLE:ACCOUNT.", HelpName = "ROLE" };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "File with new rules of governance, as `gov show --json` prints them.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _backtest = new("--backtest")
    {
        Description = "The report of `gov backtest`: its folder, or a file. Its SHA-256 goes on the ballot, the file to the server.",
        HelpName = "FOLDER",
    };
    private readonly Option<string?> _backtestUrl = new("--backtest-url")
    {
        Description = "Where voters find the report.",
        HelpName = "URL",
    };
    private readonly Option<string?> _commandId = CommonOptions.CommandId();

    public ProposeCommand()
        : base("propose", "Make a proposal; without an action it is a text.")
    {
        Arguments.Add(_title);
        foreach (var option in (Option[])[_text, _settings, _tournament, _grant, _give, _take, _rules, _backtest, _backtestUrl, _commandId])
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        ProposedAction[] actions = [.. Actions(context)];
        var report = context.Get(_backtest) is { } named
            ? await File.ReadAllBytesAsync(BallotReport.FileOf(named), context.Cancellation)
            : null;
        var proposal = await client.Governance.ProposeAsync(
            context.Get(_title),
            await File.ReadAllTextAsync(context.Get(_text)!, context.Cancellation),
            actions,
            report is null
                ? null
                : new Backtest(NameOf(context.Get(_backtest)!, report, actions), context.Get(_backtestUrl), BacktestFiles.Hash(report)),
            context.Get(_commandId),
            context.Cancellation);
        if (report is not null)
        {
            await client.Governance.PutBacktestAsync(proposal.Number, report, context.Cancellation);
        }

        context.Output.Write(proposal, ProposalView.Detail);
    }

    /// <summary>Another simulator's report goes by the name of its file; one of ours has to be about what is proposed.</summary>
    private static string NameOf(string file, byte[] content, ProposedAction[] actions)
    {
        BacktestReport report;
        try
        {
            report = BacktestFiles.Read(content, file);
        }
        catch (SimulationException)
        {
            return Path.GetFileName(file);
        }

        return BallotReport.Concerns(report, actions)
            ? BallotReport.NameOf(report)
            : throw new NumeraiApiException(
                "backtest_not_matched", $"{file} is about another change than is proposed: {report.Patch.ToJsonString()} for tournament "
                    + $"{report.Tournament}.");
    }

    private IEnumerable<ProposedAction> Actions(CommandContext context)
    {
        foreach (var file in context.Get(_settings) ?? [])
        {
            yield return ProposedAction.ChangeSettings(context.Get(_tournament), JsonFile.Read<JsonElement>(file));
        }

        foreach (var parts in (context.Get(_grant) ?? []).Select(grant => Split(grant, "ACCOUNT:AMOUNT", 2, 2)))
        {
            yield return ProposedAction.GrantFunds(parts[0], CommandContext.Amount(parts[1]));
        }

        foreach (var parts in (context.Get(_give) ?? []).Select(give => Split(give, "ROLE:ACCOUNT or ROLE:ACCOUNT:90d", 2, 3)))
        {
            var expires = parts.Length == 3 ? TimeProvider.System.GetUtcNow() + Durations.Parse(parts[2]) : (DateTimeOffset?)null;
            yield return ProposedAction.GrantRole(Role(parts[0]), parts[1], expires);
        }

        foreach (var parts in (context.Get(_take) ?? []).Select(take => Split(take, "ROLE:ACCOUNT", 2, 2)))
        {
            yield return ProposedAction.RevokeRole(Role(parts[0]), parts[1]);
        }

        if (context.Get(_rules) is { } rules)
        {
            yield return ProposedAction.ChangeRules(JsonFile.Read<GovernanceRules>(rules));
        }
    }

    private static string[] Split(string text, string form, int least, int most)
    {
        var parts = text.Split(':');
        return parts.Length >= least && parts.Length <= most && parts.All(part => part.Length > 0)
            ? parts
            : throw new NumeraiApiException("invalid_proposal", $"'{text}' is not of the form {form}.");
    }

    private static CouncilRole Role(string text) =>
        Enum.TryParse<CouncilRole>(text.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var role)
        ? role
        : throw new NumeraiApiException(
            "invalid_proposal",
            $"'{text}' is not a role; roles are guardian, publish_data, resolve_rounds, pause_uploads, change_settings.");
}
