using System.Reflection;
using Numerai.Grains.Serialization;

namespace Numerai.Grains.Tests.Wire;

/// <summary>
/// Old and new silos talk to each other during a rolling upgrade; what they call things is frozen here, and hangs on no namespace.
/// </summary>
public sealed class WireNamesTests
{
    [Fact]
    public void Names_of_grains_interfaces_calls_and_contracts_are_those_of_earlier_releases()
    {
        var frozen = Read("names.txt").TrimEnd('\n').Split('\n');
        var now = Names().ToArray();

        Assert.Empty(frozen.Except(now).Select(name => $"gone, so raise WireProtocol.Number and say so in the changelog: {name}"));
        Assert.Empty(now.Except(frozen).Select(name => $"new, so add it to Wire/names.txt: {name}"));
    }

    [Fact]
    public void No_name_holds_a_namespace_or_an_assembly() =>
        Assert.DoesNotContain(Names(), name => name.Contains("Numerai", StringComparison.Ordinal));

    [Fact]
    public void What_moves_to_another_namespace_keeps_its_name()
    {
        Assert.Equal("numerai.Sample", ContractNames.Of(typeof(Before.Sample)));
        Assert.Equal(ContractNames.Of(typeof(Before.Sample)), ContractNames.Of(typeof(After.Sample)));

        Assert.Equal(
            "numerai.ISampled.AskAsync(Sample;IReadOnlyList<Array<Sample>>;Nullable<Int32>)",
            CallNames.Of(typeof(Before.ISampled).GetMethods().Single()));
        Assert.Equal(
            CallNames.Of(typeof(Before.ISampled).GetMethods().Single()), CallNames.Of(typeof(After.ISampled).GetMethods().Single()));
    }

    [Fact]
    public void Two_contracts_of_one_name_are_refused_and_both_are_told()
    {
        var clash = Assert.Throws<InvalidOperationException>(() =>
            WireNames.Unique([typeof(Before.Sample), typeof(Forgetful), typeof(After.Sample)], ContractNames.Of));

        Assert.Contains(
            "numerai.Sample would be both Numerai.Grains.Tests.Wire.Before.Sample and Numerai.Grains.Tests.Wire.After.Sample",
            clash.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_contracts_that_travel_have_one_name() => Assert.Empty(
        GrainCalls.Assemblies.SelectMany(WireNames.Contracts)
            .GroupBy(contract => contract.Key, contract => contract.Value)
            .Where(named => named.Distinct().Count() > 1)
            .Select(named => $"{named.Key}: {string.Join(" and ", named.Distinct())}"));

    private static IEnumerable<string> Names()
    {
        yield return $"protocol {WireProtocol.Number}";
        foreach (var type in GrainCalls.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            if (type.GetCustomAttribute<GrainTypeAttribute>() is { } grain)
            {
                yield return $"grain {grain.GetGrainType(null!, null!)}";
            }

            if (type.GetCustomAttribute<AliasAttribute>(inherit: false) is { } alias)
            {
                yield return $"{(type.IsInterface ? "interface" : "message")} {alias.Alias}";
            }
        }

        foreach (var call in GrainCalls.Assemblies.SelectMany(assembly => WireNames.Calls(assembly).All).Order(StringComparer.Ordinal))
        {
            yield return $"call {call}";
        }

        foreach (var contract in GrainCalls.Assemblies.SelectMany(WireNames.Contracts).Select(contract => contract.Key)
            .Distinct().Order(StringComparer.Ordinal))
        {
            yield return $"contract {contract}";
        }
    }

    private static string Read(string name)
    {
        using var stream = typeof(WireNamesTests).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
