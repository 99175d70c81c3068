using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Serialization;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Serialization;

/// <summary>
/// Names of calls on the wire, such as <c>numerai.ITreasury.ReserveAsync(RoundId;Nmr)</c>: the interface, the method and what it is given,
/// by their simple names. Orleans' own name of a call is the interface with its namespace and assembly, and a hash over those of all
/// arguments. A call that is given something else than before has another name, so that it is refused and not misread.
/// </summary>
internal sealed class CallNames : ITypeConverter
{
    private readonly FrozenDictionary<string, Type> _requests;
    private readonly FrozenDictionary<Type, string> _names;

    /// <param name="grains">Where the grains' interfaces are, and what Orleans generates for their calls.</param>
    /// <exception cref="InvalidOperationException">Two calls have one name.</exception>
    public CallNames(Assembly grains)
    {
        _requests = WireNames.Unique(Requests(grains), request => Of(Method(request)));
        _names = _requests.ToFrozenDictionary(named => named.Value, named => named.Key);
    }

    public IEnumerable<string> All => _requests.Keys;

    public IEnumerable<MethodInfo> Methods => _requests.Values.Select(Method);

    public static string Of(MethodInfo call) =>
        $"{WireNames.Prefix}{call.DeclaringType!.Name}.{call.Name}({string.Join(';', call.GetParameters().Select(Argument))})";

    public bool TryFormat(Type type, out string formatted) => _names.TryGetValue(type, out formatted!);

    public bool TryParse(string formatted, out Type type) => _requests.TryGetValue(formatted, out type!);

    /// <summary>What Orleans generates for each method, and sends.</summary>
    public static IEnumerable<Type> Requests(Assembly grains) => grains.GetTypes().Where(type =>
        !type.IsAbstract && type.IsAssignableTo(typeof(IInvokable)) && type.IsDefined(typeof(CompoundTypeAliasAttribute), inherit: false));

    /// <summary>The method a request is for, which is the same for every instance.</summary>
    public static MethodInfo Method(Type request) => ((IInvokable)RuntimeHelpers.GetUninitializedObject(request)).GetMethod();

    private static string Argument(ParameterInfo parameter) => Argument(parameter.ParameterType);

    /// <summary>Without the characters that have a meaning in names of types: commas, brackets, backquotes.</summary>
    private static string Argument(Type type) =>
        type.IsArray ? $"Array<{Argument(type.GetElementType()!)}>"
        : type.IsConstructedGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(';', type.GenericTypeArguments.Select(Argument))}>"
        : type.Name;
}
