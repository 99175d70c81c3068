using Numerai.Contracts;
using Numerai.Local.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Tests.Runtime;

internal sealed class Counter(string key, IActorStorage<Persisted<CounterState>> storage, ActorServices services, CounterWorld world)
    : Actor<CounterState>("counter", key, storage, services), ICounter
{
    private int _inside;

    private CounterState Current => State ?? new CounterState(0, string.Empty);

    public override Task ActivateAsync()
    {
        world.Activated(Key);
        return base.ActivateAsync();
    }

    public async Task<int> AddAsync(int amount)
    {
        var next = Current with { Sum = Current.Sum + amount };
        await CommitAsync(next, [new AccountRegistered(NamedUuid.Account(Key), $"{next.Sum}")]);
        return next.Sum;
    }

    public async Task<string> AppendSlowlyAsync(int number)
    {
        Assert.Equal(1, Interlocked.Increment(ref _inside));
        var before = Current;
        await Task.Yield();
        await Task.Yield();
        await CommitAsync(before with { List = before.List + $"{number}," }, []);
        Assert.Equal(0, Interlocked.Decrement(ref _inside));
        return Current.List;
    }

    public Task<int> GetAsync() => Task.FromResult(Current.Sum);

    public Task<int> GetInTurnAsync() => Task.FromResult(Current.Sum);

    public async Task<int> AddAlongAsync(params string[] others)
    {
        var sum = await AddAsync(1);
        return others.Length == 0 ? sum : sum + await world.Counter(others[0]).AddAlongAsync(others[1..]);
    }

    public Task<int> WaitAsync() => world.Gate.Task;

    public Task<int> ThrowAsync() => throw new InvalidOperationException("no");

    public static ActorKind Kind(CounterWorld world) => ActorKind.Stored<ICounter, Counter, CounterState>(
        "counter", (key, storage, services) => new Counter(key, storage, services, world));
}
