using Numerai.Cli.CommandLine;
using Numerai.Client.Universes;
using Numerai.Contracts;

namespace Numerai.Cli.Universes;

internal sealed class UniverseShowCommand() : UniverseCommand("show", "The securities of a tournament on one day.")
{
    protected override Task<Universe> RunAsync(UniversesClient universes, int tournament, DateOnly date, CommandContext context) =>
        universes.GetAsync(tournament, date, context.Cancellation);
}
