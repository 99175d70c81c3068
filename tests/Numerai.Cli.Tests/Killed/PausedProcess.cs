using Numerai.Cli.Tests.Processes;

namespace Numerai.Cli.Tests.Killed;

/// <summary>
/// Lets a process run in slices of a few milliseconds and looks at it in between, so that it can be killed at a chosen point of its work
/// without the work knowing anything of it.
/// </summary>
internal static class PausedProcess
{
    private static readonly TimeSpan _slice = TimeSpan.FromMilliseconds(2);

    /// <summary>Kills the process in the first pause in which <paramref name="reached"/> is true.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="reached">Asked while the process stands still.</param>
    /// <param name="over">Becomes true when there is nothing left to wait for.</param>
    /// <returns>Whether it was killed.</returns>
    public static async Task<bool> KillWhenAsync(int processId, Func<bool> reached, Func<bool> over)
    {
        using var slices = new PeriodicTimer(_slice);
        while (!over())
        {
            Signals.Send(processId, Signals.Stop);
            if (reached())
            {
                Signals.Send(processId, Signals.Kill);
                return true;
            }

            Signals.Send(processId, Signals.Continue);
            await slices.WaitForNextTickAsync();
        }

        return false;
    }
}
