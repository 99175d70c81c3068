using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Panels;

namespace Numerai.Cli.Releases;

/// <summary>The options by which a command is given market data.</summary>
internal sealed class PanelOptions
{
    private readonly Option<string?> _prices = new("--prices")
    {
        Description = "Folder of a price panel: CSV or Parquet, wide or long.",
        HelpName = "FOLDER",
    };
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

        return prices is null ? SyntheticMarket.Create(new SyntheticMarketOptions { Seed = Seed(context) }) : PanelFolder.Load(prices);
    }
}
