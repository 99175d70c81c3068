using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Transfers;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class TransferMemoryTests
{
    private const int Room = ParticipantState.RememberedTransfers;

    [Fact]
    public void A_list_with_room_knows_all_that_was_booked_and_a_full_one_what_it_has()
    {
        Assert.True(TransferMemory.Decides(List(Room - 1), "other"));
        Assert.False(TransferMemory.Decides(List(Room), "other"));
        Assert.True(TransferMemory.Decides(List(Room), "5"));
    }

    /// <summary>A list that had room again would be taken to have let nothing go.</summary>
    [Fact]
    public void A_list_that_was_full_stays_full_and_a_longer_one_of_an_earlier_version_becomes_shorter()
    {
        foreach (var count in Enumerable.Range(0, 3 * Room))
        {
            var next = count + 1 - TransferMemory.Leaving(List(count)).Count();

            Assert.True(count < Room ? next == count + 1 : next >= Room && next <= Math.Max(Room, count - 1), $"{count} became {next}.");
        }
    }

    [Fact]
    public void What_is_kept_of_a_transfer_is_the_latest_and_of_one_amount()
    {
        var kept = new BookedTransfer(Nmr.Zero, 5);
        Assert.Equal(kept, BookedTransfer.Keep(null, kept).Next);
        Assert.Null(BookedTransfer.Keep(kept, kept).Next);
        Assert.Null(BookedTransfer.Keep(kept, kept with { Sequence = 4 }).Next);
        Assert.Equal(kept, BookedTransfer.Keep(kept, kept with { Sequence = 4 }).Outcome.Require());
        Assert.Equal(6, BookedTransfer.Keep(kept, kept with { Sequence = 6 }).Next?.Sequence);
        Assert.Throws<InvalidOperationException>(() => BookedTransfer.Keep(kept, kept with { Amount = Nmr.FromNmr(1) }));
    }

    private static ImmutableSortedDictionary<string, int> List(int count) =>
        Enumerable.Range(0, count).ToImmutableSortedDictionary(number => $"{number}", number => number, StringComparer.Ordinal);
}
