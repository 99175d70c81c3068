using System.Globalization;

namespace Numerai.Cli.Simulations;

/// <summary>Says how far a sweep is: a line for every point that is done, and now and then one for all that are under way.</summary>
internal sealed class SweepProgress(int points, TimeProvider time)
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly double[] _shares = new double[points];
    private long _said = time.GetTimestamp();
    private int _done;

    public void Report(int point, double share)
    {
        lock (_lock)
        {
            _shares[point] = share;
            if (time.GetElapsedTime(_said) >= _between)
            {
                _said = time.GetTimestamp();
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{_done} of {points} done, {_shares.Count(part => part is > 0 and < 1)} under way, "
                        + $"{_shares.Average():P0} of the work"));
            }
        }
    }

    public void Done(string what)
    {
        lock (_lock)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++_done} of {points}: {what}"));
        }
    }
}
