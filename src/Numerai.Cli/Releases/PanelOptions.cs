using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Panels;

namespace Numerai.Cli.Releases;

/// <summary>The options by which a command is given market data.</summary>
internal sealed class PanelOptions
{
    private readonly Option<string?> _prices = new("--prices")
    {
        Description = "Folder of a price panel: CSV or Parquet, in any layout that `panel check` understands.",
        HelpName = "FOLDER",
    };
    private readonly PanelReading _reading = new();
    private readonly Option<bool> _synthetic = new("--synthetic") { Description = "Invent a market instead." };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Seed of the invented market and of the benchmark models.",
        DefaultValueFactory = _ => 1,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _prices, _synthetic, _seed })
        {
            command.Options.Add(option);
        }

        _reading.AddTo(command);
    }

    public int Seed(CommandContext context) => context.Get(_seed);

    /// <summary>The panel; null when the command line names none or two, which it then says.</summary>
    public PricePanel? Load(CommandContext context)
    {
        var prices = context.Get(_prices);
        if ((prices is null) == !context.Get(_synthetic))
        {
            Console.Error.WriteLine("usage: Give either --prices FOLDER or --synthetic.");
            return null;
        }

        return prices is null
            ? SyntheticMarket.Create(new SyntheticMarketOptions { Seed = Seed(context) })
            : Read(prices, _reading.Options(context));
    }

    /// <summary>What is odd about the panel is told beside the command's own output, so that nothing of it passes in silence.</summary>
    private static PricePanel Read(string folder, PanelReadOptions options)
    {
        var (panel, report) = PanelFolder.Read(folder, options);
        foreach (var oddity in report.Oddities)
        {
            Console.Error.WriteLine($"note: {oddity.Kind}: {oddity.Found}. {oddity.Advice}");
        }

        return panel;
    }
}
