using System.Collections.Immutable;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Automation;

/// <summary>
/// What one tick has come to. No step is taken twice in one, and a feed that does not answer is not asked for more in it: a stall costs its
/// deadline once.
/// </summary>
internal sealed class AutomationTick(IDataFeed feed, string location)
{
    private FeedException? _down;

    public ImmutableArray<string>.Builder Done { get; } = ImmutableArray.CreateBuilder<string>();

    public List<AutomationWait> Waits { get; } = [];

    public HashSet<AutomationStep> Tried { get; } = [];

    /// <summary>What the feed's calendar says; null until it was asked.</summary>
    public Outcome<FeedCalendar>? Calendar { get; set; }

    /// <inheritdoc cref="IDataFeed.FetchAsync"/>
    public async Task<bool> FetchAsync(string name, string path, long limit)
    {
        if (_down is not null)
        {
            throw _down;
        }

        try
        {
            return await feed.FetchAsync(location, name, path, limit);
        }
        catch (FeedException fault) when (fault.Down)
        {
            _down = fault;
            throw;
        }
    }

    /// <summary>A small file, or null when it is not there (yet).</summary>
    public async Task<byte[]?> ReadAsync(string name, long limit)
    {
        var path = Path.GetTempFileName();
        try
        {
            return await FetchAsync(name, path, limit) ? await File.ReadAllBytesAsync(path) : null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
