using System.Linq.Expressions;
using System.Reflection;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Actors;

/// <summary>One method of an actor's interface, ready to be called.</summary>
internal abstract class ActorMethod(MethodInfo method)
{
    public string Name => method.Name;

    /// <summary>Whether it may run while another turn waits; see <see cref="InterleavesAttribute"/>.</summary>
    public bool Interleaves { get; } = method.GetCustomAttribute<InterleavesAttribute>() is not null;

    /// <summary>Runs it as a turn of the slot's actor.</summary>
    public abstract Task Send(ActorSlot slot, object?[] arguments);

    public static ActorMethod Of(MethodInfo method)
    {
        var returned = method.ReturnType;
        if (!returned.IsGenericType || returned.GetGenericTypeDefinition() != typeof(Task<>))
        {
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name} returns {returned}; methods of actors return Task<T>.");
        }

        var type = typeof(ActorMethod<>).MakeGenericType(returned.GenericTypeArguments);
        return (ActorMethod)Activator.CreateInstance(type, method)!;
    }

    /// <summary>Compiles <c>(actor, arguments) => ((Interface)actor).Method((A)arguments[0], ...)</c>.</summary>
    protected static Delegate Compile(Type delegateType, MethodInfo method)
    {
        var actor = Expression.Parameter(typeof(object), "actor");
        var arguments = Expression.Parameter(typeof(object?[]), "arguments");
        var values = method.GetParameters().Select(parameter =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(parameter.Position)), parameter.ParameterType));
        var call = Expression.Call(Expression.Convert(actor, method.DeclaringType!), method, values);
        return Expression.Lambda(delegateType, call, actor, arguments).Compile();
    }
}
