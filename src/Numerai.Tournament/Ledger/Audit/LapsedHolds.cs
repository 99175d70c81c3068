using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Ledger.Audit;

/// <summary>
/// Books the end of holds whose time has come, on accounts that have given no command since: else the ledger and all that is made of it
/// would show them as held for as long as their owners are silent.
/// </summary>
public sealed class LapsedHolds(IActors actors, IReadModel readModel, TimeProvider time)
{
    private const int AccountsAtOnce = 64;

    /// <summary>How many holds were ended. A second time, or another silo at the same time, changes nothing.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation = default)
    {
        var ended = 0;
        foreach (var batch in (await readModel.AccountsAsync()).Chunk(AccountsAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            ended += (await Task.WhenAll(batch.Select(EndAsync))).Sum();
        }

        return ended;
    }

    /// <summary>
    /// Whoever gives an account a command ends all its holds that are over; releasing one of those is a command that does nothing else.
    /// </summary>
    private async Task<int> EndAsync(AccountId account)
    {
        var over = (await actors.Participant(account).GetAsync()).Require().Holds.Where(hold => hold.IsOver(time.GetUtcNow())).ToList();
        if (over is [var first, ..])
        {
            (await actors.Participant(account).ReleaseHoldAsync(first.Id)).Require();
        }

        return over.Count;
    }
}
