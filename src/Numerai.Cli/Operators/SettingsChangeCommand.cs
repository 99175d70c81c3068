using System.CommandLine;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Operators;

internal sealed class SettingsChangeCommand : ApiCommand
{
    private readonly Argument<string> _file = new("file") { Description = "JSON as `settings show` prints it, with the version plus 1." };

    public SettingsChangeCommand()
        : base("change", "Change the settings for rounds that open from now on.") => Arguments.Add(_file);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var file = context.Get(_file);
        TournamentSettings settings;
        try
        {
            settings = JsonSerializer.Deserialize<TournamentSettings>(
                await File.ReadAllBytesAsync(file, context.Cancellation), NumeraiJson.Options)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file} does not hold settings: {fault.Message}", fault);
        }

        Output.WriteJson(await client.Operator.ChangeSettingsAsync(settings, context.Cancellation));
    }
}
