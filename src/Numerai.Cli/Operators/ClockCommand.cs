using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Operators;

internal sealed class ClockCommand : ApiCommand
{
    private static readonly DetailView<ServerClock> _view = new DetailView<ServerClock>()
        .Field("now", clock => Format.Time(clock.Now))
        .Field("done", clock => string.Join("; ", clock.Done));

    private readonly Argument<DateTimeOffset> _time = new("time") { Description = "Such as 2026-01-02T03:04:05Z." };

    public ClockCommand()
        : base("clock", "Move the virtual clock of a server forward (operator).") => Arguments.Add(_time);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Operator.AdvanceClockAsync(context.Get(_time), context.Cancellation), _view);
}
