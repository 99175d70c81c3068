using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Treasury;

/// <summary>All that is stored of the treasury.</summary>
/// <param name="Mints">
/// Issues by external id, kept for ever so that none is booked twice: the operator alone makes them, by hand, and one a day is some 2.5 KB
/// a year.
/// </param>
/// <param name="ClosedRounds">The latest rounds that were closed, so that a retried close is recognised.</param>
public sealed record TreasuryState(
    Nmr Balance,
    ImmutableSortedDictionary<RoundId, Nmr> Reserved,
    Nmr Minted,
    Nmr Paid,
    Nmr Burned,
    LedgerHead LedgerHead,
    ImmutableSortedDictionary<string, Nmr> Mints,
    ImmutableList<RoundId> ClosedRounds)
{
    /// <summary>Set aside per proposal that is being executed.</summary>
    public ImmutableSortedDictionary<int, Nmr> ReservedGrants { get; init; } = ImmutableSortedDictionary<int, Nmr>.Empty;

    /// <summary>All that proposals have granted.</summary>
    public Nmr Granted { get; init; }

    /// <summary>What schedules have issued, by tournament; the latest due date makes a second booking a no-op.</summary>
    public ImmutableSortedDictionary<int, EmissionTotal> Emissions { get; init; } = ImmutableSortedDictionary<int, EmissionTotal>.Empty;

    /// <summary>How many are remembered: a round is closed again only while it settles; those of all tournaments are here.</summary>
    public const int RememberedClosedRounds = 1024;

    public const string LedgerChain = "treasury";

    public static TreasuryState Empty { get; } = new(
        Nmr.Zero,
        ImmutableSortedDictionary<RoundId, Nmr>.Empty,
        Nmr.Zero,
        Nmr.Zero,
        Nmr.Zero,
        LedgerHead.Genesis,
        ImmutableSortedDictionary.Create<string, Nmr>(StringComparer.Ordinal),
        []);

    public TreasuryView View() => new(Balance, Reserved, Minted, Paid, Burned, LedgerHead)
    {
        Granted = Granted,
        ReservedGrants = ReservedGrants,
        Emissions = Emissions,
    };
}
