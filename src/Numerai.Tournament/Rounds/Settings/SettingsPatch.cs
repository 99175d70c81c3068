using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds.Settings;

/// <summary>
/// A change of settings as a JSON merge patch (RFC 7396): what it names is replaced, null takes a member of a dictionary away, the rest
/// stays. Its form is that of the settings in the API: camel case, names for days, decimals as text or numbers.
/// </summary>
public static class SettingsPatch
{
    public const int LargestPatch = 16 * 1024;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Settings in the form that patches have.</summary>
    public static JsonObject Write(TournamentSettings settings) => JsonSerializer.SerializeToNode(settings, _options)!.AsObject();

    /// <summary>Reads whole settings in the form that patches have.</summary>
    public static Outcome<TournamentSettings> Read(string settings)
    {
        try
        {
            var read = JsonSerializer.Deserialize<TournamentSettings>(settings, _options);
            return read is null
                ? Invalid("The settings are the JSON null.")
                : SettingsValidation.Check(read) is { } refusal
                ? refusal
                : read;
        }
        catch (JsonException fault)
        {
            return Invalid($"The settings are not understood{Place(fault)}: a name is unknown there, or a value of another type.");
        }
    }

    /// <summary>The settings after the patch, with the next version, or what is wrong with it.</summary>
    public static Outcome<TournamentSettings> Apply(TournamentSettings settings, string patch)
    {
        if (patch.Length > LargestPatch)
        {
            return Invalid($"The patch has {patch.Length} characters; at most {LargestPatch} are allowed.");
        }

        try
        {
            if (JsonNode.Parse(patch) is not JsonObject change || change.Count == 0)
            {
                return Invalid("The patch is not a JSON object with what is to change, such as {\"payout\":{\"clip\":\"0.04\"}}.");
            }

            if (change.ContainsKey("version") || change.ContainsKey("tournament"))
            {
                return Invalid("A patch changes neither 'version' nor 'tournament'; leave them out.");
            }

            var merged = Merge(Write(settings), change);
            var next = merged.Deserialize<TournamentSettings>(_options)! with { Version = settings.Version + 1 };
            return SettingsValidation.Check(next) is { } refusal ? refusal : next;
        }
        catch (JsonException fault)
        {
            return Invalid($"The patch does not fit the settings{Place(fault)}: a name is unknown there, or a value of another type.");
        }
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject change)
        {
            return patch?.DeepClone();
        }

        var merged = target is JsonObject ? (JsonObject)target.DeepClone() : [];
        foreach (var (name, value) in change)
        {
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = Merge(merged[name], value);
            }
        }

        return merged;
    }

    private static string Place(JsonException fault) => fault.Path is { } path ? $" at {path}" : string.Empty;

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidSettings, message);
}
