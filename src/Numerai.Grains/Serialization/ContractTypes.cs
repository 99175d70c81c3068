using System.Collections.Frozen;
using System.Reflection;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Grains.Serialization;

/// <summary>
/// Which types are contracts: those of a few assemblies, whatever their namespaces, and nobody else's. Arrays and collections of contracts
/// are none; they have codecs of their own.
/// </summary>
internal sealed class ContractTypes(params Assembly[] assemblies)
{
    private readonly FrozenSet<Assembly> _assemblies = assemblies.ToFrozenSet();

    /// <summary>The contracts of the domain. An assembly is a line.</summary>
    public static ContractTypes OfDomain { get; } = new(
        typeof(StoredJson).Assembly,
        typeof(Nmr).Assembly);

    public IEnumerable<Assembly> Assemblies => _assemblies;

    public bool Contain(Type type) => _assemblies.Contains(type.Assembly);

    /// <summary>
    /// What an instance of a contract may be instead; those of these assemblies are all there are. They are found without regard to what a
    /// generic type is of, so that at worst there is one too many.
    /// </summary>
    public IEnumerable<Type> HeirsOf(Type contract) => contract.IsSealed
        ? []
        : _assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(other => other.BaseType is { } parent && Definition(parent) == Definition(contract));

    /// <summary>A generic type without what it is of; other types as they are.</summary>
    public static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
