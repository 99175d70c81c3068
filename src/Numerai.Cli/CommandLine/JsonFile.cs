using System.Text.Json;
using Numerai.Client;

namespace Numerai.Cli.CommandLine;

/// <summary>Files in the JSON form of the API.</summary>
internal static class JsonFile
{
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), NumeraiJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path} is not understood: {fault.Message}", fault);
        }
    }
}
