using Numerai.Local.Actors;

namespace Numerai.Local.Tests.Runtime;

public sealed class TurnTests : IAsyncDisposable
{
    private readonly CounterWorld _world = new();

    [Fact]
    public async Task One_turn_at_a_time_runs_however_many_call()
    {
        var calls = Enumerable.Range(0, 500).Select(number => Task.Run(() => _world.Counter("a").AppendSlowlyAsync(number))).ToList();
        await Task.WhenAll(calls);

        var list = await _world.Counter("a").AppendSlowlyAsync(500);
        Assert.Equal(Enumerable.Range(0, 501), list.TrimEnd(',').Split(',').Select(int.Parse).Order());
    }

    [Fact]
    public async Task Calls_of_one_caller_are_answered_in_the_order_they_were_made()
    {
        var calls = Enumerable.Range(0, 200).Select(number => _world.Counter("a").AppendSlowlyAsync(number)).ToList();
        await Task.WhenAll(calls);

        Assert.Equal(string.Concat(Enumerable.Range(0, 200).Select(number => $"{number},")), await calls[^1]);
    }

    [Fact]
    public async Task An_actor_that_waits_holds_up_its_own_turns_and_no_other_actor()
    {
        var waiting = _world.Counter("a").WaitAsync();
        var behind = _world.Counter("a").AddAsync(1);

        Assert.Equal(2, await _world.Counter("b").AddAsync(2));
        Assert.False(behind.IsCompleted);
        _world.Gate.SetResult(7);
        Assert.Equal(7, await waiting);
        Assert.Equal(1, await behind);
    }

    [Fact]
    public async Task An_interleaving_read_answers_from_the_last_commit_while_a_turn_waits()
    {
        await _world.Counter("a").AddAsync(3);
        var waiting = _world.Counter("a").WaitAsync();

        Assert.Equal(3, await _world.Counter("a").GetAsync());
        Assert.False(_world.Counter("a").GetInTurnAsync().IsCompleted);
        _world.Gate.SetResult(0);
        await waiting;
    }

    [Fact]
    public async Task A_fault_goes_to_its_caller_and_the_actor_lives_on()
    {
        await _world.Counter("a").AddAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Counter("a").ThrowAsync());
        Assert.Equal(2, await _world.Counter("a").AddAsync(1));
        Assert.Equal(["a"], _world.Activations);
    }

    [Fact]
    public async Task A_chain_of_calls_goes_through_and_a_circle_is_a_fault_that_names_it()
    {
        Assert.Equal(3, await _world.Counter("a").AddAlongAsync("b", "c"));

        var fault = await Assert.ThrowsAsync<CallCycleException>(() => _world.Counter("a").AddAlongAsync("b", "c", "a"));
        Assert.Contains("counter/a -> counter/b -> counter/c -> counter/a", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_found_when_the_turns_had_to_wait_in_line_too()
    {
        var blocking = _world.Counter("a").WaitAsync();
        var circle = _world.Counter("a").AddAlongAsync("b", "a");
        _world.Gate.SetResult(0);
        await blocking;

        await Assert.ThrowsAsync<CallCycleException>(() => circle);
    }

    [Fact]
    public async Task The_same_actor_after_the_call_has_ended_is_no_circle()
    {
        await _world.Counter("a").AddAsync(1);
        await _world.Counter("b").AddAlongAsync("a");

        Assert.Equal(3, await _world.Counter("a").AddAsync(1));
    }

    [Fact]
    public async Task Idle_actors_make_room_and_are_read_again_when_called()
    {
        await using var world = new CounterWorld(maximumActivations: 20);
        for (var round = 1; round <= 3; round++)
        {
            for (var number = 0; number < 100; number++)
            {
                Assert.Equal(round, await world.Counter($"{number}").AddAsync(1));
                Assert.InRange(world.Runtime.Activations, 1, 20);
            }
        }
    }

    [Fact]
    public async Task A_reference_from_before_an_actor_made_room_still_reaches_it()
    {
        await using var world = new CounterWorld(maximumActivations: 5);
        var held = world.Counter("held");
        await held.AddAsync(1);
        for (var number = 0; number < 50; number++)
        {
            await world.Counter($"{number}").AddAsync(1);
        }

        Assert.Equal(2, await held.AddAsync(1));
        Assert.Equal(3, await world.Counter("held").AddAsync(1));
    }

    [Fact]
    public async Task Making_room_under_parallel_calls_loses_no_write()
    {
        await using var world = new CounterWorld(maximumActivations: 8);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < 480; call++)
            {
                await world.Counter($"{call % 40}").AddAsync(1);
            }
        })));

        for (var number = 0; number < 40; number++)
        {
            Assert.Equal(48, await world.Counter($"{number}").GetInTurnAsync());
        }
    }

    [Fact]
    public async Task Stopping_lets_the_running_turns_finish_with_the_calls_they_make_and_takes_no_new_ones()
    {
        await using var world = new CounterWorld();
        var waiting = world.Counter("a").WaitAsync();
        var behind = world.Counter("a").AddAlongAsync("b");
        var stopping = world.Runtime.StopAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => world.Counter("c").AddAsync(1));
        Assert.False(stopping.IsCompleted);
        world.Gate.SetResult(1);
        await stopping;
        Assert.Equal(1, await waiting);
        Assert.Equal(2, await behind);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
