using System.Reflection;
using Numerai.Grains.Actors;
using Numerai.Grains.Serialization;
using Numerai.Silo.Simulations;
using Numerai.Tournament.Actors;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Every call that can go from silo to silo, found in the grains' interfaces: a new one is tested by being there.</summary>
internal static class GrainCalls
{
    /// <summary>Where grains are.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [typeof(IRoundGrain).Assembly, typeof(ISimulationPointGrain).Assembly];

    /// <summary>Methods of the interfaces of grains and of those that watch them, with what they inherit.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
            .SelectMany(type => type.GetInterfaces().Prepend(type))
            .Where(type => !type.Namespace!.StartsWith("Orleans", StringComparison.Ordinal))
            .Distinct()
            .SelectMany(type => type.GetMethods())
            .OrderBy(Name, StringComparer.Ordinal),
    ];

    /// <summary>Contracts that are arguments, answers, or events on the streams.</summary>
    public static IReadOnlyList<Type> Contracts { get; } =
    [
        .. All.SelectMany(call => Arguments(call).Append(Answer(call)))
            .Append(typeof(TournamentEvent))
            .OfType<Type>()
            .Where(Leads)
            .Distinct(),
    ];

    public static string Name(MethodInfo call) => $"{call.DeclaringType!.Name}.{call.Name}";

    public static IEnumerable<Type> Arguments(MethodInfo call) => call.GetParameters().Select(parameter => parameter.ParameterType);

    /// <summary>What a call answers with; null for nothing.</summary>
    public static Type? Answer(MethodInfo call) => call.ReturnType.IsGenericType ? call.ReturnType.GenericTypeArguments[0] : null;

    public static bool IsOutcome(Type type) => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Outcome<>);

    private static bool Leads(Type type) =>
        ContractTypes.OfDomain.Contain(type) || (type.IsConstructedGenericType && type.GenericTypeArguments.Any(Leads));
}
