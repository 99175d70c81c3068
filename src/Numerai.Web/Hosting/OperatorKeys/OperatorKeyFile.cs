using System.Text.Json;

namespace Numerai.Web.Hosting;

/// <summary>The operator's key as it is kept: in the form of a client's configuration file.</summary>
internal sealed record OperatorKeyFile(string? Url, string PublicId, string SecretKey)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>Null when there is no file.</summary>
    /// <exception cref="InvalidDataException">It does not hold a key.</exception>
    public static OperatorKeyFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<OperatorKeyFile>(
                File.ReadAllText(path), _json) is { PublicId: not null, SecretKey: not null } kept
                ? kept
                : throw new InvalidDataException(
                    $"{path} does not hold a key; put a kept copy back, or remove the file and recover the key.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(
                $"{path} does not hold a key ({fault.Message}); put a kept copy back, or remove the file and recover the key.", fault);
        }
    }

    /// <summary>Does not show the secret.</summary>
    public override string ToString() => $"{nameof(OperatorKeyFile)} {{ Url = {Url}, PublicId = {PublicId} }}";
}
