using Numerai.Contracts;

namespace Numerai.Tournament.Standings;

/// <summary>Running totals of one account or model, fed round by round.</summary>
internal sealed class StandingTotals(RoundResult first, DateTimeOffset now)
{
    private static readonly TimeSpan[] _windows = [TimeSpan.FromDays(1), TimeSpan.FromDays(91), TimeSpan.FromDays(365), TimeSpan.MaxValue];
    private readonly Dictionary<string, (double Sum, int Count)> _scores = new(StringComparer.Ordinal);
    private readonly Nmr[] _earned = new Nmr[_windows.Length];
    private readonly Nmr[] _atRisk = new Nmr[_windows.Length];
    private readonly int[] _rounds = new int[_windows.Length];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    public RoundResult First { get; } = first;

    public Nmr AtRisk { get; private set; }

    public int Rounds => _rounds[2];

    public IReadOnlyDictionary<string, double> Reputation =>
        _scores.ToDictionary(score => score.Key, score => score.Value.Sum / score.Value.Count);

    public Returns Returns => new(Window(0), Window(1), Window(2), Window(3));

    /// <summary>Adds a round as a whole: every model of the account, or the one model.</summary>
    public void Add(IReadOnlyCollection<RoundResult> ofRound)
    {
        var resolved = ofRound.First().Resolved;
        var atRisk = ofRound.Aggregate(Nmr.Zero, (sum, result) => sum + result.AtRisk);
        var net = ofRound.Aggregate(Nmr.Zero, (sum, result) => sum + result.Net);
        for (var window = 0; window < _windows.Length; window++)
        {
            if (_windows[window] == TimeSpan.MaxValue || resolved > now - _windows[window])
            {
                _earned[window] += net;
                _atRisk[window] += atRisk;
                _rounds[window]++;
            }
        }

        if (resolved > now - _windows[2])
        {
            AddScores(ofRound);
        }

        (AtRisk, _latest) = resolved >= _latest ? (atRisk, resolved) : (AtRisk, _latest);
    }

    private void AddScores(IReadOnlyCollection<RoundResult> ofRound)
    {
        foreach (var name in ofRound.SelectMany(result => result.Scores.Keys).Distinct(StringComparer.Ordinal))
        {
            var (sum, count) = _scores.GetValueOrDefault(name);
            _scores[name] =
                (sum + StakeWeighted.Mean(ofRound, result => result.Scores.TryGetValue(name, out var value) ? value : null), count + 1);
        }
    }

    private ReturnWindow Window(int window) => new(
        _earned[window],
        _atRisk[window].IsPositive ? 100 * (double)_earned[window].Wei / ((double)_atRisk[window].Wei / _rounds[window]) : null);
}
