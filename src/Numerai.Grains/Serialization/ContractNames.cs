using System.Reflection;

namespace Numerai.Grains.Serialization;

/// <summary>
/// Names of contracts on the wire: their simple names. Only those have one whose name is sent beside their JSON: what calls are given and
/// answer with, what generic types of Orleans are of, states of grains that move, and whatever derives from one of these.
/// </summary>
internal static class ContractNames
{
    public static string Of(Type contract) =>
        contract.DeclaringType is { } outer ? $"{Of(outer)}.{contract.Name}" : WireNames.Prefix + contract.Name;

    /// <summary>The contracts that are sent by or to the grains of an assembly.</summary>
    /// <param name="grains">Where the grains are.</param>
    /// <param name="calls">Their interfaces' methods.</param>
    /// <param name="contracts">What counts as one.</param>
    public static IReadOnlyCollection<Type> Sent(Assembly grains, IEnumerable<MethodInfo> calls, ContractTypes contracts)
    {
        var sent = new HashSet<Type>();
        var waiting = new Stack<Type>([.. calls.SelectMany(Signature), .. grains.GetTypes().SelectMany(Parts)]);
        while (waiting.TryPop(out var type))
        {
            if (type.HasElementType)
            {
                waiting.Push(type.GetElementType()!);
                continue;
            }

            foreach (var argument in type.GenericTypeArguments)
            {
                waiting.Push(argument);
            }

            var contract = ContractTypes.Definition(type);
            if (contracts.Contain(contract) && sent.Add(contract))
            {
                foreach (var heir in contracts.HeirsOf(contract))
                {
                    waiting.Push(heir);
                }
            }
        }

        return sent;
    }

    private static IEnumerable<Type> Signature(MethodInfo call) =>
        call.GetParameters().Select(parameter => parameter.ParameterType).Append(call.ReturnType);

    /// <summary>The state of a grain, and what messages of the grains' own carry.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.IsDefined(typeof(GrainTypeAttribute), inherit: false)
            ? type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                .Select(parameter => parameter.ParameterType)
                .Where(parameter => parameter.IsConstructedGenericType
                    && parameter.GetGenericTypeDefinition() == typeof(IPersistentState<>))
        : type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
            ? type.GetProperties().Select(property => property.PropertyType)
        : [];
}
