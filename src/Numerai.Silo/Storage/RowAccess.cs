using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Silo.Storage;

/// <summary>
/// Leads from the type that Orleans names, <c>Persisted&lt;TState&gt;</c>, to the one that rows are read by, <c>TState</c>.
/// </summary>
internal abstract class RowAccess<T>
{
    public static RowAccess<T> Instance { get; } = Make();

    public abstract Task ReadAsync(IActorRows rows, string kind, string key, IGrainState<T> state);

    public abstract Task WriteAsync(IActorRows rows, string kind, string key, IGrainState<T> state);

    private static RowAccess<T> Make()
    {
        var persisted = typeof(T);
        if (!persisted.IsConstructedGenericType || persisted.GetGenericTypeDefinition() != typeof(Persisted<>))
        {
            throw new NotSupportedException($"Only states of actors are stored in actor rows, and {persisted} is none.");
        }

        return (RowAccess<T>)Activator.CreateInstance(typeof(RowAccessOfState<>).MakeGenericType(persisted.GenericTypeArguments))!;
    }
}
