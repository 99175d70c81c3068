using Numerai.Scoring;

namespace Numerai.Data.Submissions;

/// <summary>
/// Churn and turnover from each day or era to the next, whatever order they are finished in. One is kept until both neighbours met it.
/// </summary>
internal sealed class ConsecutiveMovements
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, SubmissionSnapshot> _waiting = [];
    private readonly Dictionary<long, SubmissionMovement> _movements = [];
    private readonly HashSet<long> _met = [];

    /// <summary>Takes the snapshot of the day or era of that number.</summary>
    public void Add(long day, SubmissionSnapshot snapshot)
    {
        SubmissionSnapshot? before, after;
        lock (_lock)
        {
            before = _waiting.GetValueOrDefault(day - 1);
            after = _waiting.GetValueOrDefault(day + 1);
            _waiting[day] = snapshot;
        }

        Meet(day, before, snapshot);
        Meet(day + 1, snapshot, after);
    }

    /// <summary>Against the one before; null for the first, and when the two share nothing that varies.</summary>
    public SubmissionMovement? Of(long day) => _movements.GetValueOrDefault(day);

    private void Meet(long day, SubmissionSnapshot? before, SubmissionSnapshot? now)
    {
        if (before is null || now is null)
        {
            return;
        }

        var movement = Compare(now, before);
        lock (_lock)
        {
            _met.Add(day);
            if (movement is not null)
            {
                _movements[day] = movement;
            }

            foreach (var done in new[] { day - 1, day }.Where(one => (one == 0 || _met.Contains(one)) && _met.Contains(one + 1)))
            {
                _waiting.Remove(done);
            }
        }
    }

    private static SubmissionMovement? Compare(SubmissionSnapshot now, SubmissionSnapshot before)
    {
        try
        {
            return SubmissionMovement.Largest(now, [before]);
        }
        catch (ScoringException)
        {
            return null;
        }
    }
}
