using System.Globalization;
using System.Text.Json;

namespace Numerai.Tournament.Ports;

/// <summary>
/// No list of ours has holes. The serializer does not see to it (its care for null ends at properties), and code that looks for the first
/// wrong item of a list takes a null for none; so whatever comes from outside is looked through before it is read.
/// </summary>
public static class JsonLists
{
    /// <summary>Where the first null in a list stands, such as <c>.weights[2]</c>; null when there is none.</summary>
    public static string? NullItem(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => InList(root),
        JsonValueKind.Object => InObject(root),
        _ => null,
    };

    private static string? InList(JsonElement list)
    {
        var place = 0;
        foreach (var item in list.EnumerateArray())
        {
            if ((item.ValueKind == JsonValueKind.Null ? string.Empty : NullItem(item)) is { } inside)
            {
                return string.Create(CultureInfo.InvariantCulture, $"[{place}]{inside}");
            }

            place++;
        }

        return null;
    }

    private static string? InObject(JsonElement value)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (NullItem(field.Value) is { } inside)
            {
                return $".{field.Name}{inside}";
            }
        }

        return null;
    }
}
