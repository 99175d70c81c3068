using System.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.CommandLine;

/// <summary>One run of a command: its arguments, its output, its server.</summary>
internal sealed class CommandContext(ParseResult parse, CancellationToken cancellation)
{
    private const int InteractiveRetries = 3;

    public CancellationToken Cancellation => cancellation;

    /// <summary>What waits and measurements of a command go by.</summary>
    public TimeProvider Time { get; } = TimeProvider.System;

    public Output Output { get; } = new(parse.GetValue(GlobalOptions.Json));

    public string ConfigurationPath => parse.GetValue(GlobalOptions.Configuration) ?? NumeraiConfiguration.DefaultPath();

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    public T Get<T>(Argument<T> argument) => parse.GetValue(argument)!;

    /// <summary>Whether the option stands on the command line.</summary>
    public bool Given(Option option) => parse.GetResult(option) is { Implicit: false };

    public NumeraiClientOptions ClientOptions() => NumeraiConfiguration.Load(
        parse.GetValue(GlobalOptions.Url),
        parse.GetValue(GlobalOptions.PublicId),
        parse.GetValue(GlobalOptions.SecretKey),
        path: ConfigurationPath);

    /// <summary>A person waits, so it gives up sooner than a program would.</summary>
    public NumeraiClient Connect() => new(ClientOptions() with { Retries = InteractiveRetries });

    public Nmr Amount(Argument<string> argument) => Amount(Get(argument));

    public static Nmr Amount(string text) => Nmr.TryParse(text, out var amount)
        ? amount
        : throw new NumeraiApiException(
            "invalid_amount",
            $"'{text}' is not an amount of NMR; it is a decimal number with at most {Nmr.Decimals} places, such as 12.5.");
}
