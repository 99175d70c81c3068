using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Universes;

internal static class UniverseView
{
    public static DetailView<Universe> Detail { get; } = new DetailView<Universe>()
        .Field("universe", universe => string.Create(CultureInfo.InvariantCulture, $"{universe.Tournament}/{universe.Date:yyyy-MM-dd}"))
        .Field("rows", universe => Format.Number(universe.Rows))
        .Field("ids", universe => string.Join(", ", universe.Aliases.Prepend(universe.KeyColumn)))
        .Field("neutralizers", universe => Format.Number(universe.Neutralizers))
        .Field("live data", universe => universe.LiveDataset)
        .Field("neutralizer data", universe => universe.NeutralizerDataset)
        .Field("sample weights", universe => universe.SampleWeightDataset)
        .Field("published", universe => Format.Time(universe.Published));
}
