using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Universes;
using Numerai.Contracts;

namespace Numerai.Cli.Universes;

/// <summary>A command on the universe of one day, answered with it.</summary>
internal abstract class UniverseCommand : ApiCommand
{
    private readonly Argument<DateOnly> _date = DayOption.Date();
    private readonly Option<int> _tournament = DayOption.Tournament();

    protected UniverseCommand(string name, string description)
        : base(name, description)
    {
        Arguments.Add(_date);
        Options.Add(_tournament);
    }

    protected abstract Task<Universe> RunAsync(UniversesClient universes, int tournament, DateOnly date, CommandContext context);

    protected sealed override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await RunAsync(client.Universes, context.Get(_tournament), context.Get(_date), context), UniverseView.Detail);
}
