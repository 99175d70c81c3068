using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Treasury;

/// <param name="ExternalId">Made by the operator; the same id again changes nothing.</param>
public sealed record Mint(string ExternalId, Nmr Amount);

/// <param name="Balance">What is not reserved.</param>
/// <param name="Reserved">Set aside per round that is being settled.</param>
/// <param name="Minted">All that was ever issued into the treasury.</param>
/// <param name="Paid">All that rounds have paid.</param>
/// <param name="Burned">All that rounds have burned.</param>
public sealed record TreasuryView(
    Nmr Balance, ImmutableSortedDictionary<RoundId, Nmr> Reserved, Nmr Minted, Nmr Paid, Nmr Burned, LedgerHead LedgerHead)
{
    /// <summary>All that proposals have granted.</summary>
    public Nmr Granted { get; init; }

    /// <summary>What schedules have issued, by tournament; a part of <see cref="Minted"/>.</summary>
    public ImmutableSortedDictionary<int, EmissionTotal> Emissions { get; init; } = ImmutableSortedDictionary<int, EmissionTotal>.Empty;

    /// <summary>Set aside per proposal that is being executed.</summary>
    public ImmutableSortedDictionary<int, Nmr> ReservedGrants { get; init; } = ImmutableSortedDictionary<int, Nmr>.Empty;
}
