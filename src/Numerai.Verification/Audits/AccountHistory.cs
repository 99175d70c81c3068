namespace Numerai.Verification.Audits;

/// <summary>One ledger account's balance after each of its entries.</summary>
internal sealed class AccountHistory
{
    private readonly List<(DateTimeOffset Time, Int128 Balance)> _points = [];

    public Int128 Balance { get; private set; }

    public Int128 Add(Int128 wei, DateTimeOffset time)
    {
        Balance += wei;
        _points.Add((time, Balance));
        return Balance;
    }

    /// <summary>
    /// The balances that the account had at some time in a span: the one before it and those within. Clocks of several machines may
    /// differ a little, so the span is widened by that much.
    /// </summary>
    public IEnumerable<Int128> Between(DateTimeOffset from, DateTimeOffset to, TimeSpan slack)
    {
        var before = Int128.Zero;
        var first = 0;
        for (; first < _points.Count && _points[first].Time < from - slack; first++)
        {
            before = _points[first].Balance;
        }

        yield return before;
        for (; first < _points.Count && _points[first].Time <= to + slack; first++)
        {
            yield return _points[first].Balance;
        }
    }
}
