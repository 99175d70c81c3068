using Numerai.Local.Faults;

namespace Numerai.Local.Tests.Runtime;

public sealed class DeterminismTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_history_and_seeds_give_different_ones()
    {
        var histories = new List<string>();
        foreach (var seed in new[] { 1, 1, 2, 3, 4, 5 })
        {
            histories.Add(await HistoryAsync(seed));
        }

        Assert.Equal(histories[0], histories[1]);
        Assert.True(histories.Distinct().Count() > 2, "Five seeds gave hardly any different orders.");
    }

    [Fact]
    public async Task Each_actors_own_calls_stay_in_order_whatever_the_seed()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            await using var world = new CounterWorld(seed: seed);
            var list = string.Empty;
            await world.Runtime.Scheduler.EnterAsync(async () =>
            {
                var calls = Enumerable.Range(0, 10).Select(number => world.Counter("a").AppendSlowlyAsync(number)).ToList();
                await Task.WhenAll(calls);
                list = await calls[^1];
                return true;
            });

            Assert.Equal("0,1,2,3,4,5,6,7,8,9,", list);
        }
    }

    [Fact]
    public async Task A_call_from_outside_is_answered_when_it_returns()
    {
        await using var world = new CounterWorld(seed: 1);

        var call = world.Counter("a").AddAlongAsync("b", "c");

        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal(3, await call);
    }

    [Fact]
    public async Task All_runs_on_the_callers_thread()
    {
        await using var world = new CounterWorld(seed: 1);
        var threads = new HashSet<int>();
        var outside = Environment.CurrentManagedThreadId;
        await world.Runtime.Scheduler.EnterAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
            {
                await world.Counter($"{number}").AppendSlowlyAsync(number);
                threads.Add(Environment.CurrentManagedThreadId);
            }));
            return true;
        });

        Assert.Equal([outside], threads);
    }

    [Fact]
    public async Task Whatever_fails_a_caller_that_tries_again_ends_where_it_would_have_without()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var plan = FaultPlan.Seeded(seed, 0.2);
            await using var world = new CounterWorld(seed: seed, faults: plan);
            await world.Runtime.Scheduler.EnterAsync(async () =>
            {
                await Task.WhenAll(Enumerable.Range(0, 5).Select(number => CountToAsync(world.Counter($"{number}"), 5)));
                return true;
            });
            plan.Enabled = false;
            await world.Outboxes.PublishAgainAsync(
                world.Runtime, new Dictionary<string, Actors.ActorKind> { ["counter"] = world.Kind });

            Assert.NotEmpty(plan.Injected);
            foreach (var (source, sequence) in await world.Stores.Events.AppliedAsync())
            {
                Assert.Equal(await world.Counter(source["counter/".Length..]).GetInTurnAsync(), sequence);
            }

            Assert.Equal(5, (await world.Stores.Events.AppliedAsync()).Count);
        }
    }

    /// <summary>Adds 1 until the counter is there; a fault leaves it open whether it was added.</summary>
    private static async Task CountToAsync(ICounter counter, int goal)
    {
        while (true)
        {
            try
            {
                while (await counter.GetInTurnAsync() < goal)
                {
                    await counter.AddAsync(1);
                }

                return;
            }
            catch (InjectedFaultException)
            {
            }
            catch (Storage.Actors.VersionConflictException)
            {
                // A write that was done twice.
            }
        }
    }

    private static async Task<string> HistoryAsync(int seed)
    {
        await using var world = new CounterWorld(seed: seed);
        await world.Runtime.Scheduler.EnterAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
            {
                for (var call = 0; call < 3; call++)
                {
                    await world.Counter($"{number}").AddAlongAsync("shared");
                }
            }));
            return true;
        });
        var events = await world.Stores.Events.ReadAsync(0, 1000);
        return string.Join(' ', events.Select(published => $"{published.Source}:{published.Sequence}"));
    }
}
