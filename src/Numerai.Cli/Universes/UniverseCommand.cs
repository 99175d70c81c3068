using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Universes;

namespace Numerai.Cli.Universes;

/// <summary>A command on the universe of one day, answered with it.</summary>
internal abstract class UniverseCommand : ApiCommand
{
    private const int Signals = 11;

    private readonly Argument<DateOnly> _date = new("date")
    {
        Description = "The day, such as 2026-01-09.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a day; write it as 2026-01-09.");
            return default;
        },
    };

    private readonly Option<int> _tournament = new("--tournament", "-t")
    {
        Description = "11 Signals, 12 Crypto.",
        DefaultValueFactory = _ => Signals,
    };

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
