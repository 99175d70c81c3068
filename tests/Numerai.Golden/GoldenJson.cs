using System.Text.Json;

namespace Numerai.Golden;

/// <summary>Reads the values of golden files, whose numbers that are not finite are strings.</summary>
internal static class GoldenJson
{
    public static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            string other => throw new FormatException($"'{other}' is no number."),
            null => double.NaN,
        };

    public static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(Number)];

    public static string[] Texts(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetString()!)];

    public static double[][] Columns(JsonElement values) => [.. values.EnumerateArray().Select(Numbers)];
}
