using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Treasury;

/// <summary>NMR that a tournament's schedule issues into the treasury.</summary>
/// <param name="Due">With the tournament it tells one emission from all others.</param>
public sealed record Emission(TournamentId Tournament, DateTimeOffset Due, Nmr Amount)
{
    /// <summary>Id of its transfer in the ledger.</summary>
    public string Transfer => $"emission/{Tournament}/{LedgerTime.Write(Due)}";
}
