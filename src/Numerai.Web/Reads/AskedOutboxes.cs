using System.Collections.Concurrent;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Reads;

/// <summary>Asks actors to publish what reads wait for: each once at a time, however many wait, and only so many.</summary>
internal sealed class AskedOutboxes(IOutboxes outboxes, ILogger logger)
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>Does not wait for it: the actor may be in the middle of a turn.</summary>
    public void Ask(string source)
    {
        if (_asked.Count < Most && _asked.TryAdd(source, true))
        {
            _ = AskAsync(source);
        }
    }

    private async Task AskAsync(string source)
    {
        try
        {
            await outboxes.PublishPendingAsync(source);
        }
#pragma warning disable CA1031 // Nobody waits for this: the read says that it is stale, and the ticker asks again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogInformation(fault, "{Source} could not be asked to publish what reads wait for.", source);
        }
        finally
        {
            _asked.TryRemove(source, out _);
        }
    }
}
