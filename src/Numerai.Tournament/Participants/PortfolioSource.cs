using Numerai.Tournament.Ledger;
using Numerai.Tournament.Money;

namespace Numerai.Tournament.Participants;

/// <summary>NMR that is free to go to any model of a portfolio.</summary>
/// <param name="Account">The ledger account that it stands in.</param>
internal sealed record PortfolioSource(string Account, LedgerReason Reason, Nmr Amount);
