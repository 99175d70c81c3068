using Numerai.Data.Features;

namespace Numerai.Data.Obfuscation;

/// <summary>The operator's way back from published ids and columns. Works with the key a release was made with, and with no
/// other.</summary>
public sealed class ReleaseDecoder
{
    private readonly Obfuscator _obfuscator;
    private readonly IReadOnlyList<string> _securities;

    /// <param name="key">Key of the release.</param>
    /// <param name="options">Defences of the release.</param>
    /// <param name="securities">Names of all securities the release may hold.</param>
    public ReleaseDecoder(ObfuscationKey key, ObfuscationOptions options, IReadOnlyList<string> securities)
    {
        _obfuscator = new Obfuscator(key, options);
        _securities = securities;
    }

    /// <summary>The security behind each id of an era; <see langword="null"/> where none of the given securities has that id.</summary>
    /// <param name="era">Era number.</param>
    /// <param name="ids">Published ids.</param>
    public IReadOnlyList<string?> Decode(int era, IReadOnlyList<string> ids)
    {
        var byId = _securities.ToDictionary(security => _obfuscator.Id(era, security), StringComparer.Ordinal);
        return ids.Select(byId.GetValueOrDefault).ToList();
    }

    /// <summary>What each published feature is made of: names and weights of raw features, by published name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(string Feature, double Weight)>> Features() => _obfuscator.Columns.ToDictionary(
        column => column.Name,
        column => (IReadOnlyList<(string, double)>)column.Sources.Select((source, i) =>
            (FeatureCatalog.All[source].Name, column.Weights[i])).ToList(),
        StringComparer.Ordinal);
}
