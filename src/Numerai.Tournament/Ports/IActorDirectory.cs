namespace Numerai.Tournament.Ports;

/// <summary>Which actors have ever been written to. It reads their rows themselves and so never lags behind them.</summary>
public interface IActorDirectory
{
    /// <summary>Keys of one kind in ordinal order, from the first after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<string>> KeysAsync(string kind, string? after, int limit);
}
