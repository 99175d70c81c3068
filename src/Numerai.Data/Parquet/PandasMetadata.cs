using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Data.Tables;

namespace Numerai.Data.Parquet;

/// <summary>
/// The JSON that pandas keeps under the key <c>pandas</c> of a Parquet file, so that <c>pandas.read_parquet</c> gives back the index.
/// Field names are pandas' own (developer documentation, "Storing pandas DataFrame objects in Apache Parquet format").
/// </summary>
internal static class PandasMetadata
{
    public const string Key = "pandas";

    public static string Build(IReadOnlyList<ColumnSchema> columns, string indexColumn)
    {
        var described = new JsonArray();
        foreach (var column in columns)
        {
            var (pandas, numpy) = Types(column.Type);
            described.Add(new JsonObject
            {
                ["name"] = column.Name,
                ["field_name"] = column.Name,
                ["pandas_type"] = pandas,
                ["numpy_type"] = numpy,
                ["metadata"] = null,
            });
        }

        return new JsonObject
        {
            ["index_columns"] = new JsonArray(indexColumn),
            ["column_indexes"] = new JsonArray(new JsonObject
            {
                ["name"] = null,
                ["field_name"] = null,
                ["pandas_type"] = "unicode",
                ["numpy_type"] = "object",
                ["metadata"] = new JsonObject { ["encoding"] = "UTF-8" },
            }),
            ["columns"] = described,
            ["creator"] = new JsonObject { ["library"] = "numerai", ["version"] = "1" },
            ["pandas_version"] = "2.2.2",
        }.ToJsonString(JsonSerializerOptions.Default);
    }

    /// <summary>The columns that are levels of the index; empty when there are none or the JSON is not pandas'.</summary>
    public static IReadOnlyList<string> IndexesOf(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(Key, out var json))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(json)?["index_columns"] is JsonArray index
                ? [.. index.Select(level => level is JsonValue value && value.TryGetValue(out string? name) ? name : null).OfType<string>()]
                : [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static (string Pandas, string Numpy) Types(ColumnType type) => type switch
    {
        ColumnType.Text => ("unicode", "object"),
        ColumnType.Int8 => ("int8", "int8"),
        ColumnType.Int32 => ("int32", "int32"),
        ColumnType.Int64 => ("int64", "int64"),
        ColumnType.Float32 => ("float32", "float32"),
        ColumnType.Float64 => ("float64", "float64"),
        ColumnType.Boolean => ("bool", "bool"),
        ColumnType.Date => ("date", "object"),
        ColumnType.Timestamp => ("datetimetz", "datetime64[us, UTC]"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
