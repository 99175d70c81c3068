using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Standings.Rows;

/// <summary>An entry with its place in the order in which all entries were published.</summary>
public sealed record PositionedLedgerEntry(long Position, LedgerEntry Entry);
