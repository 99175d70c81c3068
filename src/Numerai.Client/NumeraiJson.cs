using System.Text.Json;
using Numerai.Contracts;

namespace Numerai.Client;

/// <summary>The JSON form of the REST interface: camel case, amounts and exact decimals as strings, times as UTC with a Z.</summary>
public static class NumeraiJson
{
    public static JsonSerializerOptions Options { get; } = Make(indented: false);

    /// <summary>The same with line breaks, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Make(indented: true);

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = indented };
        options.AddWireForms();
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
