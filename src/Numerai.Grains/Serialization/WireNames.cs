using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Numerai.Grains.Serialization;

/// <summary>
/// What silos call things when they speak to each other. No name holds a namespace or an assembly, so that code moves without silos of the
/// version before taking notice; <c>Wire/names.txt</c> of the tests freezes them all.
/// </summary>
public static class WireNames
{
    /// <summary>Sets these names apart from those of Orleans and of grains that operators add.</summary>
    public const string Prefix = "numerai.";

    private static readonly ConcurrentDictionary<Assembly, (CallNames Calls, FrozenDictionary<string, Type> Contracts)> _known = new();

    /// <summary>Gives the calls of an assembly's grains, and the contracts that these calls carry, their names on the wire.</summary>
    /// <param name="services">The services of a silo.</param>
    /// <param name="grains">Where the grains and their interfaces are.</param>
    /// <exception cref="InvalidOperationException">Two of them have one name.</exception>
    public static IServiceCollection AddWireNames(this IServiceCollection services, Assembly grains)
    {
        var (calls, contracts) = _known.GetOrAdd(grains, Find);
        services.AddSingleton<ITypeConverter>(calls);
        return services.AddSerializer(serializer => serializer.Configure(options =>
        {
            options.AllowedTypes.UnionWith(calls.All);
            foreach (var (name, contract) in contracts)
            {
                options.WellKnownTypeAliases[name] = contract;
            }
        }));
    }

    /// <summary>Names of contracts that the grains of an assembly send or are sent.</summary>
    internal static FrozenDictionary<string, Type> Contracts(Assembly grains) => _known.GetOrAdd(grains, Find).Contracts;

    /// <summary>Names of calls to the grains of an assembly.</summary>
    internal static CallNames Calls(Assembly grains) => _known.GetOrAdd(grains, Find).Calls;

    /// <summary>Types by name.</summary>
    /// <exception cref="InvalidOperationException">Two have the same; it says which.</exception>
    internal static FrozenDictionary<string, Type> Unique(IEnumerable<Type> types, Func<Type, string> name)
    {
        var named = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (!named.TryAdd(name(type), type))
            {
                throw new InvalidOperationException($"On the wire {name(type)} would be both {named[name(type)]} and {type}. "
                    + "Namespaces do not tell them apart there: rename one.");
            }
        }

        return named.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (CallNames Calls, FrozenDictionary<string, Type> Contracts) Find(Assembly grains)
    {
        var calls = new CallNames(grains);
        return (calls, Unique(ContractNames.Sent(grains, calls.Methods, ContractTypes.OfDomain), ContractNames.Of));
    }
}
