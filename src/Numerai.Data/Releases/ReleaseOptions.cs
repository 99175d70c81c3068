using System.Globalization;
using Numerai.Data.Keys;
using Numerai.Data.Obfuscation;

namespace Numerai.Data.Releases;

/// <summary>How a release is cut from a panel.</summary>
public sealed record ReleaseOptions
{
    public const string UsualVersion = "v5.2";

    /// <summary>Number of the tournament whose rounds these are.</summary>
    public required int Tournament { get; init; }

    /// <summary>Name of the public folder.</summary>
    public string Version { get; init; } = UsualVersion;

    /// <summary>Weekly eras held out at the end as live rounds.</summary>
    public int Rounds { get; init; } = 26;

    /// <summary>Share of the published eras that goes into <c>train.parquet</c>; the rest, after the purge, is validation.</summary>
    public double TrainShare { get; init; } = 0.5;

    /// <summary>Securities an era needs.</summary>
    public int LeastSecurities { get; init; } = 20;

    public ObfuscationOptions Obfuscation { get; init; } = new();

    /// <summary>Models whose walk-forward predictions are published; the first one also makes the example predictions.</summary>
    public required IReadOnlyList<IBenchmarkModel> Benchmarks { get; init; }

    /// <summary>Eras after which benchmark models learn anew in history.</summary>
    public int RetrainEras { get; init; } = 156;

    /// <summary>Rounds after which benchmark models learn anew while live.</summary>
    public int RetrainRounds { get; init; } = 13;

    /// <summary>Signs the public manifest; <see langword="null"/> leaves it unsigned.</summary>
    public SigningKey? SigningKey { get; init; }

    /// <exception cref="DataFormatException"><c>release_options</c>, naming the option.</exception>
    internal void Check()
    {
        Require(Rounds >= 1, nameof(Rounds), Rounds, "at least 1");
        Require(TrainShare is > 0.1 and < 0.9, nameof(TrainShare), TrainShare, "between 0.1 and 0.9");
        Require(LeastSecurities >= 20, nameof(LeastSecurities), LeastSecurities, "at least 20");
        Require(RetrainEras >= 1 && RetrainRounds >= 1, nameof(RetrainEras), Math.Min(RetrainEras, RetrainRounds), "at least 1");
        Require(Benchmarks.Count >= 1, nameof(Benchmarks), Benchmarks.Count, "at least one model");
        Require(Benchmarks.Select(b => b.Name).Distinct(StringComparer.Ordinal).Count() == Benchmarks.Count, nameof(Benchmarks),
            Benchmarks.Count, "models of different names");
        Require(Version.Length is > 0 and < 40 && Version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            && Version[0] != '.',
            nameof(Version), Version, "a folder name of letters, digits, '.', '-' and '_'");
    }

    private static void Require(bool holds, string option, IFormattable value, string wanted) =>
        Require(holds, option, value.ToString(null, CultureInfo.InvariantCulture), wanted);

    private static void Require(bool holds, string option, string value, string wanted)
    {
        if (!holds)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseOptions, $"Release option {option} is {value}, but must be {wanted}.");
        }
    }
}
