using Numerai.Contracts;
using Numerai.Storage.Submissions;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Memory;

/// <summary>Submissions in memory, for simulations; one lock stands for the database's transactions.</summary>
public sealed class MemorySubmissionStore : ISubmissionStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SubmissionId, Entry> _entries = [];
    private readonly Dictionary<RoundId, List<SubmissionId>> _ofRound = [];
    private readonly Dictionary<ModelId, List<SubmissionId>> _ofModel = [];
    private readonly Dictionary<TournamentId, List<SubmissionId>> _queued = [];
    private readonly HashSet<RoundId> _sealed = [];
    private int _positions;

    /// <inheritdoc/>
    public Task<SubmissionRecord> AcceptAsync(SubmissionRecord record, ReadOnlyMemory<ushort> codes) => Locked(() =>
    {
        if (_entries.TryGetValue(record.Id, out var first))
        {
            return first.Record;
        }

        var accepted = SubmissionRules.Accepted(record, IsSealed(record.Round));
        _entries.Add(record.Id, new Entry(_positions++, accepted, StoredCodes.Pack(codes.Span)));
        if (accepted.Round is { } round)
        {
            Add(_ofRound, round, record.Id);
        }
        else
        {
            Add(_queued, record.Tournament, record.Id);
        }

        Add(_ofModel, record.Model, record.Id);
        return accepted;
    });

    /// <inheritdoc/>
    public Task<SubmissionRecord> AssignAsync(
        SubmissionId submission, RoundId round, string universeSha256, ReadOnlyMemory<ushort> codes, Movement? movement = null) =>
        Locked(() =>
        {
            var entry = Find(submission);
            var assigned = SubmissionRules.Assigned(entry.Record, round, universeSha256, IsSealed(round), movement);
            if (assigned != entry.Record)
            {
                _entries[submission] = new Entry(entry.Position, assigned, StoredCodes.Pack(codes.Span));
                _queued[assigned.Tournament].Remove(submission);
                Add(_ofRound, round, submission);
            }

            return assigned;
        });

    /// <inheritdoc/>
    public Task RejectAsync(SubmissionId submission, string code, string message) => Locked(() =>
    {
        var entry = Find(submission);
        var rejected = SubmissionRules.Rejected(entry.Record, code, message);
        _entries[submission] = entry with { Record = rejected };
        return _queued[rejected.Tournament].Remove(submission);
    });

    /// <inheritdoc/>
    public Task SealAsync(RoundId round) => Locked(() => _sealed.Add(round));

    /// <inheritdoc/>
    public Task<bool> IsSealedAsync(RoundId round) => Locked(() => _sealed.Contains(round));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> SelectedAsync(RoundId round) =>
        Locked(() => LatestByModel(OfRound(round, SubmissionStatus.OnTime)));

    /// <inheritdoc/>
    public Task<SubmissionRecord?> SelectedAsync(RoundId round, ModelId model) => Locked(() =>
        NewestFirst(OfRound(round, SubmissionStatus.OnTime).Where(entry => entry.Record.Model == model)).FirstOrDefault()?.Record);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> LateAsync(RoundId round) => Locked(() =>
    {
        var selected = OfRound(round, SubmissionStatus.OnTime).Select(entry => entry.Record.Model).ToHashSet();
        return LatestByModel(OfRound(round, SubmissionStatus.Late).Where(entry => !selected.Contains(entry.Record.Model)));
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> QueuedAsync(TournamentId tournament) =>
        Locked(() => LatestByModel(_queued.GetValueOrDefault(tournament, []).Select(Find)));

    /// <inheritdoc/>
    public Task<SubmissionRecord?> FindAsync(SubmissionId submission) => Locked(() => _entries.GetValueOrDefault(submission)?.Record);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRecord>> OfModelAsync(ModelId model, int limit) => Locked<IReadOnlyList<SubmissionRecord>>(() =>
        [.. NewestFirst(_ofModel.GetValueOrDefault(model, []).Select(Find)).Take(limit).Select(entry => entry.Record)]);

    /// <inheritdoc/>
    public Task ReadCodesAsync(IReadOnlyList<SubmissionId> submissions, int rows, Memory<ushort> destination) => Locked(() =>
    {
        for (var place = 0; place < submissions.Count; place++)
        {
            var entry = Find(submissions[place]);
            StoredCodes.Unpack(entry.Record.Id.ToString(), entry.Codes, destination.Span.Slice(place * rows, rows));
        }

        return submissions.Count;
    });

    /// <summary>Drops a round's submissions and codes; it stays sealed. A simulation keeps nothing of rounds that are over.</summary>
    public void Forget(RoundId round)
    {
        lock (_gate)
        {
            foreach (var submission in _ofRound.GetValueOrDefault(round, []))
            {
                _entries.Remove(submission, out var entry);
                _ofModel[entry!.Record.Model].Remove(submission);
            }

            _ofRound.Remove(round);
        }
    }

    /// <summary>All submissions in the order they came, with their codes and whether their round is sealed, for a checkpoint.</summary>
    public IReadOnlyList<(SubmissionRecord Record, byte[] Codes, bool Sealed)> Export()
    {
        lock (_gate)
        {
            return [
                .. _entries.Values.OrderBy(entry => entry.Position)
                    .Select(entry => (entry.Record, entry.Codes, IsSealed(entry.Record.Round)))];
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<SubmissionId>> index, TKey key, SubmissionId submission)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }

        list.Add(submission);
    }

    private static IOrderedEnumerable<Entry> NewestFirst(IEnumerable<Entry> entries) =>
        entries.OrderByDescending(entry => entry.Record.Received).ThenByDescending(entry => entry.Position);

    private static IReadOnlyList<SubmissionRecord> LatestByModel(IEnumerable<Entry> entries) =>
        [.. NewestFirst(entries).DistinctBy(entry => entry.Record.Model).Select(entry => entry.Record).OrderBy(record => record.Model)];

    private bool IsSealed(RoundId? round) => round is { } known && _sealed.Contains(known);

    private Entry Find(SubmissionId submission) => _entries.GetValueOrDefault(submission) ?? throw SubmissionRules.Unknown(submission);

    private IEnumerable<Entry> OfRound(RoundId round, SubmissionStatus status) =>
        _ofRound.GetValueOrDefault(round, []).Select(Find).Where(entry => entry.Record.Status == status);

    private Task<T> Locked<T>(Func<T> work)
    {
        try
        {
            lock (_gate)
            {
                return Task.FromResult(work());
            }
        }
#pragma warning disable CA1031 // A store that answers with tasks gives its faults in them too.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(fault);
        }
    }

    private sealed record Entry(int Position, SubmissionRecord Record, byte[] Codes);
}
