#pragma warning disable CA1001 // Interim host: it lives as long as the process.
namespace Numerai.Web.Hosting;

/// <summary>A clock that is moved by hand.</summary>
internal sealed class VirtualTime(DateTimeOffset? start) : TimeProvider, IServerClock
{
    private readonly SemaphoreSlim _advancing = new(1);
    private DateTimeOffset _now = start ?? default;

    public bool IsVirtual => start is not null;

    public DateTimeOffset Now => GetUtcNow();

    public Func<Task<IReadOnlyList<string>>> Due { get; set; } = () => Task.FromResult<IReadOnlyList<string>>([]);

    public override DateTimeOffset GetUtcNow() => start is null ? System.GetUtcNow() : _now;

    public async Task<IReadOnlyList<string>> AdvanceAsync(DateTimeOffset to)
    {
        await _advancing.WaitAsync();
        try
        {
            _now = to > _now ? to : _now;
            return await Due();
        }
        finally
        {
            _advancing.Release();
        }
    }
}
