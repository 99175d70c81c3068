using System.Security.Cryptography;
using System.Text;
using Numerai.Scoring.Ranking;

namespace Numerai.Cli.Demo.Daily;

/// <summary>Makes a model's signal of the day, remembering the day before where the model is patient.</summary>
internal sealed class SignalWorkshop
{
    private readonly Dictionary<string, Dictionary<string, double>> _before = new(StringComparer.Ordinal);

    /// <summary>Security to a value strictly between 0 and 1.</summary>
    public IReadOnlyDictionary<string, double> Make(SignalModel model, MarketDay day)
    {
        var raw = model.Kind switch
        {
            SignalKind.Noise => Draw(day, $"{model.Seed}"),
            SignalKind.Restless => Draw(day, $"{model.Seed}/{day.Day}"),
            _ => day.Combine(model.Recipe),
        };
        var ranks = Rank(raw);
        if (_before.GetValueOrDefault(model.Name) is { } before && model.Patience > 0)
        {
            for (var row = 0; row < ranks.Length; row++)
            {
                var then = before.GetValueOrDefault(day.Securities[row], ranks[row]);
                ranks[row] = (model.Patience * then) + ((1 - model.Patience) * ranks[row]);
            }
        }

        _before[model.Name] = day.Securities.Zip(ranks).ToDictionary(StringComparer.Ordinal);
        return day.Securities.Zip(Rank(ranks)).ToDictionary(StringComparer.Ordinal);
    }

    private static double[] Rank(double[] values)
    {
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        return ranks;
    }

    /// <summary>A number a security that only the name decides.</summary>
    private static double[] Draw(MarketDay day, string name) =>
        [
            .. day.Securities.Select(
                security => (double)BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{security}"))))];
}
