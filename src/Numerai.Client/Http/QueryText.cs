using System.Globalization;
using System.Text;

namespace Numerai.Client.Http;

/// <summary>Builds a path with a query; values that are null are left out.</summary>
internal static class QueryText
{
    public static string Of(string path, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in values)
        {
            if (value is null)
            {
                continue;
            }

            text.Append(separator).Append(name).Append('=')
                .Append(Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!));
            separator = '&';
        }

        return text.ToString();
    }

    /// <summary>Escapes each part of a name such as "v5.2/train.parquet" and keeps its slashes.</summary>
    public static string Name(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
