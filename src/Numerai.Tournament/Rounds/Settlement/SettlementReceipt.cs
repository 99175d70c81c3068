using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Settlement;

/// <summary>What settling a round moved for one participant.</summary>
public sealed record SettlementReceipt(RoundId Round, Nmr Paid, Nmr Burned);
