using System.CommandLine;
using System.Globalization;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Agreements;

/// <summary>What punishing costs: none, infinite, or a number.</summary>
internal static class RatioOption
{
    public static Option<string> Make() => new("--ratio")
    {
        Description = "NMR that burning 1 NMR costs the punisher; 'infinite' for free, 'none' for no punishment.",
        DefaultValueFactory = _ => "none",
        HelpName = "RATIO",
    };

    public static (GriefRatioType Type, decimal? Ratio) Read(string text) => text switch
    {
        "none" => (GriefRatioType.None, null),
        "infinite" => (GriefRatioType.Infinite, null),
        _ when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) =>
            (GriefRatioType.Decimal, ratio),
        _ => throw new NumeraiApiException("invalid_ratio", $"'{text}' is not a ratio; it is none, infinite or a number such as 0.5."),
    };
}
