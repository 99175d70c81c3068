using Numerai.Grains.Calls;
using Numerai.Local.Faults;
using Numerai.Storage.Actors;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Gives each command until it is answered; while one of them is on its way, a silo is killed.</summary>
/// <param name="host">The cluster.</param>
/// <param name="killedAt">Which command that is, 1 first.</param>
internal sealed class DisturbedCaller(ClusterTournamentHost host, int killedAt)
{
    private const int MostAttempts = 100;
    private int _given;

    public int KilledAt => killedAt;

    public bool Killed => _given >= killedAt;

    public async Task RepeatAsync(Func<Task> command)
    {
        var answered = AttemptAsync(command, last: false);
        if (++_given == killedAt)
        {
            await host.KillAsync(host.Silos[^1]);
        }

        for (var attempt = 2; !await answered; attempt++)
        {
            answered = AttemptAsync(command, last: attempt == MostAttempts);
        }
    }

    private static async Task<bool> AttemptAsync(Func<Task> command, bool last)
    {
        try
        {
            await command();
            return true;
        }
        catch (Exception fault) when (!last
            && (fault is GrainFaultException or InjectedFaultException or VersionConflictException || TransientFaults.MayPass(fault)))
        {
            return false;
        }
    }
}
