using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Tournament.Settlement;

/// <summary>What settling a round moved for one participant.</summary>
public sealed record SettlementReceipt(RoundId Round, Nmr Paid, Nmr Burned);
