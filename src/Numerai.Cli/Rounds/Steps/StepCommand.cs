using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds.Steps;

/// <summary>A command on the step of one round.</summary>
internal abstract class StepCommand : ApiCommand
{
    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    protected StepCommand(string name, string description)
        : base(name, description)
    {
        Arguments.Add(_number);
        Options.Add(_tournament);
    }

    protected abstract Task RunAsync(RoundStepsClient steps, int tournament, int number, CommandContext context);

    protected sealed override Task RunAsync(NumeraiClient client, CommandContext context) =>
        RunAsync(client.Steps, context.Get(_tournament), context.Get(_number), context);
}

internal sealed class StepShowCommand()
    : StepCommand("show", "What a round is in the middle of, how far it is, and what stands in its way.")
{
    protected override async Task RunAsync(RoundStepsClient steps, int tournament, int number, CommandContext context) =>
        context.Output.Write(await steps.GetAsync(tournament, number, context.Cancellation), StepView.Detail);
}

internal sealed class StepRetryCommand() : StepCommand("retry", "Try a step again now that has failed or was refused.")
{
    protected override async Task RunAsync(RoundStepsClient steps, int tournament, int number, CommandContext context) =>
        context.Output.Write(await steps.RetryAsync(tournament, number, context.Cancellation), RoundView.Detail);
}

internal sealed class StepAbortCommand : StepCommand
{
    private readonly Option<string> _reason = new("--reason") { Description = "Everybody can read it.", Required = true };

    public StepAbortCommand()
        : base("abort", "Give a step up that has neither pinned nor paid anyone.") => Options.Add(_reason);

    protected override async Task RunAsync(RoundStepsClient steps, int tournament, int number, CommandContext context) =>
        context.Output.Write(
            await steps.AbortAsync(tournament, number, context.Get(_reason)!, context.Cancellation), RoundView.Detail);
}

internal sealed class StepListCommand() : ApiCommand("list", "Every step that is under way, of all tournaments.")
{
    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var steps = await client.Steps.ListAsync(context.Cancellation);
        context.Output.Write(new Page<RoundStepStatus>(steps, steps.Count, 0, false), StepView.Table);
    }
}
