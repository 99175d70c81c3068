namespace Numerai.Web.GraphQl.Types;

/// <summary>A field that is only looked up when a query asks for it.</summary>
internal sealed record Deferred<T>(Func<Task<T>> ReadAsync) : IDeferred
{
    public async Task<object?> ResolveAsync() => await ReadAsync();
}
