using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace Numerai.Grains.Serialization;

/// <summary>
/// The domain's contracts travel as the JSON they are stored as: one form to freeze, and no Orleans attribute on the domain. Nothing
/// outside the domain's namespaces travels that way. Where nothing travels, on the same silo, contracts are handed over as they are.
/// </summary>
public static class ContractSerialization
{
    private static readonly string[] _rooms = ["Numerai.Contracts", "Numerai.Tournament"];

    public static IServiceCollection AddContractSerialization(this IServiceCollection services) => services.AddSerializer(serializer =>
    {
        // Asked before the JSON copier, which is left with contracts that can change.
        serializer.Services.AddSingleton<ISpecializableCopier, SameInstanceCopier>();
        serializer.AddJsonSerializer(IsContract, new JsonSerializerOptions(StoredJson.Options));
        serializer.Configure(options =>
        {
            options.AddAllowedAssembly(typeof(StoredJson).Assembly);
            options.AddAllowedAssembly(typeof(Refusal).Assembly);
        });
    });

    /// <summary>Whether a type is a contract of the domain; arrays and collections of contracts have codecs of their own.</summary>
    public static bool IsContract(Type type) =>
        type.Namespace is { } name && _rooms.Any(room => name == room || name.StartsWith(room + ".", StringComparison.Ordinal));
}
