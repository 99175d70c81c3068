using Numerai.Tournament.Ledger.Checkpoints;

namespace Numerai.Tournament.Ports;

/// <summary>Reads what was published of all chains, at one moment.</summary>
public interface ILedgerSnapshots
{
    Task<LedgerSnapshot> LedgerSnapshotAsync();
}
