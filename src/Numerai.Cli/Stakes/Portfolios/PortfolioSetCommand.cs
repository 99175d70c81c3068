using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Stakes.Portfolios;

internal sealed class PortfolioSetCommand : ApiCommand
{
    private readonly Argument<string[]> _weights = new("weights")
    {
        Description = "MODEL=WEIGHT for each model, such as first=2 second=0.5; the model's id, or its name within --tournament.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _commandId = CommonOptions.CommandId();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public PortfolioSetCommand()
        : base(
            "set",
            "Give one stake over several models its weights; what the models have staked becomes part of it, one left out keeps its own.")
    {
        Arguments.Add(_weights);
        Options.Add(_commandId);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => PortfolioView.Write(
        context,
        await client.Portfolios.SetAsync(
            [.. context.Get(_weights).Select(Read)], context.Get(_commandId), context.Get(_tournament), context.Cancellation));

    private static PortfolioWeight Read(string text)
    {
        var sign = text.LastIndexOf('=');
        return sign > 0
            && decimal.TryParse(
                text[(sign + 1)..], NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var weight)
            ? new PortfolioWeight(text[..sign], weight)
            : throw new NumeraiApiException(
                "invalid_weights", $"'{text}' is not a model's weight; it is MODEL=WEIGHT, such as first=2 or second=0.5.");
    }
}
