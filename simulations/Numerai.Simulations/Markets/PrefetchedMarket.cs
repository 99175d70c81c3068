namespace Numerai.Simulations.Markets;

/// <summary>Reads the next era of a market on another thread while the current one is played.</summary>
internal sealed class PrefetchedMarket(IMarket market) : IMarket
{
    private (int Number, Task<MarketEra> Era)? _next;

    public string Description => market.Description;

    public int Eras => market.Eras;

    public IReadOnlyList<string> FeatureNames => market.FeatureNames;

    public IReadOnlyList<string> TargetNames => market.TargetNames;

    public MarketEra Read(int number)
    {
        var era = _next is { } next && next.Number == number ? next.Era.GetAwaiter().GetResult() : ReadAfter(_next?.Era, number);
        _next = number < market.Eras ? (number + 1, Task.Run(() => market.Read(number + 1))) : null;
        return era;
    }

    /// <summary>A market is read by one at a time, in order: what was begun is waited for first.</summary>
    private MarketEra ReadAfter(Task<MarketEra>? begun, int number)
    {
        begun?.GetAwaiter().GetResult();
        return market.Read(number);
    }
}
