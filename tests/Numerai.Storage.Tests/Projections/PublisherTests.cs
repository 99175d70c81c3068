using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ports;
using static Numerai.Storage.Tests.Projections.Publishing;

namespace Numerai.Storage.Tests.Projections;

public class PublisherTests : IAsyncDisposable
{
    private static readonly AccountId _ada = NamedUuid.Account("ada");
    private readonly Publishing _publishing;

    public PublisherTests()
        : this(new Publishing())
    {
    }

    private protected PublisherTests(Publishing publishing) => _publishing = publishing;

    [Fact]
    public async Task However_often_and_however_cut_events_are_published_they_are_applied_once()
    {
        var entries = _publishing.Entries("treasury/treasury", Start, Mints(20));

        await _publishing.Publisher.PublishAsync("treasury/treasury", [.. entries.Take(7)]);
        await _publishing.Publisher.PublishAsync("treasury/treasury", [.. entries.Take(7)]);
        await _publishing.Publisher.PublishAsync("treasury/treasury", [.. entries.Skip(3).Take(10)]);
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => _publishing.Publisher.PublishAsync("treasury/treasury", entries))));

        Assert.Equal(Nmr.FromNmr(20), (await _publishing.Read.LedgerBalancesAsync())[LedgerAccounts.Treasury]);
        Assert.Equal(20, (await _publishing.Read.LedgerAsync("treasury", 100, 0)).Count);
        Assert.Equal(20, await _publishing.Feed.LastPositionAsync());
        Assert.Equal(20, (await _publishing.Feed.AppliedAsync())["treasury/treasury"]);
    }

    [Fact]
    public async Task A_gap_is_a_fault_and_applies_nothing()
    {
        var entries = _publishing.Entries("treasury/treasury", Start, Mints(3));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _publishing.Publisher.PublishAsync("treasury/treasury", [entries[0], entries[2]]));
        Assert.Empty(await _publishing.Read.LedgerAsync(null, 10, 0));

        await _publishing.Publisher.PublishAsync("treasury/treasury", entries);
        Assert.Equal(3, (await _publishing.Read.LedgerAsync(null, 10, 0)).Count);
    }

    [Fact]
    public async Task An_event_whose_object_is_missing_is_a_fault_and_goes_through_once_it_is_there()
    {
        var content = StoredJson.Write(new Tournament.Rounds.Scoring.ScoreTable(Round(1), 1, false, Start, []));
        var reference = await new Memory.MemoryObjectStore().PutAsync("table", content);
        await _publishing.SendAsync("round/8/1", Start, new RoundScheduled(Round(1), Start, Start, Start));
        await _publishing.SendAsync("round/8/1", Start, new RoundOpened(Round(1), Start, Start, Start));
        var entries = _publishing.Entries("round/8/1", Start, new ScoresPublished(Round(1), 1, reference));

        await Assert.ThrowsAsync<InvalidDataException>(() => _publishing.Publisher.PublishAsync("round/8/1", entries));
        await _publishing.Objects.PutAsync("table", content);
        await _publishing.Publisher.PublishAsync("round/8/1", entries);

        Assert.Equal(1, Assert.Single(await _publishing.Read.RoundsAsync(null, 1, 0)).ScoredDay);
    }

    [Fact]
    public async Task A_subscriber_gets_what_was_and_then_what_comes_in_order_without_gaps()
    {
        var seen = new List<long>();
        await _publishing.SendAsync("treasury/treasury", Start, Mints(500));
        using var stop = new CancellationTokenSource();
        var half = new TaskCompletionSource();
        var subscriber = Task.Run(async () =>
        {
            await foreach (var published in _publishing.Feed.SubscribeAsync(100, stop.Token))
            {
                seen.Add(published.Position);
                if (published.Position == 500)
                {
                    half.SetResult();
                }

                if (published.Position == 503)
                {
                    Assert.Equal(new AccountRegistered(_ada, "third"), published.Event);
                    return;
                }
            }
        });
        await half.Task;
        foreach (var name in new[] { "first", "second", "third" })
        {
            await _publishing.SendAsync($"participant/{name}", Start, new AccountRegistered(_ada, name));
        }

        await subscriber;
        Assert.Equal(Enumerable.Range(101, 403).Select(position => (long)position), seen);
    }

    [Fact]
    public async Task A_subscriber_that_waits_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _publishing.Feed.SubscribeAsync(0, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = waiting.MoveNextAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    public ValueTask DisposeAsync() => _publishing.DisposeAsync();

    private static TournamentEvent[] Mints(int count)
    {
        var head = LedgerHead.Genesis;
        var events = new TournamentEvent[count];
        for (var number = 0; number < count; number++)
        {
            (var entry, head) = LedgerChain.Append(
                "treasury", head, $"mint/{number}", LedgerReason.Mint, LedgerAccounts.Issued, LedgerAccounts.Treasury, Nmr.FromNmr(1), null,
                Start);
            events[number] = new LedgerEntryPosted(entry);
        }

        return events;
    }
}
