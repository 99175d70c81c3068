using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ports;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;

namespace Numerai.Web.Proofs;

/// <summary>
/// Proves chains' heads under a checkpoint. The heads are read from the whole ledger, so those of the checkpoint that was asked for last
/// are kept: everybody asks for the newest one.
/// </summary>
internal sealed class ChainProofs(IReadModel readModel)
{
    private readonly Lock _lock = new();
    private (string Hash, Task<ImmutableArray<ChainHead>> Heads)? _last;

    public async Task<Outcome<ChainProof>> ProveAsync(LedgerCheckpoint checkpoint, string chain) =>
        ChainProof.Of(CheckpointLine.Of(checkpoint), await HeadsAsync(checkpoint), chain) is { } proof
            ? proof
            : new Refusal(
                RefusalCodes.ChainNotFound,
                $"Checkpoint {checkpoint.Number} covers no entry of the chain '{chain}'; chains are 'participant/ACCOUNT-ID', 'treasury' "
                    + "and "
                + "'round/TOURNAMENT/NUMBER', and an entry is covered by the first checkpoint after it.");

    private Task<ImmutableArray<ChainHead>> HeadsAsync(LedgerCheckpoint checkpoint)
    {
        lock (_lock)
        {
            if (_last is not { } last || last.Hash != checkpoint.Hash || last.Heads.IsFaulted || last.Heads.IsCanceled)
            {
                _last = last = (checkpoint.Hash, ReadAsync(checkpoint));
            }

            return last.Heads;
        }
    }

    private async Task<ImmutableArray<ChainHead>> ReadAsync(LedgerCheckpoint checkpoint)
    {
        var heads = (await readModel.HeadsAtAsync(checkpoint)).OrderBy(head => head.Chain, StringComparer.Ordinal).ToImmutableArray();
        return LedgerCheckpoints.HeadsRoot(heads) == checkpoint.HeadsRoot
            ? heads
            : throw new InvalidDataException(
                $"The tables no longer hold what checkpoint {checkpoint.Number} was made over; compare with an export.");
    }
}
