using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>
/// What both ends of the REST interface hold to: enums as snake case names, times as UTC with a Z, exact decimals as strings.
/// </summary>
public static class WireJson
{
    public static void AddWireForms(this JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new UtcTimeJsonConverter());
        options.Converters.Add(new DecimalTextJsonConverter());
    }
}
