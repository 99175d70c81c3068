using System.Collections.Immutable;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// The lists of an account's row that keep a transfer from being booked twice. What is booked is in the list from the same write on; for
/// one more, a full list lets others go that have been kept in rows of their own.
/// </summary>
internal static class TransferMemory
{
    /// <summary>How many go at once where an earlier version left a longer list: few, so that the turn stays short.</summary>
    private const int MostAtOnce = 16;

    /// <summary>Whether a list knows by itself if a transfer was booked: it has it, or has never let one go.</summary>
    public static bool Decides<T>(ImmutableSortedDictionary<string, T> list, string id) =>
        list.Count < ParticipantState.RememberedTransfers || list.ContainsKey(id);

    /// <summary>What has to go before one more is booked: never so many that the list has room afterwards.</summary>
    public static IEnumerable<string> Leaving<T>(ImmutableSortedDictionary<string, T> list) =>
        list.Keys.Take(Math.Clamp(list.Count + 1 - ParticipantState.RememberedTransfers, 0, MostAtOnce));
}
