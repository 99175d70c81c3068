#pragma warning disable CA1001 // Interim host: it lives as long as the process.
using System.Collections.Concurrent;
using System.Reflection;
using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Models;
using Numerai.Tournament.Participants;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Schedule;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Treasury;

namespace Numerai.Web.Hosting;

internal sealed class SerialActors(IActorRows rows) : IActors
{
    private readonly ConcurrentDictionary<string, object> _proxies = new();

    public ActorServices Services { get; set; } = null!;

    public IParticipant Participant(AccountId account) => Get<IParticipant>("participant", account.ToString(), async key =>
        { var a = new Participant(key, await Open<ParticipantState>("participant", key), Services); await a.ActivateAsync(); return a; });

    public IModel Model(ModelId model) => Get<IModel>("model", model.ToString(), async key =>
        { var a = new Model(key, await Open<ModelState>("model", key), Services); await a.ActivateAsync(); return a; });

    public IRound Round(RoundId round) => Get<IRound>("round", round.ToString(), async key =>
        { var a = new Round(key, await Open<RoundState>("round", key), Services); await a.ActivateAsync(); return a; });

    public IScoringShard ScoringShard(string key) => Get<IScoringShard>("shard", key, _ => Task.FromResult<IScoringShard>(new ScoringShard(key, Services)));

    public ITreasury Treasury() => Get<ITreasury>("treasury", "treasury", async key =>
        { var a = new TreasuryActor(key, await Open<TreasuryState>("treasury", key), Services); await a.ActivateAsync(); return a; });

    public ISchedule Schedule(TournamentId tournament) => Get<ISchedule>("schedule", tournament.ToString(), async key =>
        { var a = new ScheduleActor(key, await Open<ScheduleState>("schedule", key), Services); await a.ActivateAsync(); return a; });

    private async Task<IActorStorage<Persisted<T>>> Open<T>(string kind, string key)
        where T : class
    {
        var row = await rows.ReadAsync<T>(kind, key);
        return new Storage<T>(rows, kind, key, row);
    }

    private T Get<T>(string kind, string key, Func<string, Task<T>> make)
        where T : class => (T)_proxies.GetOrAdd(kind + "/" + key, _ =>
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        ((Proxy)(object)proxy).Make = async () => await make(key);
        return proxy;
    });

    private sealed class Storage<T>(IActorRows rows, string kind, string key, ActorRow<T>? row) : IActorStorage<Persisted<T>>
        where T : class
    {
        private long _version = row?.Version ?? 0;

        public Persisted<T>? Value { get; private set; } = row?.Value;

        public async Task WriteAsync(Persisted<T> next)
        {
            _version = await rows.WriteAsync(kind, key, _version, next);
            Value = next;
        }
    }

    internal class Proxy : DispatchProxy
    {
        private readonly SemaphoreSlim _turn = new(1);
        private object? _actor;

        public Func<Task<object>> Make { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var result = targetMethod!.ReturnType.GetGenericArguments()[0];
            return typeof(Proxy).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(result).Invoke(this, [targetMethod, args]);
        }

        private async Task<TResult> Run<TResult>(MethodInfo method, object?[]? args)
        {
            if (method.IsDefined(typeof(InterleavesAttribute)) && _actor is { } ready)
            {
                return await (Task<TResult>)method.Invoke(ready, args)!;
            }

            await _turn.WaitAsync();
            try
            {
                _actor ??= await Make();
                return await (Task<TResult>)method.Invoke(_actor, args)!;
            }
            catch
            {
                _actor = null;
                throw;
            }
            finally
            {
                _turn.Release();
            }
        }
    }
}
