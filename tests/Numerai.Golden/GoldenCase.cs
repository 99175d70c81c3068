using System.Text.Json;

namespace Numerai.Golden;

/// <summary>One case of a golden file. Inputs that start with <c>$shared.</c> stand for an object shared by the file's cases.</summary>
internal sealed class GoldenCase(string function, JsonElement body, JsonElement? shared)
{
    public string Function { get; } = function;

    public string Name => body.GetProperty("name").GetString()!;

    public string? Error => body.TryGetProperty("error", out JsonElement error) ? error.GetString() : null;

    /// <summary>Whether the reference refuses on purpose; where it merely crashes, an implementation may fail in its own way.</summary>
    public bool Deliberate => !body.TryGetProperty("deliberate", out JsonElement deliberate) || deliberate.GetBoolean();

    public double RelativeTolerance => body.GetProperty("rtol").GetDouble();

    public double AbsoluteTolerance => body.GetProperty("atol").GetDouble();

    public JsonElement Expected => body.GetProperty("expected");

    public bool Has(string input) => body.GetProperty("inputs").TryGetProperty(input, out _);

    public JsonElement this[string input]
    {
        get
        {
            JsonElement value = body.GetProperty("inputs").GetProperty(input);
            return value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith("$shared.", StringComparison.Ordinal)
                ? shared!.Value.GetProperty(value.GetString()!["$shared.".Length..])
                : value;
        }
    }

    public double Number(string input, double otherwise) => Has(input) ? GoldenJson.Number(this[input]) : otherwise;

    public int Whole(string input, int otherwise = 0) => Has(input) ? this[input].GetInt32() : otherwise;

    public bool Flag(string input, bool otherwise) => Has(input) ? this[input].GetBoolean() : otherwise;

    public static IEnumerable<GoldenCase> ReadAll(string file)
    {
        JsonElement root = GoldenFolder.Load(file);
        JsonElement? shared = root.TryGetProperty("shared", out JsonElement common) ? common : null;
        string function = root.GetProperty("function").GetString()!;
        return root.GetProperty("cases").EnumerateArray().Select(body => new GoldenCase(
            body.TryGetProperty("function", out JsonElement own) ? own.GetString()! : function, body, shared));
    }
}
