using System.Runtime.InteropServices;

namespace Numerai.Cli.Tests.Killed;

/// <summary>
/// Lets a process run in slices of a few milliseconds and looks at it in between, so that it can be killed at a chosen point of its work
/// without the work knowing anything of it.
/// </summary>
internal static partial class PausedProcess
{
    private const int Kill = 9;
    private const int Continue = 18;
    private const int Stop = 19;
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
            Signal(processId, Stop);
            if (reached())
            {
                Signal(processId, Kill);
                return true;
            }

            Signal(processId, Continue);
            await slices.WaitForNextTickAsync();
        }

        return false;
    }

    private static void Signal(int processId, int signal)
    {
        if (Send(processId, signal) != 0)
        {
            throw new InvalidOperationException($"Signal {signal} could not be sent to process {processId} (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int processId, int signal);
}
