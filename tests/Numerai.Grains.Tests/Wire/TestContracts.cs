using Numerai.Grains.Serialization;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Contracts of the domain, and those that tests make up.</summary>
internal static class TestContracts
{
    public static ContractTypes AndOfDomain { get; } = new([.. ContractTypes.OfDomain.Assemblies, typeof(TestContracts).Assembly]);
}
