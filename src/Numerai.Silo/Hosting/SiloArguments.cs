namespace Numerai.Silo.Hosting;

/// <summary>Command-line options are settings by their last name: <c>--mode cluster --data-folder /var/lib/numerai</c>.</summary>
internal static class SiloArguments
{
    /// <summary>Turns <c>--data-folder X</c> into <c>--Silo:DataFolder=X</c>; other arguments stay as they are.</summary>
    public static string[] Expand(string[] arguments)
    {
        var expanded = new List<string>();
        for (var place = 0; place < arguments.Length; place++)
        {
            var argument = arguments[place];
            var isOption = argument.StartsWith("--", StringComparison.Ordinal) && !argument.Contains(':', StringComparison.Ordinal);
            if (!isOption)
            {
                expanded.Add(argument);
                continue;
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument[2..] : argument[2..equals];
            var value = equals >= 0 ? argument[(equals + 1)..]
                : place + 1 < arguments.Length && !arguments[place + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++place] : "true";
            expanded.Add($"--{SiloSettings.Section}:{string.Concat(name.Split('-').Select(word => word[..1].ToUpperInvariant() + word[1..]))}={value}");
        }

        return [.. expanded];
    }
}
