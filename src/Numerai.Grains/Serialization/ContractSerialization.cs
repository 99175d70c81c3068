using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Tournament.Ports;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Numerai.Grains.Serialization;

/// <summary>
/// The domain's contracts travel as the JSON they are stored as: one form to freeze, and no Orleans attribute on the domain. Nothing
/// outside the domain's assemblies travels that way. Where nothing travels, on the same silo, contracts are handed over as they are.
/// </summary>
public static class ContractSerialization
{
    public static IServiceCollection AddContractSerialization(this IServiceCollection services) =>
        services.AddContractSerialization(ContractTypes.OfDomain);

    internal static IServiceCollection AddContractSerialization(this IServiceCollection services, ContractTypes contracts) =>
        services.AddWireNames(typeof(ContractSerialization).Assembly).AddSerializer(serializer =>
        {
            // Asked before the JSON copier, which is left with contracts that can change.
            serializer.Services.AddSingleton<ISpecializableCopier>(new SameInstanceCopier(contracts));
            serializer.AddJsonSerializer(contracts.Contain, new JsonSerializerOptions(StoredJson.Options));
            serializer.Configure(options =>
            {
                foreach (var assembly in contracts.Assemblies)
                {
                    options.AddAllowedAssembly(assembly);
                }
            });
        });
}
