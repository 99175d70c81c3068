using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>NMR that is free to go to any model of a portfolio.</summary>
/// <param name="Account">The ledger account that it stands in.</param>
internal sealed record PortfolioSource(string Account, LedgerReason Reason, Nmr Amount);
