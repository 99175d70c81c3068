using Orleans.Serialization.Cloning;

namespace Numerai.Grains.Serialization;

/// <summary>
/// Orleans copies the arguments and the answer of every call, so that caller and callee share nothing that either could change. Contracts
/// that nobody can change are handed over as they are.
/// </summary>
internal sealed class SameInstanceCopier(ContractTypes contracts) : ISpecializableCopier
{
    private readonly Immutability _immutability = new(contracts);

    public bool IsSupportedType(Type type) => contracts.Contain(type) && _immutability.Holds(type);

    public IDeepCopier GetSpecializedCopier(Type type) =>
        (IDeepCopier)Activator.CreateInstance(typeof(ShallowCopier<>).MakeGenericType(type))!;
}
