using Numerai.Local.Faults;
using Numerai.Storage.Actors;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>A caller that gives its command again until it is answered: after a fault it cannot know whether it was carried out.</summary>
internal static class Repeated
{
    private const int MostAttempts = 60;

    /// <param name="restart">Whether the host is started again after each fault.</param>
    public static async Task UntilAnsweredAsync(ITournamentHost host, Func<Task> command, bool restart)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await command();
                return;
            }
            catch (Exception fault) when (attempt < MostAttempts && fault is InjectedFaultException or VersionConflictException)
            {
                if (restart)
                {
                    await host.RestartAsync();
                }
            }
        }
    }
}
