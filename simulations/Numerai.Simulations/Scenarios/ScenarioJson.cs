using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Numerai.Tournament.Ports;

namespace Numerai.Simulations.Scenarios;

/// <summary>The JSON form of scenario files: camel case, comments and trailing commas allowed, unknown members refused.</summary>
public static class ScenarioJson
{
    /// <summary>How scenario files are read and written.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads a file of this form; a null in a list is as malformed as a missing bracket.</summary>
    /// <exception cref="JsonException">It is not of this form; line and place are in it.</exception>
    public static T? Read<T>(string text)
    {
        var reading = new JsonDocumentOptions
        {
            CommentHandling = Options.ReadCommentHandling,
            AllowTrailingCommas = Options.AllowTrailingCommas,
        };
        using var document = JsonDocument.Parse(text, reading);
        return JsonLists.NullItem(document.RootElement) is { } path
            ? throw new JsonException("A list holds no null; leave the item out.", "$" + path, null, null)
            : JsonSerializer.Deserialize<T>(text, Options);
    }

    /// <summary>The schema of scenario files, made from the records that they are read into.</summary>
    public static string Schema()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = (JsonObject)Options.GetJsonSchemaAsNode(typeof(Scenario), exporter);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(new JsonSerializerOptions(Options) { WriteIndented = true }) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var description = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true)
            .OfType<DescriptionAttribute>().FirstOrDefault();
        if (description is not null && node is JsonObject schema)
        {
            schema.Insert(0, "description", description.Description);
        }

        return node;
    }
}
