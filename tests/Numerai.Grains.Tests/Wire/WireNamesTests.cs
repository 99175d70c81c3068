using System.Reflection;
using Numerai.Grains.Actors;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Old and new silos talk to each other during a rolling upgrade; what they call things is frozen here.</summary>
public sealed class WireNamesTests
{
    [Fact]
    public void Names_of_grains_interfaces_and_calls_are_those_of_earlier_releases()
    {
        var frozen = Read("names.txt").TrimEnd('\n').Split('\n');
        var now = Names().ToArray();

        Assert.Empty(frozen.Except(now).Select(name => $"gone: {name}"));
        Assert.Empty(now.Except(frozen).Select(name => $"new, so add it to Wire/names.txt: {name}"));
    }

    private static IEnumerable<string> Names()
    {
        foreach (var type in typeof(IRoundGrain).Assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.GetCustomAttribute<GrainTypeAttribute>() is { } grain)
            {
                yield return $"grain {grain.GetGrainType(null!, null!)}";
            }

            if (type.IsInterface && type.GetCustomAttribute<AliasAttribute>() is { } alias)
            {
                yield return $"interface {alias.Alias}";
            }

            foreach (var call in type.GetCustomAttributes<CompoundTypeAliasAttribute>())
            {
                var parts = call.Components.Select(part => part is Type named ? named.FullName : part.ToString());
                yield return $"call {string.Join(' ', parts)}";
            }
        }
    }

    private static string Read(string name)
    {
        using var stream = typeof(WireNamesTests).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
