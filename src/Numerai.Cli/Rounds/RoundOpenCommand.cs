using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;

namespace Numerai.Cli.Rounds;

internal sealed class RoundOpenCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    private readonly Option<string> _live = new("--live")
    {
        Description = "Published file with the live ids and features, such as v5.2/live_1.parquet.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string?> _benchmark = new("--benchmark")
    {
        Description = "Published file with the benchmark models' live predictions.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _idMap = new("--id-map")
    {
        Description = "CSV file previous_id,id that carries queued and delayed submissions over; it is never published.",
        HelpName = "FILE",
    };

    private readonly Option<DateTimeOffset?> _opens = new("--opens") { Description = "When it opens; without it now.", HelpName = "TIME" };
    private readonly Option<DateTimeOffset?> _closes = new("--closes") { Description = "When it closes; without it what the settings say.", HelpName = "TIME" };
    private readonly Option<int?> _number = new("--number") { Description = "Its number, which makes the command safe to repeat; without it the next one." };

    public RoundOpenCommand()
        : base("open", "Open the next round (operator).")
    {
        Options.Add(_tournament);
        Options.Add(_live);
        Options.Add(_benchmark);
        Options.Add(_idMap);
        Options.Add(_opens);
        Options.Add(_closes);
        Options.Add(_number);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var map = context.Get(_idMap) is { } path ? await File.ReadAllTextAsync(path, context.Cancellation) : null;
        var request = new OpenRoundRequest(
            context.Get(_live)!, context.Get(_benchmark), map, context.Get(_opens), context.Get(_closes), context.Get(_number));
        context.Output.Write(
            await client.Operator.OpenRoundAsync(context.Get(_tournament), request, context.Cancellation), RoundView.Detail);
    }
}
